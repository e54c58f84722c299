"""The WebSocket of a run: telemetry out, commands in; one task for each direction."""

import asyncio
import contextlib
import json

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from neurarium.api.language import language_of
from neurarium.sessions.hub import Viewer
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.session import Session
from neurarium.spec.errors import NeurariumError, NotFoundError, SpecError
from neurarium.training.commands import parse_command
from neurarium.words import say

router = APIRouter(prefix="/api/runs")

_LARGEST_SEQUENCE = 2**53


@router.websocket("/{identifier}/stream")
async def stream(socket: WebSocket, identifier: str) -> None:
    """Send a run's messages until the viewer leaves or is let go."""
    manager: SessionManager = socket.app.state.manager
    language = language_of(socket.scope)
    await socket.accept()
    try:
        session = manager.get(identifier)
    except NotFoundError as error:
        await socket.close(4404, _reason(error.info.message.in_language(language)))
        return
    viewer = session.join(_after(socket.query_params.get("after")), language)
    reader = asyncio.create_task(_read(socket, session, viewer))
    writer = asyncio.create_task(_write(socket, viewer))
    try:
        await asyncio.wait({reader, writer}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        session.leave(viewer)
        for task in (reader, writer):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await task
    if viewer.closing:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            code, reason = viewer.closing
            await socket.close(code, _reason(reason))


async def _write(socket: WebSocket, viewer: Viewer) -> None:
    while (body := await viewer.next()) is not None:
        await socket.send_bytes(body)


async def _read(socket: WebSocket, session: Session, viewer: Viewer) -> None:
    while True:
        received = await socket.receive()
        if received["type"] == "websocket.disconnect":
            return
        try:
            session.command(parse_command(_json_of(received.get("text"))))
        except NeurariumError as error:
            session.refuse(viewer, error)


def _json_of(text: str | None) -> object:
    if text is None:
        raise SpecError(say("A binary message came; commands are JSON text."), hint=say('Send {{"command": "pause"}}.'))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SpecError(
            say("A message is no JSON: {error}.", error=error),
            hint=say('Send {{"command": "pause"}}.'),
            code="invalid_json",
        ) from error


def _reason(words: str) -> str:
    """Return words cut to the 123 bytes that a close frame has for its reason."""
    return words.encode()[:123].decode(errors="ignore")


def _after(text: str | None) -> int | None:
    """Return the sequence number a viewer returns with; what is none counts as absent, so it gets a snapshot."""
    if text is None or not text.isascii() or not text.isdigit() or int(text[:20]) > _LARGEST_SEQUENCE:
        return None
    return int(text)
