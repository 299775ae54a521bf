#!/usr/bin/python3
"""Times our kernel and ipykernel in turn, from outside, with the public client library.

usage: /usr/bin/python3 tests/benchmarks/kernel/run.py [--runs N] [--json FILE]
Needs the kernel installed (./start --set-up-only) and Debian's python3-jupyter-client and python3-ipykernel.
Prints a row per kernel and figure: the median of N runs, and the ratio to ipykernel's.
"""
import argparse
import json
import statistics
import time

from jupyter_client.manager import KernelManager

LINES = 20_000
KERNELS = {
    "hacklab-csharp": {
        "declare": "var kept = 41;",
        "print": f'for (int i = 0; i < {LINES}; i++) Console.WriteLine("the quick brown fox jumps over the lazy dog");',
        "endless": "while (true) { }",
    },
    "python3": {
        "declare": "kept = 41",
        "print": f'for i in range({LINES}): print("the quick brown fox jumps over the lazy dog")',
        "endless": "while True: pass",
    },
}


def execute(client, code):
    """Runs a cell until idle: seconds, characters printed, text of the result."""
    start = time.perf_counter()
    ident = client.execute(code)
    printed, result = 0, None
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != ident:
            continue
        content = message["content"]
        if message["msg_type"] == "stream":
            printed += len(content["text"])
        elif message["msg_type"] == "execute_result":
            result = content["data"]["text/plain"]
        elif message["msg_type"] == "status" and content["execution_state"] == "idle":
            seconds = time.perf_counter() - start
            client.get_shell_msg(timeout=60)
            return seconds, printed, result


def memory_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def interrupt(manager, client, code):
    """Seconds from the request until an endless cell is idle."""
    ident = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == ident and message["msg_type"] == "execute_input":
            break
    time.sleep(0.5)     # the cell is compiled and in its loop; not part of what is measured
    start = time.perf_counter()
    manager.interrupt_kernel()
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == ident and message["content"].get("execution_state") == "idle":
            client.get_shell_msg(timeout=60)
            return time.perf_counter() - start


def measure(name, code):
    manager = KernelManager(kernel_name=name)
    start = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        ready = time.perf_counter() - start
        first = execute(client, "1 + 1")[0]
        execute(client, code["declare"])
        later = statistics.median(execute(client, f"kept + {i}")[0] for i in range(20))
        seconds, printed, _ = execute(client, code["print"])
        memory = memory_mb(manager.provisioner.pid)
        stopped = interrupt(manager, client, code["endless"])
        if execute(client, "kept + 1")[2] != "42":
            raise RuntimeError(f"{name} lost its variables at the interrupt")
        return {"ready s": ready, "ready + first cell s": ready + first, "later cell ms": later * 1000,
                "console MB/s": printed / seconds / 1e6, "memory MB": memory, "interrupt ms": stopped * 1000}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    parser = argparse.ArgumentParser(description="Times our kernel and ipykernel in turn.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json")
    options = parser.parse_args()
    runs = {name: [] for name in KERNELS}
    for _ in range(options.runs):
        for name, code in KERNELS.items():
            runs[name].append(measure(name, code))
    rows = []
    for figure in runs["python3"][0]:
        medians = {name: statistics.median(run[figure] for run in runs[name]) for name in KERNELS}
        ours, peer = medians["hacklab-csharp"], medians["python3"]
        rows.append({"benchmark": "kernel", "figure": figure, "ours": round(ours, 3), "ipykernel": round(peer, 3),
                     "ratio": round(ours / peer, 2), "runs": options.runs})
        print(f"{figure:22} ours {ours:9.3f}   ipykernel {peer:9.3f}   ratio {ours / peer:5.2f}", flush=True)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)


if __name__ == "__main__":
    main()
