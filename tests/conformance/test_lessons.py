"""Every lesson, executed by nbclient as CI and papermill do, and read back by nbformat's own schema."""
import glob
import os
import re
import unittest

import nbformat
from nbclient import NotebookClient

from kernel_under_test import NAME, PATIENCE

NOTEBOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "notebooks")


def lessons():
    found = glob.glob(os.path.join(NOTEBOOKS, "**", "*.ipynb"), recursive=True)
    return sorted(os.path.normpath(path) for path in found if ".ipynb_checkpoints" not in path)


def opened(path):
    """Whether learners open it; the solved and the code-only edition beside it have the same cells to run."""
    folder, name = os.path.split(path)
    is_edition = os.path.basename(folder) in ("solutions", "code") and os.path.exists(os.path.join(os.path.dirname(folder), name))
    return not is_edition


def fails_on_purpose(cell):
    return "raises-exception" in cell.metadata.get("tags", [])


def execute(path):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": os.path.dirname(path)}}  # relative paths are the lesson's, as in Jupyter
    NotebookClient(notebook, timeout=PATIENCE, kernel_name=NAME, resources=resources).execute()
    nbformat.validate(notebook)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def figures(cell):
    shown = "".join(output.data.get("text/html", "") for output in cell.outputs if "data" in output)
    return re.findall(r"<svg\b.*?</svg>", shown, re.DOTALL)


class Lessons(unittest.TestCase):
    def setUp(self):
        os.environ["HACKLAB_SCALE"] = "smoke"

    def tearDown(self):
        del os.environ["HACKLAB_SCALE"]

    def test_every_lesson_is_a_valid_notebook(self):
        self.assertTrue(lessons())
        for path in lessons():
            with self.subTest(path):
                nbformat.validate(nbformat.read(path, as_version=nbformat.NO_CONVERT))

    def test_every_lesson_runs_without_an_error(self):
        for path in filter(opened, lessons()):
            with self.subTest(path):
                code = execute(path)
                self.assertEqual([cell.execution_count for cell in code], list(range(1, len(code) + 1)))
                for cell in code:
                    failed = any(output.output_type == "error" for output in cell.outputs)
                    self.assertEqual(failed, fails_on_purpose(cell), cell.id)
                    self.assertNotIn("stderr", [output.get("name") for output in cell.outputs])

    def test_the_first_lesson_shows_its_figures_and_the_last_learning_curve(self):
        code = {cell.id: cell for cell in execute(os.path.join(NOTEBOOKS, "higgs", "1-beginner.ipynb"))}
        self.assertGreaterEqual(sum(len(figures(cell)) for cell in code.values()), 6)
        self.assertEqual(len(figures(code["train"])), 1, "updates replace the figure, they do not add to it")
        self.assertIn("20 steps", figures(code["train"])[0])


if __name__ == "__main__":
    unittest.main()
