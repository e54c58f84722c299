"""A real server in a process of its own, for tests that need one.

    with RunningServer(home) as server:
        httpx.get(server.url + "/api/health")

Leaving the block stops it as Ctrl-C would, and fails the test where it does not end well or leaves a process behind.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import httpx
import psutil

STARTS_WITHIN = 60.0
STOPS_WITHIN = 30.0


def free_port() -> int:
    """Return a port on loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RunningServer:
    """`neurarium serve` on a free port of loopback, with a data folder of its own."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = home / "server.log"
        self._environment = {
            **os.environ,
            "NEURARIUM_HOME": str(home),
            "NEURARIUM_OPEN_BROWSER": "0",
            **environment,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._signalled = False

    @property
    def pid(self) -> int:
        """The server's process id."""
        assert self._process is not None, "the server has not been started"
        return self._process.pid

    def start(self) -> RunningServer:
        """Start the server, and return when it answers."""
        self.home.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "neurarium", "serve", "--host", "127.0.0.1", "--port", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                # A session of its own: all that it starts can be found again, also after its parent has gone.
                start_new_session=True,
            )
        self._wait_until_it_answers()
        return self

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise AssertionError(
                    f"the server ended with {self._process.returncode} while starting:\n{self.read_log()}"
                )
            try:
                if httpx.get(f"{self.url}/api/health", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        self.kill()
        raise AssertionError(f"the server did not answer within {STARTS_WITHIN:.0f} s:\n{self.read_log()}")

    def read_log(self) -> str:
        """Return what the server has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def processes(self) -> list[psutil.Process]:
        """Return the living processes of the server's session, itself included."""
        found: list[psutil.Process] = []
        for process in psutil.process_iter():
            try:
                if os.getsid(process.pid) == self.pid and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except (ProcessLookupError, PermissionError, psutil.Error):
                continue
        return found

    def signal(self, number: int) -> None:
        """Send the server a signal; nothing is checked, and leaving the block afterwards checks nothing more."""
        assert self._process is not None, "the server has not been started"
        self._signalled = True
        self._process.send_signal(number)

    def wait(self) -> int:
        """Return the server's exit status once it has ended."""
        assert self._process is not None, "the server has not been started"
        try:
            return self._process.wait(timeout=STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the server did not end within {STOPS_WITHIN:.0f} s:\n{self.read_log()}") from None

    def stop(self) -> None:
        """Stop the server as Ctrl-C does, and check that it ends by itself and leaves no process."""
        assert self._process is not None, "the server has not been started"
        process = self._process
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            status = process.wait(timeout=STOPS_WITHIN)
            left = self.left_over()
        except subprocess.TimeoutExpired:
            raise AssertionError(
                f"the server did not end within {STOPS_WITHIN:.0f} s of SIGINT:\n{self.read_log()}"
            ) from None
        finally:
            self.kill()
        assert status in (0, 130, -signal.SIGINT), f"the server ended with {status}:\n{self.read_log()}"
        assert not left, f"the server left processes behind: {left}\n{self.read_log()}"

    def left_over(self) -> list[str]:
        """Return the processes that outlive the server by more than the few seconds that ending takes."""
        deadline = time.monotonic() + 10
        while (left := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.05)
        return [_describe(process) for process in left]

    def kill(self) -> None:
        """End the server and all that it started, at once."""
        for process in self.processes():
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        if self._process is not None:
            self._process.wait(timeout=10)

    def __enter__(self) -> RunningServer:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and not self._signalled:
            self.stop()
        else:
            # The test has failed already, and its own error is the one to show; or it has ended the server itself.
            self.kill()


def _describe(process: psutil.Process) -> str:
    try:
        return f"{process.pid} {' '.join(process.cmdline())}"
    except psutil.Error:
        return str(process.pid)
