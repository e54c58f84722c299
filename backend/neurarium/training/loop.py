"""The training loop: steps, validation, measurements and commands, one after another in one thread."""

import itertools
import math
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from neurarium.data import Batch, Batches, load_dataset
from neurarium.diagnosis import Change, Diagnosis
from neurarium.engines import Evaluation, create_engine
from neurarium.engines.threads import limit_threads
from neurarium.graph import WeightsMatch, match_weights, plan_for
from neurarium.probes import Collector, ProbeMessage, TelemetryBudget, pinnable, total_norm
from neurarium.spec.errors import DivergedError, ErrorInfo
from neurarium.spec.run import RunSpec
from neurarium.training.channel import Channel, ChannelClosedError
from neurarium.training.commands import Command, Pause, Reset, Resume, Set, Step, Stop
from neurarium.training.early_stopping import EarlyStop
from neurarium.training.look import Look, take_look
from neurarium.training.messages import finding_message, notice_message, probe_message, state_message
from neurarium.training.pace import Pace
from neurarium.training.predict import predict
from neurarium.training.recorder import ScalarRecorder
from neurarium.training.states import RunState
from neurarium.words import Text, say

SLICE_SECONDS = 0.001
"""How long steps are made without a look at the channel; one step is always made."""
REPORT_SECONDS = 0.1
"""How often scalars are sent."""


