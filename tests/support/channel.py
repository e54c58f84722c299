"""The loop's other end, played by a test: it keeps what it is sent and gives commands at chosen moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from neurarium.spec.run import RunSpec
from neurarium.training.channel import ChannelClosedError
from neurarium.training.commands import Command, parse_command
from neurarium.training.loop import Trainer
from neurarium.training.messages import Message

Rows = dict[int, dict[str, float]]


class Clock:
    """A clock that goes on by `tick` seconds whenever it is read, and otherwise only when it is told to.

    With a tick longer than a slice of the loop, the loop looks at its channel after every step.
    """

    def __init__(self, tick: float = 0.01) -> None:
        self.now = 1000.0
        self.tick = tick

    def __call__(self) -> float:
        self.now += self.tick
        return self.now


class RecordingChannel:
    """Keeps all messages.

    Arguments:
        held: what is answered while the run holds, one entry each time it waits; then the channel closes.
        between: what is answered between two slices of training, by how often it was asked before.
    """

    def __init__(
        self, held: Iterable[list[dict[str, Any]]] = (), between: Callable[[int], list[dict[str, Any]]] | None = None
    ) -> None:
        self.messages: list[Message] = []
        self.polls = 0
        self.clock: Clock | None = None
        """The clock that waiting moves, where the test has one."""
        self._held = iter(held)
        self._between = between

    def send(self, message: Message) -> None:
        self.messages.append(message)

    def poll(self) -> list[Command]:
        self.polls += 1
        return [parse_command(raw) for raw in (self._between(self.polls - 1) if self._between else [])]

    def wait(self, seconds: float | None = None) -> list[Command]:
        if seconds is not None:
            # The run waits for its next step: the clock goes on by that, unless something is said meanwhile.
            if self.clock is not None:
                self.clock.now += seconds
            return self.poll()
        for commands in self._held:
            return [parse_command(raw) for raw in commands]
        raise ChannelClosedError("the script is over")

    def of_type(self, kind: str) -> list[Message]:
        """Return the messages of one type, in order."""
        return [message for message in self.messages if message["type"] == kind]

    @property
    def states(self) -> list[str]:
        """The states that were entered, in order."""
        return [message["state"] for message in self.of_type("state")]

    def since_reset(self) -> list[Message]:
        """Return the messages from the last reset on."""
        resets = [i for i, m in enumerate(self.messages) if m["type"] == "state" and m["generation"] > 0]
        first = next(i for i in resets if self.messages[i]["generation"] == self.messages[resets[-1]]["generation"])
        return self.messages[first:]


def run(
    spec: dict[str, Any], channel: RecordingChannel, *, paused: bool = False, clock: Callable[[], float] | None = None
) -> Trainer:
    """Train `spec` on `channel` until it ends, and return the trainer."""
    clock = clock or Clock()
    channel.clock = clock if isinstance(clock, Clock) else None
    trainer = Trainer(RunSpec.model_validate(spec), channel, clock)
    trainer.run(paused=paused)
    return trainer


def dense_rows(messages: Iterable[Message]) -> list[tuple[int, float, float]]:
    """Return ``(step, train_loss, train_accuracy)`` as they were sent, in that order and with repetitions."""
    rows: list[tuple[int, float, float]] = []
    for message in messages:
        if message["type"] == "metrics" and "train_loss" in message["values"]:
            columns = (message["steps"], message["values"]["train_loss"], message["values"]["train_accuracy"])
            rows += [(int(step), float(loss), float(accuracy)) for step, loss, accuracy in zip(*columns, strict=True)]
    return rows


def sparse_rows(messages: Iterable[Message]) -> Rows:
    """Return all other scalars by step and name; a later measurement of the same step replaces an earlier one."""
    rows: Rows = {}
    for message in messages:
        if message["type"] == "metrics" and "train_loss" not in message["values"]:
            for name, column in message["values"].items():
                for step, value in zip(message["steps"], column, strict=True):
                    if not np.isnan(value):
                        rows.setdefault(int(step), {})[name] = float(value)
    return rows
