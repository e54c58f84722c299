"""All runs of one server: started in the order in which they came, so many at a time, and ended with the server."""

import asyncio
import hashlib
import os
import secrets
from collections import deque
from typing import NamedTuple

from neurarium.engines import check_engine, require_engine
from neurarium.graph import check_limits, frozen_nodes, match_weights, plan_for
from neurarium.sessions.endpoint import Endpoint
from neurarium.sessions.framing import LARGEST_WEIGHTS
from neurarium.sessions.launcher import Launcher, LocalLauncher
from neurarium.sessions.session import Session, Unwatched
from neurarium.sessions.settings import Settings
from neurarium.sessions.tasks import TaskRunner
from neurarium.spec.errors import LimitError, NotFoundError, SpecError
from neurarium.spec.run import RunSpec
from neurarium.store import Weights, pack_weights, unpack_weights
from neurarium.training.descents import DescentRequest, Descents
from neurarium.training.gradient_check import GradientCheck, check_gradient_request
from neurarium.training.states import ENDED, RunState
from neurarium.training.trace import Trace, TraceRequest, check_trace
from neurarium.words import say

_UPLOADED_BYTES = 400 * 2**20
"""Bytes of all weights that were sent and are kept."""


class _Waiting(NamedTuple):
    """A run in the queue, and how many others are to share the processors with it."""

    session: Session
    beside: int


