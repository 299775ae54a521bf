"""Live sessions through jupyter_client."""
import unittest
from queue import Empty

from kernel_under_test import PATIENCE, memory_mb, pid_of, reply_to, result_of, run, running, text_of, until_idle


class Sessions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = running()
        cls.manager, cls.client = cls.context.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.context.__exit__(None, None, None)

    def value(self, code):
        reply, messages = run(self.client, code)
        self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        return result_of(messages)

    def test_messages_come_in_order(self):
        _, messages = run(self.client, 'Console.WriteLine("a"); display("b"); 7')
        kinds = [m["content"].get("execution_state", m["msg_type"]) for m in messages]
        self.assertEqual(kinds, ["busy", "execute_input", "stream", "display_data", "execute_result", "idle"])

    def test_state_is_kept_and_cells_are_counted(self):
        first, _ = run(self.client, "int counted = 1;")
        second, messages = run(self.client, "counted + 1")
        self.assertEqual(result_of(messages), "2")
        self.assertEqual(second["content"]["execution_count"], first["content"]["execution_count"] + 1)

    def test_an_error_is_an_error_message(self):
        reply, messages = run(self.client, 'throw new ArgumentException("wanted");')
        errors = [m["content"] for m in messages if m["msg_type"] == "error"]
        self.assertEqual(len(errors), 1)
        for content in (errors[0], reply["content"]):
            self.assertIn("ArgumentException", content["ename"])
            self.assertIn("wanted", content["evalue"])
            self.assertTrue(content["traceback"])

    def test_cells_behind_a_failing_one_are_aborted(self):
        idents = [self.client.execute(code) for code in (
            'System.Threading.Thread.Sleep(300); throw new Exception("stop");', "int never = 1;", "2")]
        self.assertEqual([reply_to(self.client, i)["content"]["status"] for i in idents], ["error", "aborted", "aborted"])
        self.assertEqual(self.value("1 + 1"), "2")

    def test_without_stop_on_error_the_next_cells_run(self):
        idents = [self.client.execute('System.Threading.Thread.Sleep(300); throw new Exception("go on");', stop_on_error=False),
                  self.client.execute("3")]
        self.assertEqual([reply_to(self.client, i)["content"]["status"] for i in idents], ["error", "ok"])

    def test_the_person_is_asked(self):
        ident = self.client.execute('await GetInputAsync("name?")', allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=PATIENCE)
        self.assertEqual(question["msg_type"], "input_request")
        self.assertEqual(question["content"]["prompt"], "name?")
        self.assertFalse(question["content"]["password"])
        self.client.input("Emmy")
        self.assertIn("Emmy", result_of(until_idle(self.client, ident)))
        reply_to(self.client, ident)

    def test_an_interrupt_ends_the_question(self):
        ident = self.client.execute('await GetInputAsync("name?")', allow_stdin=True)
        self.client.get_stdin_msg(timeout=PATIENCE)
        self.manager.interrupt_kernel()
        self.assertEqual(reply_to(self.client, ident)["content"]["status"], "error")
        self.client.input("too late")
        self.assertEqual(self.value("1 + 1"), "2")

    def test_output_of_background_work_belongs_to_its_cell(self):
        starter = self.client.execute(
            "var go = new System.Threading.Tasks.TaskCompletionSource();\n"
            'var work = System.Threading.Tasks.Task.Run(async () => { await go.Task; Console.WriteLine("from the background"); });')
        until_idle(self.client, starter)
        reply_to(self.client, starter)
        later = self.client.execute('go.SetResult(); await work; Console.WriteLine("from the later cell");')
        texts = {starter: "", later: ""}
        while "background" not in texts[starter] or "later" not in texts[later]:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream":
                texts[message["parent_header"]["msg_id"]] += message["content"]["text"]
        self.assertEqual(texts[starter].strip(), "from the background")
        self.assertEqual(texts[later].strip(), "from the later cell")
        reply_to(self.client, later)

    def test_user_expressions_come_with_the_reply(self):
        reply, _ = run(self.client, "int known = 5;", user_expressions={"good": "known * 2", "bad": "unknown * 2"})
        expressions = reply["content"]["user_expressions"]
        self.assertEqual(expressions["good"]["data"]["text/plain"], "10")
        self.assertEqual(expressions["bad"]["status"], "error")

    def test_a_silent_cell_shows_nothing(self):
        before, _ = run(self.client, "0")
        reply, messages = run(self.client, "1 + 1", silent=True)
        self.assertEqual([m["msg_type"] for m in messages], ["status", "status"])
        self.assertEqual(reply["content"]["execution_count"], before["content"]["execution_count"])

    def test_a_display_is_updated_in_place(self):
        _, messages = run(self.client, 'var shown = display("first"); shown.Update("second");')
        first = next(m for m in messages if m["msg_type"] == "display_data")
        second = next(m for m in messages if m["msg_type"] == "update_display_data")
        self.assertEqual(first["content"]["transient"]["display_id"], second["content"]["transient"]["display_id"])
        self.assertIn("second", str(second["content"]["data"]))

    def test_text_of_every_alphabet_survives(self):
        words = "Größe 你好 🚀 \\ \" \t end"
        literal = words.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        _, messages = run(self.client, f'Console.Write("{literal}");')
        self.assertEqual(text_of(messages), words)

    def test_completion_counts_an_emoji_as_one(self):
        code = 'var s = "🚀"; Math.Sq'
        ident = self.client.complete(code, len(code))
        content = reply_to(self.client, ident)["content"]
        self.assertIn("Sqrt", content["matches"])
        self.assertEqual(code[content["cursor_start"]:content["cursor_end"]], "Sq")

    def test_comms_are_closed(self):
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
        self.client.shell_channel.send(message)
        kinds = [m["msg_type"] for m in until_idle(self.client, message["header"]["msg_id"])]
        self.assertIn("comm_close", kinds)
        ident = self.client.comm_info()
        self.assertEqual(reply_to(self.client, ident)["content"]["comms"], {})

    def test_kernel_info_is_answered_on_control_while_a_cell_runs(self):
        ident = self.client.execute("await System.Threading.Tasks.Task.Delay(-1)")
        while self.client.get_iopub_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != ident:
            pass
        message = self.client.session.msg("kernel_info_request", {})
        self.client.control_channel.send(message)
        reply = self.client.get_control_msg(timeout=PATIENCE)
        self.assertEqual(reply["msg_type"], "kernel_info_reply")
        self.assertEqual(reply["parent_header"]["msg_id"], message["header"]["msg_id"])
        self.manager.interrupt_kernel()
        self.assertEqual(reply_to(self.client, ident)["content"]["status"], "error")

    def test_two_clients_see_the_same_outputs_and_only_their_own_replies(self):
        other = self.manager.client()
        other.start_channels()
        try:
            other.wait_for_ready(timeout=PATIENCE)
            ident = other.execute('Console.WriteLine("from the other");')
            self.assertIn("from the other", text_of(until_idle(self.client, ident)))
            self.assertEqual(reply_to(other, ident)["content"]["status"], "ok")
            with self.assertRaises(Empty):
                self.client.get_shell_msg(timeout=0.2)
        finally:
            other.stop_channels()


class Memory(unittest.TestCase):
    def test_a_thousand_cells_leave_memory_as_it_was(self):
        with running() as (manager, client):
            for i in range(20):
                run(client, f"{i} + 1")
            before = memory_mb(pid_of(manager))
            for i in range(1000):
                _, messages = run(client, f"{i} + 1")
                self.assertEqual(result_of(messages), str(i + 1))
            growth = memory_mb(pid_of(manager)) - before
            print(f"[1,000 cells: {growth:.0f} MB] ", end="", flush=True)
            self.assertLessEqual(growth, 60)


if __name__ == "__main__":
    unittest.main()
