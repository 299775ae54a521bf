"""libzmq, and raw bytes, against our own sockets."""
import hashlib
import hmac
import json
import os
import socket
import unittest
import uuid

import zmq

from kernel_under_test import PATIENCE, memory_mb, pid_of, result_of, run, running, text_of

LARGE = 64 << 20


class Sockets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = running()
        cls.manager, cls.client = cls.context.__enter__()
        cls.info = cls.manager.get_connection_info()
        cls.zmq = zmq.Context()

    @classmethod
    def tearDownClass(cls):
        cls.zmq.destroy(linger=0)
        cls.context.__exit__(None, None, None)

    def connect(self, kind, port, identity=None, high_water=0):
        opened = self.zmq.socket(kind)
        opened.linger = 0
        opened.sndhwm = opened.rcvhwm = high_water
        opened.rcvtimeo = opened.sndtimeo = PATIENCE * 1000
        if identity:
            opened.identity = identity
        opened.connect(f"tcp://{self.info['ip']}:{self.info[port]}")
        self.addCleanup(opened.close)
        return opened

    def message(self, kind, content, metadata=None, key=None, buffers=()):
        key = self.info["key"] if key is None else key
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "raw", "username": "x", "date": "2026-01-01T00:00:00Z", "version": "5.4"}
        parts = [json.dumps(part).encode() for part in (header, {}, metadata or {}, content)]
        signature = hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest().encode()
        return header["msg_id"], [b"<IDS|MSG>", signature, *parts, *buffers]

    def ask(self, dealer, kind, content, **options):
        ident, frames = self.message(kind, content, **options)
        dealer.send_multipart(frames)
        reply = dealer.recv_multipart()
        self.assertEqual(json.loads(reply[3])["msg_id"], ident)
        expected = hmac.new(self.info["key"], b"".join(reply[2:6]), hashlib.sha256).hexdigest().encode()
        self.assertEqual(reply[1], expected, "the reply is not signed as it should be")
        return json.loads(reply[2])["msg_type"], json.loads(reply[5])

    def test_the_heartbeat_echoes_frames_of_any_size(self):
        heart = self.connect(zmq.REQ, "hb_port")
        for size in (0, 1, 255, 256, 65_535, 65_536, 1 << 20, LARGE):
            beat = os.urandom(size)
            heart.send(beat)
            self.assertTrue(heart.recv() == beat, f"{size} bytes came back changed")

    def test_a_message_of_64_mb_is_read_and_verified(self):
        dealer = self.connect(zmq.DEALER, "shell_port", b"large")
        kind, content = self.ask(dealer, "comm_info_request", {"target_name": "x" * LARGE})
        self.assertEqual((kind, content["status"]), ("comm_info_reply", "ok"))
        kind, content = self.ask(dealer, "kernel_info_request", {}, buffers=[bytes(LARGE)])
        self.assertEqual(kind, "kernel_info_reply")

    def test_output_of_64_mb_in_one_message_arrives(self):
        _, messages = run(self.client, f'new string(\'x\', {LARGE}).DisplayAs("text/plain");')
        shown = next(m for m in messages if m["msg_type"] == "display_data")
        self.assertEqual(len(shown["content"]["data"]["text/plain"]), LARGE)

    def test_two_thousand_reconnects(self):
        for i in range(2000):
            heart = self.zmq.socket(zmq.REQ)
            heart.linger = 0
            heart.rcvtimeo = PATIENCE * 1000
            heart.connect(f"tcp://{self.info['ip']}:{self.info['hb_port']}")
            heart.send(b"%d" % i)
            self.assertEqual(heart.recv(), b"%d" % i)
            heart.close()

    def test_a_client_that_comes_back_under_its_identity_gets_its_replies(self):
        for _ in range(200):
            dealer = self.zmq.socket(zmq.DEALER)
            dealer.linger = 0
            dealer.identity = b"the same"
            dealer.rcvtimeo = PATIENCE * 1000
            dealer.connect(f"tcp://{self.info['ip']}:{self.info['shell_port']}")
            self.assertEqual(self.ask(dealer, "kernel_info_request", {})[0], "kernel_info_reply")
            dealer.close()

    def test_a_wrong_signature_is_never_executed(self):
        dealer = self.connect(zmq.DEALER, "shell_port", b"intruder")
        for key in (b"guessed", b""):
            _, frames = self.message("execute_request", {"code": "int intruded = 1;"}, key=key)
            dealer.send_multipart(frames)
        _, frames = self.message("execute_request", {"code": "int intruded = 1;"})
        frames[1] = b""
        dealer.send_multipart(frames)
        frames[1] = b"0" * 64
        dealer.send_multipart(frames)
        # The first answer is that to the first honest request: the others have been dropped.
        self.assertEqual(self.ask(dealer, "kernel_info_request", {})[0], "kernel_info_reply")
        reply, _ = run(self.client, "intruded")
        self.assertEqual(reply["content"]["status"], "error")

    def test_signed_nonsense_is_dropped(self):
        dealer = self.connect(zmq.DEALER, "shell_port", b"nonsense")
        for parts in ([b"no json"] * 4, [b"[]"] * 4, [b"{}"] * 4, [b"\xff\xfe"] * 4):
            signature = hmac.new(self.info["key"], b"".join(parts), hashlib.sha256).hexdigest().encode()
            dealer.send_multipart([b"<IDS|MSG>", signature, *parts])
        dealer.send_multipart([b"<IDS|MSG>"])
        dealer.send_multipart([b"hello"])
        self.assertEqual(self.ask(dealer, "kernel_info_request", {})[0], "kernel_info_reply")

    def test_strangers_and_half_messages_disturb_nobody(self):
        greeting = b"\xff" + bytes(8) + b"\x7f\x03\x01NULL" + bytes(16) + bytes(32)
        ready = b"\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER"
        ready = bytes([4, len(ready)]) + ready
        for port in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"):
            for opening in (b"GET / HTTP/1.1\r\n\r\n", bytes(100), b"\xff" * 200, greeting[:30], greeting, greeting + ready,
                            greeting + ready + b"\x02" + (200 << 20).to_bytes(8, "big") + b"part",
                            greeting + ready + b"\x02" + (1 << 62).to_bytes(8, "big"), greeting + os.urandom(500)):
                with socket.create_connection((self.info["ip"], self.info[port]), timeout=PATIENCE) as raw:
                    raw.sendall(opening)
        _, messages = run(self.client, "6 * 7")
        self.assertEqual(result_of(messages), "42")

    def test_a_topic_can_be_chosen(self):
        chosen = self.connect(zmq.SUB, "iopub_port")
        chosen.subscribe(b"stream")
        chosen.rcvtimeo = 300
        for _ in range(PATIENCE):   # a subscription takes effect when it has arrived
            run(self.client, 'Console.WriteLine("chosen");')
            try:
                self.assertEqual(chosen.recv_multipart()[0], b"stream")
                return
            except zmq.Again:
                continue
        self.fail("the subscription never took effect")

    def test_ten_thousand_queued_cells_are_all_run_in_order(self):
        count = 10_000
        dealer = self.connect(zmq.DEALER, "shell_port", b"queue")
        # Markdown cells pass the whole way through the kernel but not through the compiler.
        metadata = {"polyglot_notebook": {"kernelName": "markdown"}}
        idents = []
        for i in range(count):
            ident, frames = self.message("execute_request", {"code": f"cell {i}", "stop_on_error": True}, metadata)
            idents.append(ident)
            dealer.send_multipart(frames)
        for ident in idents:
            reply = dealer.recv_multipart()
            self.assertEqual(json.loads(reply[3])["msg_id"], ident)
            self.assertEqual(json.loads(reply[5])["status"], "ok")

    def test_ten_thousand_cells_behind_a_failing_one_are_aborted(self):
        dealer = self.connect(zmq.DEALER, "shell_port", b"abort")
        _, frames = self.message("execute_request", {"code": "await GetInputAsync(\"wait\"); throw new Exception();", "allow_stdin": True})
        stdin = self.connect(zmq.DEALER, "stdin_port", b"abort")
        dealer.send_multipart(frames)
        for i in range(10_000):
            dealer.send_multipart(self.message("execute_request", {"code": "int never = 1;"})[1])
        stdin.recv_multipart()
        # Control answers when it has been read; so has, by then, what was sent before on shell by the same thread of libzmq.
        self.assertEqual(self.ask(self.connect(zmq.DEALER, "control_port"), "kernel_info_request", {})[0], "kernel_info_reply")
        stdin.send_multipart(self.message("input_reply", {"value": "go"})[1])
        statuses = [json.loads(dealer.recv_multipart()[5])["status"] for _ in range(10_001)]
        self.assertEqual(statuses[0], "error")
        self.assertEqual(set(statuses[1:]), {"aborted"})

    def test_a_subscriber_that_never_reads_costs_little_memory_and_stops_nobody(self):
        run(self.client, "1 + 1")
        before = memory_mb(pid_of(self.manager))
        deaf = self.connect(zmq.SUB, "iopub_port", high_water=1)
        deaf.subscribe(b"")
        size = 300 << 20   # a queue without a bound would hold all of it; ours holds 16 MB, the garbage collector some more
        code = f'var line = new string(\'y\', 1 << 20); for (int i = 0; i < {size >> 20}; i++) Console.Write(line);'
        _, messages = run(self.client, code)
        self.assertEqual(len(text_of(messages)), size)
        growth = memory_mb(pid_of(self.manager)) - before
        print(f"[300 MB of output, one reader deaf: {growth:.0f} MB more] ", end="", flush=True)
        self.assertLess(growth, 150)


if __name__ == "__main__":
    unittest.main()
