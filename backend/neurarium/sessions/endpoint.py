"""The server's end of the links: a listening socket that workers dial, each told apart by its token."""

import asyncio
import contextlib
import hmac
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from neurarium.sessions.framing import BrokenStreamError, FrameReader, frame
from neurarium.sessions.link import SOCKET_BUFFER

_READ_SIZE = 256 * 1024
_HELLO_SECONDS = 10.0


class WorkerLink:
    """The server's end of one worker's link."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._frames = FrameReader()
        self._arrived: list[dict[str, Any]] = []

    def send(self, content: dict[str, Any]) -> None:
        """Send one frame; commands are small, so nothing waits for the socket."""
        if not self._writer.is_closing():
            self._writer.write(frame(content))

    async def frames(self) -> AsyncIterator[dict[str, Any]]:
        """Yield frames as they arrive, until the worker closes the link or sends what is no frame."""
        while True:
            for arrived in self._arrived:
                yield arrived
            self._arrived = []
            try:
                data = await self._reader.read(_READ_SIZE)
                self._arrived = self._frames.feed(data)
            except (OSError, BrokenStreamError):
                return
            if not data:
                return

    async def first(self) -> dict[str, Any] | None:
        """Return the first frame; None where the link closed before."""
        async for arrived in self.frames():
            return arrived
        return None

    def close(self) -> None:
        """Close the link; the worker ends when it reads that."""
        self._writer.close()


class Endpoint:
    """Listens on a Unix socket in a folder of its own where there are such sockets, on loopback elsewhere."""

    def __init__(self) -> None:
        self.address = ""
        self._expected: dict[str, asyncio.Future[WorkerLink]] = {}
        self._server: asyncio.Server | None = None
        self._folder: Path | None = None

    async def open(self) -> None:
        """Begin to listen; `address` is then what workers dial."""
        if hasattr(socket, "AF_UNIX") and os.name == "posix":
            self._folder = Path(tempfile.mkdtemp(prefix="neurarium-"))
            path = self._folder / "link"
            self._server = await asyncio.start_unix_server(self._greet, path)
            self.address = f"unix:{path}"
        else:
            self._server = await asyncio.start_server(self._greet, "127.0.0.1", 0)
            host, port = self._server.sockets[0].getsockname()[:2]
            self.address = f"tcp:{host}:{port}"
        for listening in self._server.sockets:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SOCKET_BUFFER)

    async def close(self) -> None:
        """Stop listening and remove the socket."""
        if self._server:
            self._server.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    @contextlib.contextmanager
    def expecting(self, token: str) -> Iterator[asyncio.Future[WorkerLink]]:
        """Give a future for the link of the worker that will show `token`."""
        future: asyncio.Future[WorkerLink] = asyncio.get_running_loop().create_future()
        self._expected[token] = future
        try:
            yield future
        finally:
            self._expected.pop(token, None)

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = WorkerLink(reader, writer)
        with contextlib.suppress(TimeoutError):
            hello = await asyncio.wait_for(link.first(), _HELLO_SECONDS)
            shown = str((hello or {}).get("token", ""))
            for token, future in self._expected.items():
                if hmac.compare_digest(token.encode(), shown.encode()) and not future.done():
                    future.set_result(link)
                    return
        link.close()
