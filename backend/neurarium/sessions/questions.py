"""Questions that a run's worker answers between two steps: asked in the server, answered in the worker.

    server  {"kind": "ask", "request": id, "question": "weights", "body": {...}}
    worker  {"kind": "answer", "request": id, "answer": ...}
    or      {"kind": "answer", "request": id, "error": {...}, "error_class": "ConflictError"}

A question that cannot be answered, whatever the reason, leaves the training as it was.
"""

import asyncio
import secrets
import traceback
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from neurarium.sessions.framing import frame
from neurarium.spec.errors import ErrorInfo, NeurariumError, WorkerError
from neurarium.words import say

Body: TypeAlias = dict[str, Any]
Answers: TypeAlias = Mapping[str, Callable[[Body], Any]]
"""What a worker can be asked, by name. Bodies and answers are plain data, and may hold bytes and numpy arrays."""


def answer_frame(answers: Answers, asked: dict[str, Any]) -> bytes:
    """Return the frame, packed, that answers a frame of kind ``ask``; never raises."""
    try:
        return _answer(asked, answer=answers[asked["question"]](asked["body"]))
    except NeurariumError as error:
        return _answer(asked, error=error.info.model_dump(), error_class=type(error).__name__)
    except MemoryError:
        info = ErrorInfo(code="out_of_memory", message=say("The answer does not fit into this machine's memory."))
        return _answer(asked, error=info.model_dump(), error_class="LimitError")
    except Exception as error:
        # A fault of ours: whoever asked sees what happened, the server's log gets the traceback.
        traceback.print_exc()
        message = say(
            "The question met an error inside Neurarium: {kind}: {error}", kind=type(error).__name__, error=error
        )
        info = ErrorInfo(code="internal_error", message=message, hint=say("The server's log has the details."))
        return _answer(asked, error=info.model_dump(), error_class="WorkerError")


def _answer(asked: dict[str, Any], **content: Any) -> bytes:
    return frame({"kind": "answer", "request": asked["request"], **content})


class Questions:
    """Those that were sent to one worker and wait for their answers; lives in the server's event loop."""

    def __init__(self, send: Callable[[dict[str, Any]], object]) -> None:
        """Send frames by `send`."""
        self._send = send
        self._waiting: dict[str, asyncio.Future[Any]] = {}

    async def ask(self, question: str, body: Body, seconds: float) -> Any:
        """Return the worker's answer.

        Raises:
            NeurariumError: what the worker raised; or what `give_up` was told, where it has ended.
            TimeoutError: there was no answer in so many seconds.
        """
        request = secrets.token_hex(8)
        answer = self._waiting[request] = asyncio.get_running_loop().create_future()
        self._send({"kind": "ask", "request": request, "question": question, "body": body})
        try:
            return await asyncio.wait_for(answer, seconds)
        finally:
            del self._waiting[request]

    def take(self, arrived: dict[str, Any]) -> None:
        """Take a frame of kind ``answer``; one that nobody waits for any more is dropped."""
        waiting = self._waiting.get(arrived["request"])
        if waiting is None or waiting.done():
            return
        if "error" not in arrived:
            waiting.set_result(arrived["answer"])
            return
        kind = _errors().get(arrived["error_class"], WorkerError)
        waiting.set_exception(kind.from_info(ErrorInfo.model_validate(arrived["error"])))

    def give_up(self, error: NeurariumError) -> None:
        """Answer all who wait with `error`: the worker has ended."""
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(error)


def _errors() -> dict[str, type[NeurariumError]]:
    """Return the classes of the exception tree by name."""
    found: dict[str, type[NeurariumError]] = {}
    kinds: list[type[NeurariumError]] = [NeurariumError]
    while kinds:
        kind = kinds.pop()
        found[kind.__name__] = kind
        kinds += kind.__subclasses__()
    return found
