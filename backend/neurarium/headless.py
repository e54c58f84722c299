"""Training and checking without a server: for the command line and for scripts."""

import contextlib
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from neurarium.diagnosis import Findings, RunFinding
from neurarium.graph import PARTS, NetworkCheck, check_network
from neurarium.sessions.history import ScalarHistory
from neurarium.sessions.manager import check_runnable
from neurarium.sessions.settings import read_settings
from neurarium.spec.errors import DivergedError, ErrorInfo, SpecError
from neurarium.spec.run import RunSpec
from neurarium.spec.validation import parse
from neurarium.store import read_weights, write_json, write_weights
from neurarium.training.channel import ChannelClosedError
from neurarium.training.commands import Command, Stop
from neurarium.training.loop import Trainer
from neurarium.training.messages import Message
from neurarium.training.states import RunState
from neurarium.words import say


@dataclass(frozen=True)
class Result:
    """What a training came to.

    Attributes:
        state: ``finished``, or ``stopped`` where it was interrupted from the keyboard.
        metrics: a column for each scalar, and ``step`` and ``epoch``; None where a scalar was not measured.
        weights: parameters and running statistics by name, e.g. ``conv1.weight``.
        taken_over: what was taken over of weights to start from, in words; None where there were none.
        findings: what was found wrong with it and held at its end.
    """

    state: str
    metrics: dict[str, list[float | int | None]]
    weights: dict[str, np.ndarray] = field(repr=False)
    taken_over: str | None = None
    findings: list[RunFinding] = field(default_factory=list)

    def last(self, name: str) -> float | None:
        """Return the last measured value of a scalar, None where it never was."""
        return next((value for value in reversed(self.metrics.get(name, [])) if value is not None), None)


class Record:
    """A channel on which nobody is listening but a history, and a progress bar where one is given."""

    def __init__(self, progress: "ProgressLine | None" = None) -> None:
        self.history = ScalarHistory()
        self.state = RunState.STARTING
        self.error: ErrorInfo | None = None
        self.taken_over: str | None = None
        self.findings = Findings()
        self.interrupted = False
        """To be set where training is to stop after the step under way."""
        self._progress = progress

    def send(self, message: Message) -> None:
        """Keep scalars and the state; pictures have no viewer here."""
        if message["type"] == "metrics":
            self.history.append(message)
            # Validation comes in the sparse messages, which follow the dense ones of the same steps.
            if self._progress and "train_loss" not in message["values"]:
                self._progress.show(message["step"], self.history.latest)
        elif message["type"] == "state":
            self.state = RunState(message["state"])
            self.error = ErrorInfo.model_validate(message["error"]) if message["error"] else None
        elif message["type"] == "notice":
            self.findings.take(message)
            if message["code"] == "weights_loaded":
                self.taken_over = message["message"]

    def poll(self) -> list[Command]:
        """Return the one command that a keyboard gives: to stop."""
        return [Stop()] if self.interrupted else []

    def wait(self, seconds: float | None = None) -> list[Command]:
        """End the run: it waits for commands, and none will come.

        Raises:
            ChannelClosedError: always.
        """
        raise ChannelClosedError


