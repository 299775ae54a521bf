"""The command line as a shell runs it: signals, exit codes, what is written."""
import json
import os
import re
import signal
import subprocess
import tempfile
import unittest

from kernel_under_test import PATIENCE, wait_for

CELLS = ['Console.WriteLine("kept");', 'System.IO.File.WriteAllText("started", "");\nwhile (true) { }', 'Console.WriteLine("never");']


def notebook(folder):
    path = os.path.join(folder, "endless.ipynb")
    cells = [{"cell_type": "code", "execution_count": None, "id": f"c{i}", "metadata": {}, "outputs": [], "source": source}
             for i, source in enumerate(CELLS)]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, file)
    return path


def ignore_interrupts():
    """What a shell without job control does to its background jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Runner(unittest.TestCase):
    def stopped(self, prepare):
        with tempfile.TemporaryDirectory(prefix="hacklab-runner-") as folder:
            process = subprocess.Popen(
                [os.environ["HACKLAB_EXE"], "run", notebook(folder), "--output", os.path.join(folder, "out")],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=prepare)
            try:
                self.assertTrue(wait_for(lambda: os.path.exists(os.path.join(folder, "started"))), "the endless cell never began")
                process.send_signal(signal.SIGINT)
                said, _ = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
            self.assertEqual(process.returncode, 130, said)
            executed = [os.path.join(at, name) for at, _, names in os.walk(os.path.join(folder, "out")) for name in names if name.endswith(".ipynb")]
            self.assertEqual(len(executed), 1, said)
            with open(executed[0], encoding="utf-8") as file:
                outputs = ["".join(output.get("text", "")) for cell in json.load(file)["cells"] for output in cell["outputs"]]
            self.assertIn("kept", "".join(outputs))
            self.assertNotIn("never", "".join(outputs))

    def test_an_interrupt_stops_the_run_and_keeps_the_outputs(self):
        self.stopped(None)

    def test_an_interrupt_is_heeded_by_a_background_job_too(self):
        self.stopped(ignore_interrupts)

    def test_the_version_is_a_plain_number(self):
        said = subprocess.run([os.environ["HACKLAB_EXE"], "--version"], capture_output=True, text=True, timeout=PATIENCE, check=True)
        self.assertTrue(re.fullmatch(r"\d+\.\d+\.\d+\n", said.stdout), said.stdout)


if __name__ == "__main__":
    unittest.main()
