"""Questions that one short computation answers: asked by the server, answered in a process of their own."""

import asyncio
import secrets
from typing import Any

from neurarium.sessions.endpoint import Endpoint
from neurarium.sessions.launcher import Launcher
from neurarium.spec.errors import ErrorInfo, LimitError, SpecError, WorkerError
from neurarium.words import say

MOST_AT_ONCE = 2
SECONDS = 60.0
"""How long an answer may take, the start of the process included."""
_FAULTS = frozenset({"internal_error", "out_of_memory"})


class TaskRunner:
    """Has questions answered by short-lived workers, so many at a time; lives in the server's event loop."""

    def __init__(self, endpoint: Endpoint, launcher: Launcher, seconds: float = SECONDS) -> None:
        self._endpoint = endpoint
        self._launcher = launcher
        self._seconds = seconds
        self._free = asyncio.Semaphore(MOST_AT_ONCE)

    async def ask(self, task: str, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer of `worker_tasks.TASKS[task]` to `request`, both plain data.

        Raises:
            SpecError: it cannot be answered.
            LimitError: it took too long; its process was ended.
            WorkerError: the process ended without an answer, or could not start.
        """
        try:
            async with asyncio.timeout(self._seconds), self._free:
                return await self._answer(task, request)
        except TimeoutError as error:
            raise LimitError(
                say("There was no answer within {seconds:g} s, and the computation was ended.", seconds=self._seconds),
                hint=say("Ask about a smaller network or a smaller batch."),
                code="too_slow",
            ) from error

    async def _answer(self, task: str, request: dict[str, Any]) -> dict[str, Any]:
        token = secrets.token_urlsafe(32)
        with self._endpoint.expecting(token) as dialled:
            try:
                process = await self._launcher.start(self._endpoint.address, token, 1)
            except OSError as error:
                raise WorkerError(say("No worker process could be started: {error}.", error=error)) from error
            ended = asyncio.ensure_future(process.wait())
            try:
                await asyncio.wait({dialled, ended}, return_when=asyncio.FIRST_COMPLETED)
                if dialled.done():
                    link = dialled.result()
                    link.send({"kind": "start", "task": task, "request": request})
                    async for arrived in link.frames():
                        if arrived["kind"] == "answer":
                            return arrived["answer"]
                        if arrived["kind"] == "failure":
                            info = ErrorInfo.model_validate(arrived["error"])
                            raise (WorkerError if info.code in _FAULTS else SpecError).from_info(info)
                raise WorkerError((await ended).in_words(), hint=say("Ask again; the server's log has the details."))
            finally:
                process.kill()
                await asyncio.shield(ended)
                if dialled.done() and not dialled.cancelled():
                    dialled.result().close()
