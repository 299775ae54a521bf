"""Interrupts: 300 in a row over every kind of endless cell. Nothing crashes, nothing is lost."""
import unittest

from kernel_under_test import PATIENCE, pid_of, reply_to, result_of, run, running, until_idle

ENDLESS = {
    "empty loop": "while (true) { }",
    "allocating loop": "while (true) { _ = new byte[1000]; }",
    "await forever": "await System.Threading.Tasks.Task.Delay(-1);",
    "sleep forever": "System.Threading.Thread.Sleep(-1);",
    "parallel loop": "System.Threading.Tasks.Parallel.For(0, 64, _ => { while (true) { } });",
    "catch-all loop": "while (true) { try { System.Threading.Thread.Sleep(1); } catch { } }",
}
ROUNDS = 50   # times six kinds


class Interrupts(unittest.TestCase):
    def test_300_interrupts_in_a_row(self):
        with running() as (manager, client):
            pid = pid_of(manager)
            run(client, "int kept = 0; record Point(int X, int Y); var points = new List<Point>();")
            number = 0
            for _ in range(ROUNDS):
                for kind, code in ENDLESS.items():
                    with self.subTest(kind=kind):
                        number += 1
                        ident = client.execute(f'kept++; points.Add(new Point(kept, 0)); Console.WriteLine("running"); {code}')
                        self.wait_until_running(client, ident)
                        manager.interrupt_kernel()
                        reply = reply_to(client, ident)
                        self.assertEqual(reply["content"]["status"], "error")
                        until_idle(client, ident)
            _, messages = run(client, "(kept, points.Count)")
            self.assertEqual(result_of(messages), f"({number}, {number})")
            self.assertEqual(pid_of(manager), pid)
            self.assertTrue(manager.is_alive())

    def test_an_interrupt_without_a_cell_does_nothing(self):
        with running() as (_, client):
            for _ in range(20):
                client.control_channel.send(client.session.msg("interrupt_request", {}))
                self.assertEqual(client.get_control_msg(timeout=PATIENCE)["content"]["status"], "ok")   # so it hits no later cell
                _, messages = run(client, "6 * 7")
                self.assertEqual(result_of(messages), "42")

    def test_cells_behind_an_interrupted_one_are_aborted(self):
        with running() as (manager, client):
            idents = [client.execute('Console.WriteLine("running"); while (true) { }'), client.execute("int never = 1;")]
            self.wait_until_running(client, idents[0])
            manager.interrupt_kernel()
            self.assertEqual([reply_to(client, i)["content"]["status"] for i in idents], ["error", "aborted"])

    def wait_until_running(self, client, ident):
        """Its first output is there, so it is past its start."""
        while True:
            message = client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != ident:
                continue
            if message["msg_type"] == "stream":
                return
            self.assertNotEqual(message["content"].get("execution_state"), "idle", "the cell ended by itself")


if __name__ == "__main__":
    unittest.main()
