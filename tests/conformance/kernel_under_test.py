"""Where the kernel under test is, how to start it, and how to wait for what it says."""
import contextlib
import os
import subprocess
import tempfile
import time

from jupyter_client.manager import KernelManager

NAME = "hacklab-csharp"

# Long enough for any machine under load. Nothing here measures time: whoever reaches this has failed.
PATIENCE = 60


@contextlib.contextmanager
def installed():
    """The kernelspec of the executable HACKLAB_EXE in a temporary folder, which is the only one that Jupyter then sees."""
    executable = os.environ.get("HACKLAB_EXE")
    if not executable or not os.access(executable, os.X_OK):
        raise SystemExit("HACKLAB_EXE must be the path of the built hacklab executable")
    with tempfile.TemporaryDirectory(prefix="hacklab-conformance-") as folder:
        os.environ["JUPYTER_DATA_DIR"] = folder
        os.environ["JUPYTER_PATH"] = folder
        os.environ["JUPYTER_RUNTIME_DIR"] = os.path.join(folder, "runtime")
        subprocess.run([executable, "kernel", "install"], check=True, stdout=subprocess.DEVNULL)
        yield


@contextlib.contextmanager
def running(**options):
    """A started kernel and a client of it that is ready; both gone at the end."""
    manager = KernelManager(kernel_name=NAME, **options)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def pid_of(manager):
    return manager.provisioner.pid


def until_idle(client, ident):
    """Every iopub message of a request, until its idle."""
    messages = []
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") != ident:
            continue
        messages.append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return messages


def reply_to(client, ident):
    """The reply to a request on shell; those to others are passed over."""
    while True:
        reply = client.get_shell_msg(timeout=PATIENCE)
        if reply["parent_header"].get("msg_id") == ident:
            return reply


def run(client, code, **options):
    """Executes to the end. Returns the reply and the iopub messages."""
    ident = client.execute(code, **options)
    messages = until_idle(client, ident)
    return reply_to(client, ident), messages


def text_of(messages, stream="stdout"):
    return "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream" and m["content"]["name"] == stream)


def result_of(messages):
    for message in messages:
        if message["msg_type"] == "execute_result":
            return message["content"]["data"]["text/plain"]
    return None


def wait_for(condition):
    """Waits until something is true, looking now and then; False if it does not come true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def is_alive(pid):
    """A zombie is not alive: its parent has just not looked yet."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def memory_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")
