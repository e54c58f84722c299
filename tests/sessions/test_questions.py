"""Questions to a run's worker: every one is answered, and none can harm the training."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import numpy as np
import pytest

from neurarium.sessions.framing import FrameReader, as_array, frame
from neurarium.sessions.link import Link
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.questions import Questions, answer_frame
from neurarium.spec.errors import ConflictError, LimitError, NeurariumError, ShapeError, WorkerError
from neurarium.training.commands import Pause
from neurarium.training.states import RunState
from neurarium.words import verbatim
from tests.sessions.stage import Launcher, begin, play, until


def answered(question: str, body: dict[str, Any]) -> dict[str, Any]:
    """Have a worker's end answer, and return what reaches the server."""

    def refuse(_: dict[str, Any]) -> None:
        raise ShapeError(verbatim("It does not fit."), hint=verbatim("Make it fit."), node="conv1")

    def fill_memory(_: dict[str, Any]) -> None:
        raise MemoryError

    answers = {
        "double": lambda body: {"values": body["value"] * np.arange(3.0)},
        "refuse": refuse,
        "fault": lambda body: body["nothing"],
        "fill_memory": fill_memory,
        "unsendable": lambda _: object(),
    }
    packed = answer_frame(answers, {"kind": "ask", "request": "r1", "question": question, "body": body})
    (received,) = FrameReader().feed(packed)
    assert (received["kind"], received["request"]) == ("answer", "r1")
    return received


def test_an_answer_may_hold_arrays() -> None:
    np.testing.assert_array_equal(as_array(answered("double", {"value": 2})["answer"]["values"]), [0, 2, 4])


@pytest.mark.parametrize(
    ("question", "kind", "code"),
    [
        ("refuse", ShapeError, "shape_mismatch"),
        ("fill_memory", LimitError, "out_of_memory"),
        ("fault", WorkerError, "internal_error"),
        ("unsendable", WorkerError, "internal_error"),
        ("unheard-of", WorkerError, "internal_error"),
    ],
)
def test_what_goes_wrong_reaches_whoever_asked_as_the_error_that_it_was(
    question: str, kind: type[NeurariumError], code: str
) -> None:
    async def scene() -> None:
        sent: list[dict[str, Any]] = []
        questions = Questions(sent.append)
        asking = asyncio.create_task(questions.ask(question, {}, 30))
        await until(lambda: sent)
        questions.take({**answered(question, {}), "request": sent[0]["request"]})
        with pytest.raises(kind) as raised:
            await asking
        assert raised.value.info.code == code
        if kind is ShapeError:
            assert (raised.value.info.node, raised.value.info.hint) == ("conv1", "Make it fit.")

    asyncio.run(scene())


def test_answers_find_their_questions_in_any_order_and_late_ones_are_dropped() -> None:
    async def scene() -> None:
        sent: list[dict[str, Any]] = []
        questions = Questions(sent.append)
        first, second = (asyncio.create_task(questions.ask("double", {"value": value}, 30)) for value in (1, 2))
        await until(lambda: len(sent) == 2)
        for asked in reversed(sent):
            questions.take({"request": asked["request"], "answer": asked["body"]["value"]})
            questions.take({"request": asked["request"], "answer": "once more"})
        assert (await first, await second) == (1, 2)
        with pytest.raises(TimeoutError):
            await questions.ask("double", {"value": 3}, 0.01)
        questions.take({"request": sent[-1]["request"], "answer": "too late"})

    asyncio.run(scene())


def test_a_worker_answers_between_commands_and_keeps_their_order() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        link = Link(ours)
        link.answers = {"double": lambda body: 2 * body["value"]}
        theirs.sendall(frame({"kind": "ask", "request": "r1", "question": "double", "body": {"value": 4}}))
        theirs.sendall(frame({"kind": "command", "command": {"command": "pause"}}))
        assert link.wait() == [Pause()]
        reader, received = FrameReader(), []
        while not any(one["kind"] == "answer" for one in received):
            received += reader.feed(theirs.recv(65536))
        assert received[-1] == {"kind": "answer", "request": "r1", "answer": 8}


def test_nobody_waits_for_ever_for_a_worker_that_is_not_there() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        with pytest.raises(ConflictError, match="starting"):
            await session.ask("double")
        worker.say(RunState.RUNNING)
        await until(lambda: session.state is RunState.RUNNING)
        asking = asyncio.create_task(session.ask("double", {"value": 1}))
        asked = await worker.read("ask")
        assert (asked["question"], asked["body"]) == ("double", {"value": 1})
        worker.end(1)
        with pytest.raises(ConflictError, match="no process"):
            await asyncio.wait_for(asking, 30)
        await until(lambda: not session.has_process)
        with pytest.raises(ConflictError, match="failed"):
            await session.ask("double")

    play(scene)


def test_the_last_weights_answer_for_a_worker_that_has_ended() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        await until(lambda: session.state is RunState.RUNNING)
        asking = asyncio.create_task(session.weights())
        await worker.read("ask")
        worker.send({"kind": "last_weights", "data": b"the last ones"})
        worker.say(RunState.STOPPED)
        await until(lambda: session.state is RunState.STOPPED)
        worker.end(0)
        assert await asyncio.wait_for(asking, 30) == b"the last ones"
        assert await session.weights() == b"the last ones"

    play(scene)
