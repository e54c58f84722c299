"""Many runs at once: who trains, who waits, who is kept."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from neurarium.sessions import session as session_module
from neurarium.sessions.manager import SessionManager
from neurarium.spec.errors import LimitError
from neurarium.spec.run import RunSpec
from neurarium.training.commands import parse_command
from neurarium.training.states import RunState
from tests.sessions.stage import SPEC, Launcher, begin, play, until
from tests.support.specs import enormous_spec


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that do not end when asked are killed at once: none of these would end by itself."""
    monkeypatch.setattr(session_module, "_QUIT_SECONDS", 0.05)


def test_so_many_train_at_once_and_the_rest_wait_their_turn() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        sessions = [manager.create(SPEC) for _ in range(4)]
        await until(lambda: len(launcher.started) == 2)
        assert [session.state for session in sessions] == ["starting", "starting", "queued", "queued"]
        sessions[2].command(parse_command({"command": "stop"}))
        assert sessions[2].state is RunState.STOPPED
        launcher.started[0].end(1)
        await until(lambda: sessions[3].state is RunState.STARTING)
        await until(lambda: len(launcher.started) == 3)
        assert sessions[0].state is RunState.FAILED

    play(scene, max_active_runs=2)


def test_runs_that_are_started_together_get_the_same_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)

    async def alone(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(4):
            manager.create(SPEC)
        await until(lambda: len(launcher.started) == 4)
        assert launcher.threads == [8, 4, 2, 2]

    async def together(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(4):
            manager.create(SPEC, beside=3)
        await until(lambda: len(launcher.started) == 4)
        assert launcher.threads == [2, 2, 2, 2]

    async def many(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(12):
            manager.create(SPEC, beside=11)
        await until(lambda: len(launcher.started) == 12)
        assert launcher.threads == [1] * 12

    play(alone)
    play(together)
    play(many)


def test_a_spec_that_is_too_large_is_refused_and_nothing_is_launched() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        with pytest.raises(LimitError):
            manager.create(RunSpec.model_validate(enormous_spec()))
        assert manager.list() == []
        await asyncio.sleep(0)
        assert launcher.started == []

    play(scene)


def test_ended_runs_are_kept_up_to_a_number_the_newest_of_them() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        launcher.error = OSError("no")
        created = []
        for _ in range(6):
            created.append(manager.create(SPEC))
            await until(lambda: created[-1].state is RunState.FAILED)
        # A new one pushes out those that had ended before it came.
        assert manager.list() == created[:1:-1]

    play(scene, max_kept_runs=3)


def test_closing_interrupts_what_runs_and_keeps_what_has_finished() -> None:
    seen: list[Any] = []

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        running, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        finished, other = await begin(manager, launcher)
        other.say(RunState.RUNNING)
        other.say(RunState.FINISHED)
        await until(lambda: running.state is RunState.RUNNING and finished.state is RunState.FINISHED)
        waiting = manager.create(SPEC)
        seen.extend([running, finished, waiting])

    play(scene, max_active_runs=2)
    # The waiting run had the finished one's process, or never got one.
    assert [session.state for session in seen] == ["interrupted", "finished", "interrupted"]
    assert "server was stopped" in seen[0].reason