class Trainer:
    """Builds what a spec asks for and trains it, measuring as it goes.

    What is sent with step s >= 1 belongs to batch update s: its loss, activations and gradients, and the weights as
    they stand after it.
    Step 0 is measured on the first batch, with the initial weights and no update.
    """

    def __init__(
        self,
        spec: RunSpec,
        channel: Channel,
        clock: Callable[[], float] = time.monotonic,
        *,
        weights: Mapping[str, np.ndarray] | None = None,
        strict: bool = True,
    ) -> None:
        """Load the data and build the engine.

        Arguments:
            spec: what to build.
            channel: whom to tell, and who gives commands.
            clock: seconds, from any moment on.
            weights: parameters and running statistics to start from, by ``node.name``; left out, all are drawn.
            strict: whether all of them have to be there and fit; otherwise what fits is taken, and a notice says what.

        Raises:
            NeurariumError: the spec cannot be run on this machine, or the weights do not fit it.
        """
        self.spec = spec
        self._channel = channel
        self._clock = clock
        self._data = load_dataset(spec.data, spec.seed)
        self.plan = plan = plan_for(spec.network.nodes, spec.data, spec.loss)
        self._taken_over = None
        if weights is not None:
            shapes = {name: values.shape for name, values in weights.items()}
            self._taken_over = match_weights(plan, shapes, strict=strict, field="initial_weights")
            weights = {name: weights[name] for name in self._taken_over.used}
        self._engine = create_engine(spec, plan, weights=weights)
        limit_threads(plan, spec.batch_size)
        self._batches = Batches(self._data.train, spec.batch_size, spec.seed)
        self._total_steps = spec.epochs * self._batches.steps_per_epoch
        given = self._taken_over.used if self._taken_over is not None else ()
        self._collector = Collector(spec, plan, self._data, given_weights=given, clock=clock)
        self._budget = TelemetryBudget(spec.probes.budget)
        self._pace = Pace()
        self._diagnosis = Diagnosis(spec, plan)
        self._recorder = ScalarRecorder(channel)
        self._learning_rate = spec.optimizer.learning_rate
        self._early_stop = EarlyStop(spec.early_stopping) if spec.early_stopping else None
        self._generation = 0
        self._pause_at: int | None = None
        self._reported_at = 0.0
        self._reported_step = 0
        self.state = RunState.STARTING

    def description(self) -> dict[str, Any]:
        """Return what only the built run knows: its device, and how many steps it has."""
        return {
            "device": self._engine.device,
            "steps_per_epoch": self._batches.steps_per_epoch,
            "total_steps": self._total_steps,
            "samples": {"train": len(self._data.train), "validation": len(self._data.validation)},
        }

    def weights(self) -> dict[str, np.ndarray]:
        """Return copies of the parameters and running statistics by name, e.g. ``conv1.weight``."""
        return {
            ".".join(parts[1:]): tensor
            for key, tensor in self._engine.state().items()
            if (parts := key.split("/"))[0] in ("parameters", "buffers")
        }

    @property
    def step(self) -> int:
        """How many updates were made."""
        return self._engine.step

    @property
    def generation(self) -> int:
        """How many times it was reset."""
        return self._generation

    def look(self, samples: int) -> Look:
        """Make the next step on its whole batch, keep all of it for the batch's first samples, and take it back."""
        engine, before = self._engine, self._engine.state()
        batch, rate = self._batches.batch(engine.step), self._current_learning_rate()
        try:
            return take_look(engine, before, self.spec, self.plan, (batch.inputs, batch.targets), rate, samples)
        finally:
            engine.load_state(before)

    def predict(self, inputs: np.ndarray, nodes: list[str]) -> dict[str, Any]:
        """Return what the network puts out now for samples that `check_prediction` let pass; see `predict.predict`."""
        return predict(self._engine, self.plan, inputs, nodes)

    def run(self, *, paused: bool = False) -> None:
        """Train until a stop, or until the channel closes; a finished run waits for commands.

        With `paused`, hold after step 0 was measured.
        """
        try:
            self._begin()
            if self.state is RunState.STARTING:
                self._enter(RunState.PAUSED if paused else RunState.RUNNING)
            while self.state is not RunState.STOPPED:
                for command in self._commands():
                    if self.state is not RunState.STOPPED:
                        self._follow(command)
                if self.state is RunState.RUNNING and not self._pace.delay(self._clock()):
                    self._train_slice()
        except ChannelClosedError:
            self._recorder.flush()

    def _commands(self) -> list[Command]:
        """Return the commands that came, after waiting for one where there is nothing to be done meanwhile."""
        if self.state is not RunState.RUNNING:
            return self._channel.wait()
        delay = self._pace.delay(self._clock())
        return self._channel.wait(delay) if delay else self._channel.poll()

    def _begin(self) -> None:
        """Measure step 0: the initial weights on the first batch, and on the validation samples."""
        if self._taken_over is not None and self._generation == 0:
            self._tell_of_weights(self._taken_over)
        batch = self._batches.batch(0)
        result = self._engine.measure(batch.inputs, batch.targets)
        if not math.isfinite(result.loss):
            self._diverge(0, batch, result.loss)
            return
        self._diagnosis.begin(result.loss)
        self._send_probes()
        self._recorder.add(0, learning_rate=self._current_learning_rate())
        evaluation = self._validate()
        if evaluation is not None:
            self._send(self._collector.validated(self._engine, evaluation))
        self._report()

    def _tell_of_weights(self, match: WeightsMatch) -> None:
        evidence = {
            "used": list(match.used),
            "missing": list(match.missing),
            "unknown": list(match.unknown),
            "misfits": list(match.misfits),
        }
        level = "info" if match.is_complete else "warning"
        self._channel.send(notice_message(level, 0, "weights_loaded", match.in_words(), evidence=evidence))

    def _follow(self, command: Command) -> None:
        working = self.state in (RunState.RUNNING, RunState.PAUSED)
        if isinstance(command, Stop):
            self._enter(RunState.STOPPED, say("Stopped on request."))
        elif isinstance(command, Reset):
            self._reset()
        elif isinstance(command, Set):
            self._set(command)
        elif not working:
            # The server checks commands against the state it knows; the run may have ended since.
            return
        elif isinstance(command, Pause):
            # One more step, so that what is looked at during the pause was measured at its own step.
            self._pause_at = self._engine.step + 1 if self.state is RunState.RUNNING else None
            self._pace.hurry()
        elif isinstance(command, Resume):
            self._pause_at = None
            if self.state is RunState.PAUSED:
                self._enter(RunState.RUNNING)
        elif isinstance(command, Step):
            self._pause_at = min(self._engine.step + command.count, self._total_steps)
            if self.state is RunState.PAUSED:
                self._enter(RunState.RUNNING)

    def _set(self, command: Set) -> None:
        if command.learning_rate is not None:
            self._learning_rate = command.learning_rate
            self._diagnosis.set_learning_rate(command.learning_rate)
            self._recorder.add(self._engine.step, learning_rate=self._current_learning_rate())
            self._recorder.flush()
        if "steps_per_second" in command.named:
            self._pace.set_limit(command.steps_per_second, self._clock())
        # The server checks it against the samples there are, once it knows how many that is.
        if command.pinned_sample is not None and command.pinned_sample < len(pinnable(self._data).samples):
            self._send(self._collector.pin(command.pinned_sample, self._engine))

    def _reset(self) -> None:
        self._engine.reset()
        self._recorder.clear()
        self._diagnosis.clear()
        if self._early_stop is not None:
            self._early_stop.clear()
        self._generation += 1
        self._pause_at = None
        self._enter(RunState.PAUSED, say("Reset to the same initial weights."))
        self._begin()

    def _train_slice(self) -> None:
        end = self._clock() + SLICE_SECONDS
        while True:
            self._step()
            now = self._clock()
            if self.state is not RunState.RUNNING or now >= end or self._pace.delay(now):
                break
        if now - self._reported_at >= REPORT_SECONDS:
            self._report()

    def _step(self) -> None:
        step = self._engine.step + 1
        batch = self._batches.batch(step - 1)
        last = step in (self._pause_at, self._total_steps)
        observe = last or self._budget.is_due(self._clock(), self._pace.interval)
        began = self._clock()
        self._pace.stepped(began)
        result = self._engine.train_step(batch.inputs, batch.targets, self._current_learning_rate(), observe=observe)
        if not math.isfinite(result.loss):
            self._diverge(step, batch, result.loss)
            return
        self._recorder.add_step(step, result.loss, result.accuracy)
        self._diagnosis.loss.observe(step, result.loss)
        if observe:
            self._recorder.flush()
            self._send_probes(everything=last)
            self._budget.measured(self._clock(), self._clock() - began, self._pace.interval)
        else:
            self._budget.trained(self._clock() - began)
        out_of_patience = False
        if step % self._batches.steps_per_epoch == 0:
            evaluation = self._validate()
            out_of_patience = self._is_out_of_patience(evaluation)
            self._measure_validation(evaluation, always=last or out_of_patience)
        if step >= self._total_steps or out_of_patience:
            self._finish(step, batch)
        elif step == self._pause_at:
            self._pause()

    def _finish(self, step: int, batch: Batch) -> None:
        self._report()
        reason = self._keep_best_weights()
        if self._engine.find_non_finite(batch.inputs, batch.targets) is None:
            self._enter(RunState.FINISHED, reason)
        else:
            # The last loss was finite, but no further one could be with the weights that its update left.
            self._diverge(step, batch)

    def _is_out_of_patience(self, evaluation: Evaluation | None) -> bool:
        if self._early_stop is None or evaluation is None:
            return False
        step = self._engine.step
        return self._early_stop.observe(step // self._batches.steps_per_epoch, step, evaluation, self._engine.state)

    def _keep_best_weights(self) -> Text | None:
        """Go back to the weights of the best epoch, and say so; do nothing without early stopping.

        The step stays the number of updates made, and so do the last measurements: they are those of that step.
        """
        stop = self._early_stop
        if stop is None or stop.last is None:
            return None
        best = stop.restored(self._engine.state())
        if best is not None:
            self._engine.load_state(best)
        reason = stop.explanation(self.spec.epochs)
        self._channel.send(
            notice_message("info", self._engine.step, "early_stopping", reason, evidence=stop.evidence())
        )
        return reason

    def _pause(self) -> None:
        self._pause_at = None
        self._report()
        self._enter(RunState.PAUSED)

    def _current_learning_rate(self) -> float:
        return self._learning_rate * self.spec.schedule.factor(self._engine.step, self._total_steps)

    def _send_probes(self, *, everything: bool = True) -> None:
        probes = self._collector.collect(self._engine, everything=everything)
        self._send(probes)
        gradients = [probe.payload["parameters"].values() for probe in probes if probe.probe == "gradient_stats"]
        norm = total_norm(itertools.chain.from_iterable(gradients))
        if norm is not None:
            self._recorder.add(self._engine.step, gradient_norm=norm)
        self._tell(self._diagnosis.measured(self._engine.step, probes))

    def _send(self, probes: Iterable[ProbeMessage]) -> None:
        for probe in probes:
            self._channel.send(
                probe_message(self._engine.step, probe.probe, probe.node, probe.parameter, probe.payload)
            )

    def _tell(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._channel.send(finding_message(change))

    def _validate(self) -> Evaluation | None:
        samples = self._data.validation
        if len(samples) == 0:
            return None
        evaluation = self._engine.evaluate(samples.inputs, samples.targets)
        self._recorder.add(self._engine.step, validation_loss=evaluation.loss, validation_accuracy=evaluation.accuracy)
        self._tell(self._diagnosis.validated(self._engine.step, evaluation.loss))
        return evaluation

    def _measure_validation(self, evaluation: Evaluation | None, *, always: bool) -> None:
        """Send what a validation tells beside its scalars: where the budget allows it, or `always`."""
        began = self._clock()
        due = self._budget.validation_is_due(began, self._pace.interval)
        if evaluation is None or not (due or always):
            return
        self._send(self._collector.validated(self._engine, evaluation))
        now = self._clock()
        self._budget.validation_measured(now, now - began, self._pace.interval, due=due)

    def _report(self) -> None:
        """Send all scalars, with how fast the run went since the last time."""
        now, step = self._clock(), self._engine.step
        elapsed, steps = now - self._reported_at, step - self._reported_step
        if steps > 0 and elapsed > 0:
            self._recorder.add(
                step,
                learning_rate=self._current_learning_rate(),
                steps_per_second=steps / elapsed,
                samples_per_second=steps / elapsed * min(self.spec.batch_size, len(self._data.train)),
                telemetry_share=self._budget.share,
            )
        self._reported_at, self._reported_step = now, step
        self._recorder.flush()

    def _enter(self, state: RunState, reason: Text | None = None, error: ErrorInfo | None = None) -> None:
        self._recorder.flush()
        self.state = state
        self._reported_at, self._reported_step = self._clock(), self._engine.step
        epoch = self._engine.step / self._batches.steps_per_epoch
        self._channel.send(state_message(state, self._engine.step, epoch, self._generation, reason, error))

    def _diverge(self, step: int, batch: Batch, loss: float | None = None) -> None:
        """End in `diverged`, naming the node whose numbers stopped being finite and the step at which they did.

        `loss` is what step `step` came to; None where its own was finite, and the weights that it left are not.
        """
        node = self._engine.find_non_finite(batch.inputs, batch.targets)
        rate = self._current_learning_rate()
        found = (
            say("At step {step} the loss became {loss}", step=step, loss=loss)
            if loss is not None
            else say("Step {step} was one too many", step=step)
        )
        error = DivergedError(
            say("{found}: {node} puts out numbers that are not finite.", found=found, node=node or say("the loss")),
            hint=say("Lower the learning rate (now {rate:g}), or start from smaller weights.", rate=rate),
            node=node,
        ).info
        evidence = {"step": step, "learning_rate": rate, "loss": str(loss) if loss is not None else None}
        self._recorder.flush()
        self._channel.send(
            notice_message(
                "error", self._engine.step, error.code, error.message, hint=error.hint, node=node, evidence=evidence
            )
        )
        self._enter(RunState.DIVERGED, error.message, error)