class ProgressLine:
    """A progress bar with the latest figures; on a terminal it moves, elsewhere each epoch gets a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[figures]}"),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("training", figures="")
        self._steps_per_epoch = 1
        self._told_epoch = 0

    def begin(self, total_steps: int, steps_per_epoch: int) -> None:
        """Show an empty bar."""
        self._steps_per_epoch = steps_per_epoch
        self._bar.update(self._task, total=total_steps)
        self._bar.start()

    def show(self, step: int, latest: Mapping[str, float]) -> None:
        """Move to `step` and show the latest figures."""
        figures = "  ".join(
            f"{title} {latest[name]:{form}}"
            for name, title, form in (
                ("train_loss", "loss", ".4f"),
                ("validation_accuracy", "validation accuracy", ".4f"),
                ("steps_per_second", "steps/s", ".0f"),
            )
            if name in latest
        )
        self._bar.update(self._task, completed=step, figures=figures)
        epoch = step // self._steps_per_epoch
        if not self._console.is_terminal and epoch > self._told_epoch:
            self._told_epoch = epoch
            self._console.print(f"epoch {epoch}  step {step}  {figures}", highlight=False)

    def end(self) -> None:
        """Leave the bar as it stands."""
        self._bar.stop()


def train(
    spec: RunSpec | Mapping[str, Any],
    *,
    progress: bool = False,
    weights: Path | Mapping[str, np.ndarray] | None = None,
    strict: bool = True,
) -> Result:
    """Train in this process, to the end, and return what it came to.

    Arguments:
        spec: a `RunSpec`, or the same as plain data.
        progress: whether to show a progress bar on standard error.
        weights: what to start from: arrays by ``node.name``, or a safetensors or npz file of such arrays.
        strict: whether these have to be all that the network has; otherwise what fits is taken, and the rest drawn.

    Raises:
        SpecError: the spec cannot be built, or the weights cannot be read or do not fit it.
        UnavailableError: its engine, device or data are not on this machine.
        DivergedError: a number stopped being finite, with the node and the step.

    Example: ``neurarium.train({"network": {"nodes": [...]}}).last("validation_accuracy")``.
    """
    checked = spec if isinstance(spec, RunSpec) else parse(RunSpec, spec)
    check_runnable(checked, read_settings())
    line = ProgressLine(Console(stderr=True)) if progress else None
    record = Record(line)
    if checked.initial_weights is not None and weights is None:
        raise SpecError(
            say("initial_weights names a run or an upload of a server, and there is none here."),
            hint=say("Leave it out, and give a file of weights: --weights on the command line."),
            field="initial_weights",
        )
    given = read_weights(weights) if isinstance(weights, Path) else weights
    trainer = Trainer(checked, record, weights=given, strict=strict)
    steps_per_epoch = trainer.description()["steps_per_epoch"]
    if line:
        line.begin(trainer.description()["total_steps"], steps_per_epoch)
    try:
        with _stopping_on_interrupt(record):
            trainer.run()
    finally:
        if line:
            line.end()
    if record.error:
        raise DivergedError.from_info(record.error)
    return Result(
        str(record.state),
        record.history.table(steps_per_epoch),
        trainer.weights(),
        record.taken_over,
        [RunFinding.model_validate(finding) for finding in record.findings.now],
    )


@contextlib.contextmanager
def _stopping_on_interrupt(record: Record) -> Iterator[None]:
    """Have the first Ctrl-C end the training after the step under way, so that all it measured is kept; the second one
    interrupts as usual.
    """
    main = threading.current_thread() is threading.main_thread()  # signals are its alone
    if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        record.interrupted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def train_with_progress(
    raw: object, output: Path | None, *, quiet: bool, weights: Path | None = None, strict: bool = True
) -> None:
    """Train as the command line does: a bar while it goes on, then spec, metrics and weights in a folder."""
    spec = parse(RunSpec, raw)
    check_runnable(spec, read_settings())
    folder = output or Path("runs") / f"{_file_name(spec.name) or 'run'}-{time.strftime('%Y%m%d-%H%M%S')}"
    # Written before the training: a folder that takes no files should not cost an hour of it.
    with _telling_of(folder):
        write_json(folder / "spec.json", spec.model_dump(mode="json"))
    result = train(spec, progress=not quiet, weights=weights, strict=strict)
    if result.taken_over:
        Console().print(f"weights from {weights}: {result.taken_over}", highlight=False, soft_wrap=True)
    with _telling_of(folder):
        write_json(folder / "metrics.json", result.metrics)
        write_json(folder / "findings.json", [finding.model_dump(mode="json") for finding in result.findings])
        write_weights(folder / "weights.safetensors", result.weights)
    figures = {name: result.last(name) for name in ("train_loss", "validation_loss", "validation_accuracy")}
    told = ", ".join(f"{name.replace('_', ' ')} {value:.4f}" for name, value in figures.items() if value is not None)
    steps = result.metrics["step"][-1] if result.metrics["step"] else 0
    Console().print(f"{result.state} at step {steps} ({spec.engine}): {told}", highlight=False, soft_wrap=True)
    for finding in result.findings:
        Console().print(f"{finding.node}: {finding.message} {finding.detail}", highlight=False, soft_wrap=True)
    Console().print(
        f"written to {folder}: spec.json, metrics.json, findings.json, weights.safetensors",
        highlight=False,
        soft_wrap=True,
    )


@contextlib.contextmanager
def _telling_of(folder: Path) -> Iterator[None]:
    """Turn an error of the file system into a sentence that names the folder."""
    try:
        yield
    except OSError as error:
        raise SpecError(
            say("{folder} cannot be written: {error}.", folder=folder, error=error),
            hint=say("Choose another folder with --output."),
        ) from error


def describe_spec(raw: object) -> None:
    """Print each node's shape, parameters and cost; raise the first error of a spec that cannot be run."""
    spec = parse(RunSpec, raw)
    settings = read_settings()
    check_runnable(spec, settings)
    dumped = spec.model_dump(mode="json")
    checked: NetworkCheck = check_network({name: dumped[name] for name in PARTS}, settings.limits)
    kinds = {layer.id: layer.kind for layer in spec.network.nodes}
    table = Table("node", "kind", "output shape", "parameters", "multiply-adds", box=None, pad_edge=False)
    for node in checked.nodes:
        shape = " × ".join(str(size) for size in node.output_shape)
        table.add_row(node.id, kinds[node.id], shape, f"{node.parameters:,}", f"{node.multiply_adds:,}")
    table.add_row("total", "", "", f"{checked.parameters:,}", f"{checked.multiply_adds:,}")
    Console(file=sys.stdout).print(table)


def _file_name(name: str) -> str:
    """Return a run's name as a part of a file name: lower case, hyphens for all that is no letter or digit."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
