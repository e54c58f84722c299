"""A viewer of a run's stream that keeps all it receives."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

import httpx
import msgpack
import numpy as np
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.support.server import RunningServer

DEADLINE = 60.0
"""Seconds until a test that waits for a message gives up; nothing is asserted to be faster."""

LOSSLESS = {"state", "metrics", "notice"}


def decode(body: bytes | str) -> dict[str, Any]:
    """Return a message with its arrays as numpy's."""
    assert isinstance(body, bytes), f"the stream sends binary messages; received {body!r}"
    return _with_arrays(msgpack.unpackb(body))


def _with_arrays(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"dtype", "shape", "data"}:
            return np.frombuffer(value["data"], np.dtype(value["dtype"]).newbyteorder("<")).reshape(value["shape"])
        return {name: _with_arrays(inner) for name, inner in value.items()}
    return [_with_arrays(inner) for inner in value] if isinstance(value, list) else value


class StreamViewer:
    """Connects to a run's stream; a block's end disconnects."""

    def __init__(
        self, server: RunningServer, run: str, after: int | str | None = None, *, locale: str | None = None
    ) -> None:
        asked = {name: value for name, value in (("after", after), ("locale", locale)) if value is not None}
        query = f"?{httpx.QueryParams(asked)}" if asked else ""
        self.messages: list[dict[str, Any]] = []
        self.close_reason = ""
        """Why the server closed the socket, in words."""
        self._connection = contextlib.ExitStack()
        self._socket = self._connection.enter_context(
            connect(
                f"ws://127.0.0.1:{server.port}/api/runs/{run}/stream{query}",
                max_size=None,
                # It reads whatever comes, also what the test does not ask for: else it could not read the close.
                max_queue=None,
                open_timeout=DEADLINE,
            )
        )

    def read(self) -> dict[str, Any]:
        """Return the next message."""
        message = decode(self._socket.recv(timeout=DEADLINE))
        self.messages.append(message)
        return message

    def read_until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read until such a message comes, and return it."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if wanted(message := self.read()):
                return message
        raise AssertionError(f"it did not come; the last of {len(self.messages)} was {self.messages[-1]}")

    def read_until_state(self, *states: str) -> dict[str, Any]:
        """Read until the run enters one of `states`, or is told to be in it."""

        def shows(message: dict[str, Any]) -> bool:
            return message.get("state", message.get("run", {}).get("state")) in states

        return self.read_until(shows)

    def read_until_closed(self) -> int:
        """Read until the server closes the socket, and return the code it gave; 1006 where it gave none."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            try:
                self.read()
            except ConnectionClosed as closed:
                self.close_reason = closed.rcvd.reason if closed.rcvd else ""
                return closed.rcvd.code if closed.rcvd else 1006
        raise AssertionError("the socket was not closed")

    def command(self, name: str, **fields: Any) -> None:
        """Send a command."""
        self.send_text(json.dumps({"command": name, **fields}))

    def send_text(self, text: str | bytes) -> None:
        """Send anything."""
        self._socket.send(text)

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        """Return the received messages of one type."""
        return [message for message in self.messages if message["type"] == kind]

    @property
    def greatest(self) -> int:
        """The greatest number received: what a viewer returns with."""
        return max(message["seq"] for message in self.messages)

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()

    def __enter__(self) -> StreamViewer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def stalled_viewer(server: RunningServer, run: str) -> socket.socket:
    """Return the socket of a viewer that asked for the stream and never reads any of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", server.port))
    lines = [
        f"GET /api/runs/{run}/stream HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    return connection
