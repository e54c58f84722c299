"""How the losses went: what a single measurement cannot tell."""

from collections import deque
from typing import NamedTuple

WINDOW = 20
"""Steps over which the recent loss is averaged: one batch's loss swings by half of itself in small batches."""
SETTLED = 5
"""Steps before which there is no recent loss: the mean of fewer would be noise."""


class LossTrend:
    """The training loss: where it began, where it is, and how low it has been.

    Attributes:
        start: the loss with the initial weights: of the first batch or of the validation samples, whichever is
            higher, since a batch of one or two samples may have hardly any by chance.
        recent: the loss now, averaged exponentially over about `WINDOW` steps; None in the first `SETTLED` ones.
        lowest: the lowest that `recent` has been, `start` included.
        lowest_step: when that was.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything; for a reset."""
        self.start: float | None = None
        self.recent: float | None = None
        self.lowest: float | None = None
        self.lowest_step = 0
        self._sum = self._weight = 0.0
        self._steps = 0
        self._since_validation = 0.0
        self._steps_since_validation = 0

    def begin(self, loss: float) -> None:
        """Take in a loss of step 0, with the initial weights."""
        self.start = self.lowest = loss if self.start is None else max(loss, self.start)

    def observe(self, step: int, loss: float) -> None:
        """Take in the loss of a batch update."""
        decay = 1 - 1 / WINDOW
        self._sum = decay * self._sum + loss
        self._weight = decay * self._weight + 1.0
        self._steps += 1
        self._since_validation += loss
        self._steps_since_validation += 1
        if self._steps >= SETTLED:
            self.recent = self._sum / self._weight
            if self.lowest is None or self.recent < self.lowest:
                self.lowest, self.lowest_step = self.recent, step

    def take_mean(self) -> float | None:
        """Return the mean loss since this was asked last; None where there was no step."""
        count = self._steps_since_validation
        mean = self._since_validation / count if count else None
        self._since_validation, self._steps_since_validation = 0.0, 0
        return mean


class Validated(NamedTuple):
    """One validation.

    Attributes:
        step: after how many updates.
        loss: the validation loss.
        train_loss: the mean training loss since the validation before.
    """

    step: int
    loss: float
    train_loss: float


class ValidationTrend:
    """The validation loss: where it began, its best, and the last few.

    Attributes:
        start: the validation loss with the initial weights.
        best: the validation with the lowest loss, that of the start left out.
        last: the last three, the newest at the end.
        since_best: how many there have been since the best.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything; for a reset."""
        self.start: float | None = None
        self.best: Validated | None = None
        self.last: deque[Validated] = deque(maxlen=3)
        self.since_best = 0

    def observe(self, validated: Validated) -> None:
        """Take in the validation after an epoch."""
        self.last.append(validated)
        self.since_best += 1
        if self.best is None or validated.loss < self.best.loss:
            self.best, self.since_best = validated, 0
