"""The learning rate over a run, before it starts: asked of the schedule that training itself asks."""

import heapq
import itertools
from collections.abc import Callable
from typing import Annotated

import numpy as np
from pydantic import Field

from neurarium.data import split_sizes, steps_per_epoch
from neurarium.spec.base import SpecModel
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import SpecError
from neurarium.spec.optimizers.base import LearningRate
from neurarium.spec.run import RunSpec
from neurarium.spec.schedules import AnySchedule
from neurarium.words import say

MOST_STEPS = 10**9
GRID = 200
"""Steps that are looked at to begin with, evenly spaced."""
MOST_POINTS = 1000
"""Steps in an answer."""
_JUMP = 0.02
"""What counts as a jump between two neighbours: a larger share of the whole height than this."""


class ScheduleRequest(SpecModel):
    """A schedule, and how long the run is: in steps, or as its data, batch size and epochs say."""

    schedule: AnySchedule
    learning_rate: LearningRate = Field(default=1.0, description="That of the optimizer, which the schedule scales.")
    total_steps: int | None = Field(
        default=None, ge=1, le=MOST_STEPS, description="Left out, they follow from data, batch_size and epochs."
    )
    data: DataSpec = Field(default_factory=lambda: DataSpec())
    batch_size: Annotated[int, RunSpec.model_fields["batch_size"]] = 100
    epochs: Annotated[int, RunSpec.model_fields["epochs"]] = 10


class ScheduleCurve(SpecModel):
    """The learning rate of some of the updates; between two of them it goes nearly straight."""

    total_steps: int
    steps: list[int] = Field(description="Finished updates; the first is 0, the last total_steps - 1.")
    learning_rates: list[float] = Field(description="Of the update that follows each.")


def schedule_curve(request: ScheduleRequest) -> ScheduleCurve:
    """Return the learning rate at as many steps as a picture needs: all of them where the run is short.

    Raises:
        SpecError: the data leave nothing to train on, or the run would be longer than any.
    """
    total = request.total_steps or _total_steps(request)
    if total > MOST_STEPS:
        raise SpecError(
            say(
                "{epochs:,} epochs are {steps:,} steps; {most:,} are the most.",
                epochs=request.epochs,
                steps=total,
                most=MOST_STEPS,
            ),
            hint=say("Lower epochs or raise batch_size."),
            field="epochs",
            code="too_many_steps",
        )

    def rate(step: int) -> float:
        return request.learning_rate * request.schedule.factor(step, total)

    steps = _telling_steps(rate, total)
    return ScheduleCurve(total_steps=total, steps=steps, learning_rates=[rate(step) for step in steps])


def _total_steps(request: ScheduleRequest) -> int:
    train, _ = split_sizes(request.data.source.sample_count(), request.data)
    return request.epochs * steps_per_epoch(train, request.batch_size)


def _telling_steps(rate: Callable[[int], float], total: int) -> list[int]:
    """Return evenly spaced steps from the first to the last, and on both sides of each jump the very steps of it."""
    grid = np.unique(np.linspace(0, total - 1, min(GRID, total)).round().astype(np.int64)).tolist()
    values = {step: rate(step) for step in grid}
    least = _JUMP * (max(values.values()) - min(values.values()))
    jumps: list[tuple[float, int, int]] = []

    def look_between(low: int, high: int) -> None:
        size = abs(values[high] - values[low])
        if high - low > 1 and size > least:
            heapq.heappush(jumps, (-size, low, high))

    for low, high in itertools.pairwise(grid):
        look_between(low, high)
    while jumps and len(values) < MOST_POINTS:
        _, low, high = heapq.heappop(jumps)  # the largest one that is left
        middle = (low + high) // 2
        values[middle] = rate(middle)
        look_between(low, middle)
        look_between(middle, high)
    return sorted(values)
