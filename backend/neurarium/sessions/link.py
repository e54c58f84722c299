"""The worker's end of the link to the server: a socket that the training loop itself looks after, at most once a
millisecond.

There is no helper thread: beside a tight loop it would starve for seconds. Sends never block. When the other end is
behind, probes are
dropped; everything else waits its turn.
"""

import math
import select
import socket
import time
from collections import deque
from typing import Any

from neurarium.sessions.framing import FrameReader, frame
from neurarium.sessions.questions import Answers, answer_frame
from neurarium.training.channel import ChannelClosedError
from neurarium.training.commands import Command, parse_command
from neurarium.training.messages import LOSSLESS, Message

SOCKET_BUFFER = 256 * 1024
"""Bytes. Larger ones would let seconds of stale pictures pile up in the kernel while the server is stopped."""
PROBE_BACKLOG = 512 * 1024
"""Bytes that may wait unsent before probes are dropped."""
POLL_INTERVAL = 0.001
"""Seconds between two looks at the socket."""
HEARTBEAT_INTERVAL = 2.0
"""Seconds between two signs of life."""
RECEIVE_SIZE = 64 * 1024


def connect(address: str) -> socket.socket:
    """Return a socket connected to ``unix:PATH`` or ``tcp:HOST:PORT``."""
    family, _, rest = address.partition(":")
    if family == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(rest)
    else:
        host, _, port = rest.rpartition(":")
        connection = socket.create_connection((host, int(port)))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER)
    connection.setblocking(False)
    return connection


class Link:
    """A `Channel` over a socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._reader = FrameReader()
        self._unsent: deque[memoryview] = deque()
        self._unsent_bytes = 0
        self._arrived: deque[dict[str, Any]] = deque()
        self._next_look = 0.0
        self._next_heartbeat = 0.0
        self.dropped_probes = 0
        self.answers: Answers = {}
        """What the server can ask; answered between two steps."""

    def send(self, message: Message) -> None:
        """Queue a message and send what the socket takes; a probe is dropped when too much waits already."""
        if message["type"] not in LOSSLESS and self._unsent_bytes > PROBE_BACKLOG:
            self.dropped_probes += 1
            return
        self.send_frame({"kind": "message", "message": message})

    def send_frame(self, content: dict[str, Any]) -> None:
        """Queue one frame of any kind and send what the socket takes."""
        self._send_packed(frame(content))

    def _send_packed(self, data: bytes) -> None:
        self._unsent.append(memoryview(data))
        self._unsent_bytes += len(data)
        self._send_some()

    def poll(self) -> list[Command]:
        """Return the commands that came; looks at the socket at most once a millisecond."""
        now = time.monotonic()
        if now < self._next_look:
            return []
        self._next_look = now + POLL_INTERVAL
        self._beat(now)
        self._send_some()
        self._receive_some()
        return self._commands()

    def wait(self, seconds: float | None = None) -> list[Command]:
        """Return the commands that came, after waiting for the first one, for at most `seconds` where that is given."""
        end = math.inf if seconds is None else time.monotonic() + seconds
        # What came together with an earlier frame is here already.
        while not (commands := self._commands()) and (left := end - time.monotonic()) > 0:
            self._wait_for_frame(left)
        return commands

    def wait_for_start(self) -> dict[str, Any]:
        """Return the ``start`` frame that tells what to train, after waiting for it.

        Raises:
            ChannelClosedError: the other side is gone, or sent something else first.
        """
        while not self._arrived:
            self._wait_for_frame()
        first = self._arrived.popleft()
        if first.get("kind") != "start":
            raise ChannelClosedError(f"{first.get('kind')} came before start")
        return first

    def close(self, patience: float = 2.0) -> None:
        """Send what still waits, for at most `patience` seconds, and close."""
        end = time.monotonic() + patience
        try:
            while self._unsent and time.monotonic() < end:
                select.select([], [self._socket], [], 0.1)
                self._send_some()
        except ChannelClosedError:
            pass
        self._socket.close()

    def _wait_for_frame(self, most: float = math.inf) -> None:
        now = time.monotonic()
        self._beat(now)
        self._send_some()
        writable = [self._socket] if self._unsent else []
        select.select([self._socket], writable, [], max(0.0, min(self._next_heartbeat - now, most)))
        self._receive_some()

    def _beat(self, now: float) -> None:
        if now >= self._next_heartbeat:
            self._next_heartbeat = now + HEARTBEAT_INTERVAL
            self.send_frame({"kind": "heartbeat", "dropped_probes": self.dropped_probes})

    def _send_some(self) -> None:
        try:
            while self._unsent:
                sent = self._socket.send(self._unsent[0])
                self._unsent_bytes -= sent
                if sent < len(self._unsent[0]):
                    self._unsent[0] = self._unsent[0][sent:]
                else:
                    self._unsent.popleft()
        except BlockingIOError:
            return
        except OSError as error:
            raise ChannelClosedError(str(error)) from error

    def _receive_some(self) -> None:
        try:
            while True:
                data = self._socket.recv(RECEIVE_SIZE)
                if not data:
                    raise ChannelClosedError("the server closed the link")
                self._arrived.extend(self._reader.feed(data))
        except BlockingIOError:
            return
        except OSError as error:
            raise ChannelClosedError(str(error)) from error

    def _commands(self) -> list[Command]:
        commands: list[Command] = []
        while self._arrived:
            arrived = self._arrived.popleft()
            if arrived["kind"] == "quit":
                raise ChannelClosedError("the server asked the process to end")
            if arrived["kind"] == "command":
                commands.append(parse_command(arrived["command"]))
            if arrived["kind"] == "ask":
                self._send_packed(answer_frame(self.answers, arrived))
        return commands