class SessionManager:
    """Creates, lists and ends runs. Lives in the server's event loop."""

    def __init__(self, settings: Settings, launcher: Launcher | None = None) -> None:
        self._settings = settings
        self._launcher = launcher or LocalLauncher()
        self._endpoint = Endpoint()
        self._task_runner = TaskRunner(self._endpoint, self._launcher)
        self._sessions: dict[str, Session] = {}
        self._uploads: dict[str, bytes] = {}
        self._waiting: deque[_Waiting] = deque()
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """Begin to listen for workers."""
        await self._endpoint.open()

    async def close(self) -> None:
        """End every run and its process; returns when none is left."""
        self._waiting.clear()
        for session in self._sessions.values():
            session.stop(say("The server was stopped."), RunState.INTERRUPTED)
            session.hub.close(1012, say("The server was stopped."))
        if self._tasks:
            await asyncio.wait(self._tasks.values())
        await self._endpoint.close()

    def keep_weights(self, data: bytes) -> tuple[str, Weights]:
        """Keep weights that were sent, for runs to start from, and return their id and what was in them.

        The last few are kept; the same weights have the same id.

        Raises:
            SpecError, LimitError: as `store.unpack_weights`.
        """
        weights = unpack_weights(data, LARGEST_WEIGHTS)
        packed = pack_weights(weights)
        identifier = hashlib.sha256(packed).hexdigest()[:24]
        self._uploads.pop(identifier, None)
        self._uploads[identifier] = packed
        while len(self._uploads) > 1 and sum(map(len, self._uploads.values())) > _UPLOADED_BYTES:
            del self._uploads[next(iter(self._uploads))]
        return identifier, weights

    async def initial_weights(self, spec: RunSpec) -> bytes | None:
        """Return the weights that a run is to start from, as safetensors, checked to fit; None where they are drawn.

        Raises:
            NotFoundError: there is no such run or upload.
            ConflictError: that run has no weights to give.
            SpecError: they do not fit the network; located at the node.
        """
        wanted = spec.initial_weights
        if wanted is None:
            return None
        if wanted.run is not None:
            data = await self.get(wanted.run).weights()
        elif wanted.upload in self._uploads:
            data = self._uploads[wanted.upload]
        else:
            raise NotFoundError(
                say('There are no weights "{name}".', name=wanted.upload),
                hint=say("Send them with POST /api/weights first."),
            )
        planned = plan_for(spec.network.nodes, spec.data, spec.loss)
        shapes = {name: values.shape for name, values in unpack_weights(data).items()}
        match_weights(planned, shapes, strict=wanted.strict, field="initial_weights")
        return data

    def create(
        self,
        spec: RunSpec,
        *,
        paused: bool = False,
        unwatched: Unwatched = "continue",
        weights: bytes | None = None,
        beside: int = 0,
    ) -> Session:
        """Check a spec, and start a run from it or queue it.

        With `beside`, that many other runs are started together with it, to be compared: each gets the same share of
        the processors, the first one no more than the last.

        Raises:
            SpecError: it cannot be built, or is larger than this server allows; no process is started.
            UnavailableError: its engine or device is not on this machine.
        """
        check_runnable(spec, self._settings)
        identifier = secrets.token_hex(6)
        session = Session(
            identifier,
            spec,
            paused=paused,
            unwatched=unwatched,
            unwatched_seconds=self._settings.unwatched_seconds,
            ended=self._start_waiting,
            weights=weights,
        )
        self._sessions[identifier] = session
        self._waiting.append(_Waiting(session, beside))
        self._start_waiting()
        self._forget_oldest()
        return session

    def get(self, identifier: str) -> Session:
        """Return a run; raises `NotFoundError` where there is none of that name."""
        if identifier not in self._sessions:
            raise NotFoundError(
                say('There is no run "{identifier}".', identifier=identifier),
                hint=say("GET /api/runs lists those there are."),
            )
        return self._sessions[identifier]

    def list(self) -> list[Session]:
        """Return all runs, newest first."""
        return list(self._sessions.values())[::-1]

    async def trace(self, request: TraceRequest) -> Trace:
        """Have one step traced; raises as `training.trace.trace`, and where it takes too long."""
        _refuse_weights(request.spec)
        check_runnable(request.spec, self._settings)
        check_trace(request)
        return Trace.model_validate(await self._task_runner.ask("trace", request.model_dump(mode="json")))

    async def check_gradients(self, spec: RunSpec) -> GradientCheck:
        """Have gradients checked; raises as `training.gradient_check.check_gradients`, and where it takes too long."""
        _refuse_weights(spec)
        check_runnable(spec, self._settings)
        check_gradient_request(spec)
        answer = await self._task_runner.ask("gradient_check", spec.model_dump(mode="json"))
        return GradientCheck.model_validate(answer)

    async def descend(self, request: DescentRequest) -> Descents:
        """Have optimizers descend a surface, in a process of their own; raises where its engine is not here."""
        require_engine(request.engine)
        return Descents.model_validate(await self._task_runner.ask("descents", request.model_dump(mode="json")))

    async def delete(self, identifier: str) -> None:
        """End a run and forget it; returns when its process is gone."""
        session = self.get(identifier)
        session.stop(say("Deleted on request."))
        session.hub.close(4404, say("The run was deleted."))
        if identifier in self._tasks:
            await asyncio.wait({self._tasks[identifier]})
        self._sessions.pop(identifier, None)

    def _start_waiting(self) -> None:
        """Start what waits, as far as there is room."""
        while self._waiting and len(self._tasks) < self._settings.max_active_runs:
            session, beside = self._waiting.popleft()
            if session.state is not RunState.QUEUED:
                continue
            threads = max(1, (os.cpu_count() or 1) // (max(len(self._tasks), beside) + 1))
            session.begin()
            run = session.run(
                self._endpoint, self._launcher, threads=threads, start_seconds=self._settings.start_seconds
            )
            task = asyncio.create_task(run, name=f"run {session.identifier}")
            self._tasks[session.identifier] = task
            task.add_done_callback(lambda task, identifier=session.identifier: self._ended(identifier, task))
        self._make_room()

    def _make_room(self) -> None:
        """Give back processes that only wait to be reset, as many as there are runs that wait for one."""
        waiting = sum(session.state is RunState.QUEUED for session, _ in self._waiting)
        with_process = [self._sessions[identifier] for identifier in self._tasks]
        leaving = sum(session.is_leaving for session in with_process)
        idle = [session for session in with_process if session.is_idle]
        for session in idle[: max(0, waiting - leaving)]:
            session.stop(say("Its process was given to a run that waited."))

    def _ended(self, identifier: str, task: "asyncio.Task[None]") -> None:
        del self._tasks[identifier]
        if not task.cancelled() and (error := task.exception()):
            asyncio.get_running_loop().call_exception_handler(
                {"message": f"Following run {identifier} failed", "exception": error}
            )
        self._start_waiting()

    def _forget_oldest(self) -> None:
        ended = [session for session in self._sessions.values() if session.state in ENDED and not session.has_process]
        for session in ended[: max(0, len(ended) - self._settings.max_kept_runs)]:
            session.hub.close(4404, say("The run was forgotten: newer ones took its place."))
            del self._sessions[session.identifier]


def _refuse_weights(spec: RunSpec) -> None:
    if spec.initial_weights is not None:
        raise SpecError(
            say("A trace and a gradient check begin with the seed's weights, and initial_weights is set."),
            hint=say("Leave it out; a trace takes weights in its parameters."),
            field="initial_weights",
        )


def check_runnable(spec: RunSpec, settings: Settings) -> None:
    """Raise a located error where a spec cannot be run here; nothing is built or started.

    Raises:
        SpecError: it cannot be planned, or its frozen nodes or start do not fit it.
        LimitError: it is larger than this server trains.
        UnavailableError: its engine or device is not there.
    """
    planned = plan_for(spec.network.nodes, spec.data, spec.loss)
    check_limits(planned, spec.batch_size, settings.limits, 8 if spec.dtype == "float64" else 4)
    samples = spec.data.train_size or spec.data.source.sample_count()
    steps = spec.epochs * -(-samples // spec.batch_size)
    if steps > settings.max_steps:
        raise LimitError(
            say(
                "{epochs:,} epochs of up to {samples:,} samples in batches of {batch_size:,} are "
                "{steps:,} steps; this server makes {most:,} at most.",
                epochs=spec.epochs,
                samples=samples,
                batch_size=spec.batch_size,
                steps=steps,
                most=settings.max_steps,
            ),
            hint=say("Lower epochs or raise batch_size; NEURARIUM_MAX_STEPS sets the limit."),
            field="epochs",
            code="too_many_steps",
        )
    frozen_nodes(planned, spec.frozen)
    check_engine(spec)
