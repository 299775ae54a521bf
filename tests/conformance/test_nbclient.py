"""Whole notebooks, executed by nbclient as CI and papermill do."""
import unittest

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kernel_under_test import NAME, PATIENCE


def execute(*cells):
    notebook = new_notebook(cells=list(cells), metadata={"kernelspec": {"name": NAME, "display_name": "C#", "language": "C#"}})
    NotebookClient(notebook, timeout=PATIENCE, kernel_name=NAME).execute()
    nbformat.validate(notebook)
    return notebook


class Notebooks(unittest.TestCase):
    def test_a_notebook_is_executed_with_its_outputs(self):
        notebook = execute(
            new_markdown_cell("# Title"),
            new_code_cell("int Twice(int x) => 2 * x;"),
            new_code_cell('Console.WriteLine("counting"); display(HTML("<b>bold</b>")); Twice(21)'),
            new_code_cell("record Event(double Mass);\nvar events = Enumerable.Range(0, 3).Select(i => new Event(i)).ToList();"),
            new_code_cell("events.Sum(e => e.Mass)"),
        )
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        self.assertEqual([cell.execution_count for cell in code], [1, 2, 3, 4])
        self.assertEqual([o.output_type for o in code[1].outputs], ["stream", "display_data", "execute_result"])
        self.assertEqual(code[1].outputs[0].text, "counting\n")
        self.assertIn("bold", code[1].outputs[1].data["text/html"])
        self.assertEqual(code[1].outputs[2].data["text/plain"], "42")
        self.assertEqual(code[3].outputs[0].data["text/plain"], "3")

    def test_a_failing_cell_stops_the_notebook_with_its_error(self):
        with self.assertRaises(CellExecutionError) as caught:
            execute(new_code_cell("int x = 1;"), new_code_cell('throw new InvalidOperationException("wanted");'), new_code_cell("x"))
        self.assertIn("wanted", str(caught.exception))

    def test_a_cell_may_be_expected_to_fail(self):
        cell = new_code_cell("int x = \"text\";", metadata={"tags": ["raises-exception"]})
        notebook = execute(cell, new_code_cell("1 + 1"))
        self.assertEqual(notebook.cells[0].outputs[0].output_type, "error")
        self.assertEqual(notebook.cells[1].outputs[0].data["text/plain"], "2")

    def test_a_display_that_is_updated_ends_with_its_last_value(self):
        notebook = execute(new_code_cell('var d = display("first");'), new_code_cell('d.Update("second");'))
        self.assertIn("second", str(notebook.cells[0].outputs[0].data))


if __name__ == "__main__":
    unittest.main()
