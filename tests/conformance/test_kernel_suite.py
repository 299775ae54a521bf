"""jupyter_kernel_test, the independent suite for any kernel, with a sample for all that it offers."""
import unittest

import jupyter_kernel_test

from kernel_under_test import NAME


class Suite(jupyter_kernel_test.KernelTests):
    kernel_name = NAME
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "System.Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": '"abc".Substr', "matches": {"Substring"}},
    ]
    complete_code_samples = ["1 + 1", "int a = 1;", 'Console.WriteLine("x");', "int F(int x)\n{\n    return x;\n}", "// nothing"]
    incomplete_code_samples = ["int F(int x)\n{", "if (true) {", "Console.WriteLine(", "foreach (var x in new[] { 1, 2 })\n{"]
    invalid_code_samples = ["int 1a = ;", "}"]
    code_page_something = ""   # C# has no pager: documentation comes from inspect
    code_generate_error = 'throw new System.Exception("wanted");'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "1 + 3", "result": "4"},
        {"code": "1 + 4", "result": "5"},
        {"code": "1 + 2", "result": "3"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": '"<svg xmlns=\\"http://www.w3.org/2000/svg\\"/>".DisplayAs("image/svg+xml");', "mime": "image/svg+xml"},
        {"code": '"iVBORw0KGgo=".DisplayAs("image/png");', "mime": "image/png"},
        {"code": '@"$$\\frac{1}{2}$$".DisplayAs("text/latex");', "mime": "text/latex"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + 2*"
    code_inspect_sample = "System.Console.WriteLine"
    code_clear_output = "Console.Clear();"


# The base class is an empty sample of itself.
del jupyter_kernel_test


def load_tests(loader, _tests, _pattern):
    return loader.loadTestsFromTestCase(Suite)


if __name__ == "__main__":
    unittest.main()
