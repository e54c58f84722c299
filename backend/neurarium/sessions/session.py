"""One run as the server sees it: its state, its history, its viewers and its worker."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

from neurarium.diagnosis import Findings
from neurarium.graph import plan_for
from neurarium.probes import available_probes
from neurarium.sessions.endpoint import Endpoint, WorkerLink
from neurarium.sessions.history import ScalarHistory
from neurarium.sessions.hub import Hub, Viewer
from neurarium.sessions.launcher import Exit, Launcher, WorkerProcess
from neurarium.sessions.pinned import check_pinned, pinnable
from neurarium.sessions.questions import Questions
from neurarium.spec.errors import ConflictError, ErrorInfo, NeurariumError, WorkerError
from neurarium.spec.run import RunSpec
from neurarium.training.commands import Command, Pause, Set, Stop, check_allowed
from neurarium.training.messages import Message, notice_message, state_message
from neurarium.training.states import ENDED, FOLLOWERS, RunState
from neurarium.words import ENGLISH, Language, Text, say

Unwatched = Literal["continue", "stop"]

_log = logging.getLogger(__name__)

_QUIT_SECONDS = 2.0
"""How long a worker may take to end by itself before it is killed."""
_LIVELESS_SECONDS = 30.0
"""How long a worker may be silent. One long step or validation sends nothing; heartbeats come between steps."""


class Session:
    """A run: created queued, started by the manager, followed until its worker has ended."""

    def __init__(
        self,
        identifier: str,
        spec: RunSpec,
        *,
        paused: bool,
        unwatched: Unwatched,
        unwatched_seconds: float,
        ended: Callable[[], object],
        weights: bytes | None = None,
    ) -> None:
        """Create it queued; `ended` is called when it has no more work to do, though its process still waits.

        `weights`, as safetensors, are those to start from; left out, they are drawn.
        """
        self.identifier = identifier
        self.spec = spec
        self.created_at = datetime.now(UTC)
        self.state = RunState.QUEUED
        self.reason: Text | None = None
        self.error: ErrorInfo | None = None
        self.step = 0
        self.epoch = 0.0
        self.generation = 0
        self.steps_per_epoch: int | None = None
        self.total_steps: int | None = None
        self.device: str | None = None
        self.samples: dict[str, int] | None = None
        self.settings: dict[str, Any] = {"steps_per_second": None, "pinned_sample": 0}
        """What `set` changed beside the learning rate, which the spec has."""
        # Known from the spec alone, and so to viewers who come before the worker has built anything.
        plan = plan_for(spec.network.nodes, spec.data, spec.loss)
        self.probes: list[dict[str, str | None]] = [key._asdict() for key in available_probes(spec, plan)]
        self.history = ScalarHistory()
        self.findings = Findings()
        self.hub = Hub()
        self._paused = paused
        self._weights = weights
        self._final_weights: bytes | None = None
        self._unwatched = unwatched
        self._unwatched_seconds = unwatched_seconds
        self._ended = ended
        self._process: WorkerProcess | None = None
        self._link: WorkerLink | None = None
        self._questions: Questions | None = None
        self._ending: RunState | None = None
        self._ending_reason: Text | None = None
        self._leaving: asyncio.TimerHandle | None = None
        if unwatched == "stop":
            self._count_down()

    def describe(self) -> dict[str, Any]:
        """Return the run as the API shows it."""
        return {
            "id": self.identifier,
            "name": self.spec.name,
            "state": str(self.state),
            "reason": self.reason,
            "spec": self.spec.model_dump(mode="json"),
            "step": self.step,
            "epoch": self.epoch,
            "steps_per_epoch": self.steps_per_epoch,
            "total_steps": self.total_steps,
            "created_at": self.created_at.isoformat(),
            "generation": self.generation,
            "device": self.device,
            "samples": self.samples,
            "settings": self.settings,
            "metrics": self.history.latest,
            "findings": self.findings.now,
            "error": self.error.model_dump() if self.error else None,
        }

    @property
    def has_process(self) -> bool:
        """Whether a worker process belongs to it at this moment."""
        return self._process is not None

    @property
    def is_idle(self) -> bool:
        """Whether its process does nothing but wait for a reset."""
        return self._process is not None and self.state in ENDED and not self.is_leaving

    @property
    def is_leaving(self) -> bool:
        """Whether its process was told to end."""
        return self._ending is not None

    def begin(self) -> None:
        """Leave the queue."""
        self._enter(RunState.STARTING)

    async def run(self, endpoint: Endpoint, launcher: Launcher, *, threads: int, start_seconds: float) -> None:
        """Start a worker and follow it to its end; returns when no process is left. Comes after `begin`."""
        token = secrets.token_urlsafe(32)
        failure: ErrorInfo | None = None
        try:
            with endpoint.expecting(token) as dialled:
                self._process = await launcher.start(endpoint.address, token, threads)
                if self._ending is not None:  # it was stopped before there was a process to end
                    self._kill()
                ended = asyncio.ensure_future(self._process.wait())
                await asyncio.wait({dialled, ended}, timeout=start_seconds, return_when=asyncio.FIRST_COMPLETED)
                if dialled.done():
                    self._link = dialled.result()
                    self._questions = Questions(self._link.send)
                    failure = await self._follow(self._link)
                elif not ended.done():
                    message = say("The worker process did not report within {seconds:.0f} s.", seconds=start_seconds)
                    failure = WorkerError(message, hint=say("The machine may be overloaded; start the run again.")).info
            exit_ = await self._end_process(ended)
            failure = failure or WorkerError(exit_.in_words(), hint=say("Start the run again.")).info
        except OSError as error:
            message = say("No worker process could be started: {error}.", error=error)
            failure = WorkerError(message, hint=say("The machine may be out of memory or processes.")).info
        except Exception as error:
            # A fault of ours, or frames that no worker sends: neither may leave a process that nobody follows.
            _log.exception("Following run %s failed", self.identifier)
            message = say(
                "The server failed while it followed the run: {kind}: {error}.", kind=type(error).__name__, error=error
            )
            failure = WorkerError(message, hint=say("The server's log has the details.")).info
        finally:
            if self._link is not None:
                self._link.close()
            self._kill()
            self._link = None
            self._process = None
            if self._questions is not None:
                self._questions.give_up(self._no_answer())
                self._questions = None
        if self._ending is not None:
            if self.state not in ENDED:
                self._enter(self._ending, self._ending_reason)
        elif self.state not in ENDED:
            self._enter(RunState.FAILED, failure.message, failure)

    def command(self, command: Command) -> None:
        """Pass a command on.

        Raises:
            ConflictError: the run's state forbids it, or its process has ended.
        """
        check_allowed(command, self.state)
        if isinstance(command, Stop):
            self.stop(say("Stopped on request."))
            return
        if isinstance(command, Pause) and self.state in ENDED:
            return
        # A process that was told to end hears nothing more, though it may be there for a moment yet.
        if self._link is None or self.is_leaving:
            raise ConflictError(
                say("The run is {state} and its process has ended.", state=self.state.in_words()),
                hint=say("Start it again with the same settings."),
            )
        if isinstance(command, Set):
            check_pinned(command.pinned_sample, self.samples)
        self._link.send({"kind": "command", "command": command.model_dump()})
        if isinstance(command, Set):
            self._take_settings(command.named)

    def _take_samples(self, samples: dict[str, int]) -> None:
        self.samples = samples
        # The worker looks past a place that there is not, and goes on with the first one.
        if self.settings["pinned_sample"] >= pinnable(samples)[1]:
            self.settings = {**self.settings, "pinned_sample": 0}

    def _take_settings(self, named: dict[str, Any]) -> None:
        if "learning_rate" in named:
            optimizer = self.spec.optimizer.model_copy(update={"learning_rate": named["learning_rate"]})
            self.spec = self.spec.model_copy(update={"optimizer": optimizer})
        self.settings = {name: named.get(name, value) for name, value in self.settings.items()}

    async def ask(self, question: str, body: dict[str, Any] | None = None) -> Any:
        """Return the worker's answer to one of `sessions.answers`, given between two steps.

        Raises:
            ConflictError: there is no process to answer, or it is still building.
            NeurariumError: what the worker found wrong with the question.
        """
        if self._questions is None or self.state is RunState.STARTING:
            raise self._no_answer()
        try:
            return await self._questions.ask(question, body or {}, _LIVELESS_SECONDS)
        except TimeoutError:
            raise self._no_answer() from None

    async def weights(self) -> bytes:
        """Return the weights as they are, as safetensors; those of a run that has ended are kept where they are small.

        Raises:
            ConflictError: it has no weights yet, or not any more.
            LimitError: they are too large to be passed on.
        """
        if self._final_weights is None:
            try:
                return await self.ask("weights")
            except ConflictError:
                if self._final_weights is None:
                    raise
        return self._final_weights

    def _no_answer(self) -> ConflictError:
        return ConflictError(
            say("The run is {state}, and no process of it can answer.", state=self.state.in_words()),
            hint=say(
                "Ask while it runs, is paused, or waits to be reset; of small networks the last weights are kept."
            ),
        )

    def stop(self, reason: Text, state: RunState = RunState.STOPPED) -> None:
        """End the run and its process; a run that has ended keeps its state."""
        if self._ending is None:
            self._ending, self._ending_reason = state, reason
        if self.state is RunState.QUEUED:
            self._enter(state, reason)
        elif self._link is not None:
            # It sends what it still holds and closes the link; a worker in the middle of a long step is not waited for.
            self._link.send({"kind": "quit"})
            asyncio.get_running_loop().call_later(_QUIT_SECONDS, self._kill)
        else:
            self._kill()

    def join(self, after: int | None, language: Language = ENGLISH) -> Viewer:
        """Return a queue for a new viewer, who is told in `language`."""
        if self._leaving:
            self._leaving.cancel()
            self._leaving = None
        hello = {"type": "hello", "step": self.step, "run": self.describe(), "probes": self.probes}
        return self.hub.join(hello, after, self._snapshot, language)

    def leave(self, viewer: Viewer) -> None:
        """Forget a viewer; after the last one, the time until the process is given back begins."""
        self.hub.leave(viewer)
        if not self.hub.viewers:
            self._count_down()

    def refuse(self, viewer: Viewer, error: NeurariumError) -> None:
        """Tell one viewer why its command was not followed."""
        info = error.info
        message = notice_message("error", self.step, info.code, info.message, hint=info.hint, node=info.node)
        self.hub.tell(viewer, message)

    async def _follow(self, link: WorkerLink) -> ErrorInfo | None:
        """Take what the worker sends until its link closes; return the failure that it reported."""
        failure: ErrorInfo | None = None
        link.send(
            {
                "kind": "start",
                "spec": self.spec.model_dump(mode="json"),
                "paused": self._paused,
                "weights": self._weights,
            }
        )
        self._weights = None
        frames = link.frames()
        while True:
            try:
                arrived = await asyncio.wait_for(anext(frames), _LIVELESS_SECONDS)
            except StopAsyncIteration:
                return failure
            except TimeoutError:
                message = say(
                    "The worker process was silent for {seconds:.0f} s and was ended.",
                    seconds=_LIVELESS_SECONDS,
                )
                return WorkerError(message, hint=say("Lower batch_size, or make the network smaller.")).info
            if arrived["kind"] == "message":
                self._take(arrived["message"])
            elif arrived["kind"] == "built":
                self.device = arrived["device"]
                self.steps_per_epoch = arrived["steps_per_epoch"]
                self.total_steps = arrived["total_steps"]
                self._take_samples(arrived["samples"])
            elif arrived["kind"] == "answer" and self._questions is not None:
                self._questions.take(arrived)
            elif arrived["kind"] == "last_weights":
                self._final_weights = arrived["data"] or None
            elif arrived["kind"] == "failure":
                failure = ErrorInfo.model_validate(arrived["error"])

    def _take(self, message: Message) -> None:
        kind = message["type"]
        if kind == "state":
            self._take_state(message)
        elif kind == "metrics":
            self.history.append(message)
        elif kind == "notice":
            self.findings.take(message)
        # Rows that come now and then may be of an earlier step than the dense ones before them; only a reset goes back.
        self.step = message["step"] if kind == "state" else max(self.step, message["step"])
        if self.steps_per_epoch:
            self.epoch = self.step / self.steps_per_epoch
        self.hub.publish(message)

    def _take_state(self, message: Message) -> None:
        self.state = RunState(message["state"])
        self.reason = message["reason"]
        self.error = ErrorInfo.model_validate(message["error"]) if message["error"] else None
        if message["generation"] != self.generation:
            self.generation = message["generation"]
            self.history.clear()
            self.findings.clear()
            self.hub.forget_probes()
        if self.state in ENDED:
            if not self.hub.viewers:
                self._count_down()
            self._ended()

    def _enter(self, state: RunState, reason: Text | None = None, error: ErrorInfo | None = None) -> None:
        if state not in FOLLOWERS[self.state]:
            raise RuntimeError(f"A run cannot go from {self.state} to {state}.")
        self.state, self.reason, self.error = state, reason, error
        self.hub.publish(state_message(state, self.step, self.epoch, self.generation, reason, error))

    async def _end_process(self, ended: asyncio.Future[Exit]) -> Exit:
        """Wait for the process to end, and kill it where it takes too long."""
        if self._link is not None:
            self._link.close()
        done, _ = await asyncio.wait({ended}, timeout=_QUIT_SECONDS)
        if not done:
            self._kill()
        return await ended

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _snapshot(self) -> Message:
        return {"type": "snapshot", "step": self.step, "run": self.describe(), "metrics": self.history.messages()}

    def _count_down(self) -> None:
        """Begin the time after which nobody watching means that the process is given back."""
        if self._leaving:
            self._leaving.cancel()
        self._leaving = asyncio.get_running_loop().call_later(self._unwatched_seconds, self._give_up)

    def _give_up(self) -> None:
        self._leaving = None
        if self._unwatched == "stop" or self.state in ENDED:
            self.stop(
                say("Nobody had been watching for {seconds:g} s, so it was stopped.", seconds=self._unwatched_seconds)
            )
