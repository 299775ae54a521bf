"""No process is left behind, whoever goes first."""
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager

from kernel_under_test import NAME, PATIENCE, is_alive, pid_of, reply_to, result_of, run, running, until_idle, wait_for

BUSY = "new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(10); }).Start();"

# A Jupyter in small: starts a kernel, says its process, and waits to be killed.
JUPYTER = """
import sys
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client(); client.start_channels(); client.wait_for_ready(timeout=60)
print(manager.provisioner.pid, flush=True)
sys.stdin.read()
"""

# Any other program that starts a kernel, without Jupyter's environment variable.
LAUNCHER = """
import json, os, subprocess, sys
os.environ.pop("JPY_PARENT_PID", None)
kernel = subprocess.Popen(json.loads(sys.argv[1]), start_new_session=sys.argv[2] == "detached")
print(kernel.pid, flush=True)
sys.stdin.read()
"""


class Lifetime(unittest.TestCase):
    def assert_gone(self, pid):
        self.assertTrue(wait_for(lambda: not is_alive(pid)), "the kernel's process is still there")

    def test_shutdown_ends_the_process_and_is_answered(self):
        manager = KernelManager(kernel_name=NAME)
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        run(client, BUSY)   # a thread that would keep any .NET process
        pid = pid_of(manager)
        ident = client.shutdown()
        reply = client.get_control_msg(timeout=PATIENCE)
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("shutdown_reply", "ok"))
        self.assertIn("shutdown_reply", [m["msg_type"] for m in until_idle(client, ident)])
        self.assert_gone(pid)
        client.stop_channels()
        manager.cleanup_resources()

    def test_shutdown_ends_a_kernel_whose_cell_runs(self):
        manager = KernelManager(kernel_name=NAME)
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        client.execute('Console.WriteLine("x"); while (true) { }')
        while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
            pass
        pid = pid_of(manager)
        client.shutdown()
        self.assert_gone(pid)
        client.stop_channels()
        manager.cleanup_resources()

    def test_a_restart_is_a_new_process_on_the_same_ports_without_the_old_state(self):
        with running() as (manager, client):
            run(client, "int old = 1;")
            before = pid_of(manager)
            manager.restart_kernel()
            client.wait_for_ready(timeout=PATIENCE)
            self.assertNotEqual(pid_of(manager), before)
            self.assert_gone(before)
            reply, _ = run(client, "old")
            self.assertEqual(reply["content"]["status"], "error")
            self.assertEqual(reply["content"]["execution_count"], 1)

    def test_the_kernel_ends_when_jupyter_is_killed(self):
        jupyter = subprocess.Popen([sys.executable, "-c", JUPYTER, NAME], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        pid = int(jupyter.stdout.readline())
        self.assertTrue(is_alive(pid))
        jupyter.kill()
        jupyter.wait()
        self.assert_gone(pid)
        jupyter.stdin.close()
        jupyter.stdout.close()

    @staticmethod
    def kill(pid):
        if is_alive(pid):
            os.kill(pid, signal.SIGKILL)

    def launch(self, how):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        file, _ = write_connection_file(os.path.join(folder.name, "connection.json"))
        command = [os.environ["HACKLAB_EXE"], "kernel", "start", "--connection-file", file]
        launcher = subprocess.Popen(
            [sys.executable, "-c", LAUNCHER, json.dumps(command), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        pid = int(launcher.stdout.readline())
        self.addCleanup(self.kill, pid)   # whatever becomes of the test
        self.addCleanup(launcher.stdout.close)
        self.addCleanup(launcher.stdin.close)
        client = BlockingKernelClient(connection_file=file)   # no manager: it would believe that its own kernel has died
        client.load_connection_file()
        client.start_channels()
        self.addCleanup(client.stop_channels)
        client.wait_for_ready(timeout=PATIENCE)
        return launcher, pid, client

    def test_the_kernel_ends_when_another_program_that_started_it_is_killed(self):
        launcher, pid, _ = self.launch("child")
        launcher.kill()
        launcher.wait()
        self.assert_gone(pid)

    def test_a_kernel_that_was_detached_on_purpose_outlives_its_starter(self):
        launcher, pid, client = self.launch("detached")
        launcher.kill()
        launcher.wait()
        _, messages = run(client, "6 * 7")
        self.assertEqual(result_of(messages), "42")
        # The watch looks each second: this cell ends after it has looked.
        _, messages = run(client, "await System.Threading.Tasks.Task.Delay(2500); 1")
        self.assertEqual(result_of(messages), "1")
        client.shutdown()
        self.assert_gone(pid)

    def test_sigterm_ends_it_and_sigint_interrupts_it(self):
        with running() as (manager, client):
            pid = pid_of(manager)
            ident = client.execute('Console.WriteLine("x"); while (true) { }')
            while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
                pass
            os.kill(pid, signal.SIGINT)
            self.assertEqual(reply_to(client, ident)["content"]["status"], "error")
            until_idle(client, ident)
            _, messages = run(client, "6 * 7")
            self.assertEqual(result_of(messages), "42")
            os.kill(pid, signal.SIGTERM)
            self.assert_gone(pid)

    def test_a_connection_file_that_cannot_be_read_is_named(self):
        ended = subprocess.run(
            [os.environ["HACKLAB_EXE"], "kernel", "start", "--connection-file", "/nonexistent/connection.json"],
            capture_output=True, text=True, timeout=PATIENCE)
        self.assertNotEqual(ended.returncode, 0)
        self.assertIn("/nonexistent", ended.stderr)

    def test_ports_that_are_taken_end_the_start_with_a_reason(self):
        with running() as (manager, _):
            ended = subprocess.run(
                [os.environ["HACKLAB_EXE"], "kernel", "start", "--connection-file", manager.connection_file],
                capture_output=True, text=True, timeout=PATIENCE)
            self.assertNotEqual(ended.returncode, 0)
            self.assertIn("did not start", ended.stderr)


if __name__ == "__main__":
    unittest.main()
