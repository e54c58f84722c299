"""Who may speak to the server, and how much at once: middleware for HTTP and WebSocket alike.

A page on another site can make a browser send requests here. Two checks keep it out: the name under which the server is
addressed has to be
one it knows (otherwise a name that was re-pointed at this machine would do), and a request that a browser marks with an
origin has to come
from the server's own page.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from neurarium.api.errors import answer
from neurarium.sessions.framing import LARGEST_WEIGHTS
from neurarium.spec.errors import ErrorInfo
from neurarium.words import say

LARGEST_BODY = 4 * 2**20
"""Bytes. A spec of some thousand layers has half a megabyte."""

_UPLOADS = frozenset({"/api/weights"})
"""Paths that take as much as the largest weights have."""

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class OwnPageOnly:
    """Refuses foreign Host headers with 400, and foreign origins with 403, before anything else sees them."""

    def __init__(self, app: ASGIApp, allowed_hosts: Iterable[str]) -> None:
        self._app = app
        self._allowed = frozenset(host.lower() for host in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            # Closing before accepting answers the handshake with 403.
            await send({"type": "websocket.close", "code": 1008, "reason": refusal[1].message[:120]})
        else:
            await answer(*refusal)(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, ErrorInfo] | None:
        host = headers.get("host", "")
        if _host_name(host) not in self._allowed:
            return 400, ErrorInfo(
                code="unknown_host",
                message=say('This server does not answer to the name "{host}".', host=host),
                hint=say("Address it as localhost, or add the name to NEURARIUM_ALLOWED_HOSTS."),
            )
        origin = headers.get("origin")
        if origin is None or (scope["type"] == "http" and scope["method"] in _SAFE_METHODS):
            return None
        if _address(origin) != host.lower():
            return 403, ErrorInfo(
                code="foreign_origin",
                message=say('A page at "{origin}" may not use this server at "{host}".', origin=origin, host=host),
                hint=say("Open the server's own page."),
            )
        return None


class BodyLimit:
    """Refuses larger bodies than a spec can need with 413, whether they tell their length or come in chunks."""

    def __init__(self, app: ASGIApp, most: int = LARGEST_BODY) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = LARGEST_WEIGHTS if scope["path"] in _UPLOADS else self._most
        told = Headers(scope=scope).get("content-length", "")
        if told.isascii() and told.isdigit() and int(told[:20]) > most:
            await answer(413, self._refusal(most))(scope, receive, send)
            return
        received = 0

        async def receive_some() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413, self._refusal(most).message)
            return message

        await self._app(scope, receive_some, send)

    def _refusal(self, most: int) -> ErrorInfo:
        message = say("The body is larger than {most:,} bytes, which is the most that this server takes.", most=most)
        return ErrorInfo(code="too_large", message=message, hint=say("Send less at once."))


def _address(origin: str) -> str | None:
    """Return an Origin's host and port, as a Host header has them; None where it is no address."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:  # such as brackets that never close
        return None


def _host_name(host: str) -> str:
    """Return a Host header without its port, e.g. ``[::1]`` for ``[::1]:8000``."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()
