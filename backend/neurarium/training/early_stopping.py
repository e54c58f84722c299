"""Which epoch did best on the validation samples, and whether it is time to end."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from neurarium.engines.base import Evaluation
from neurarium.engines.state import BUFFERS, PARAMETERS
from neurarium.spec.early_stopping import EarlyStopping

State = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Best:
    """The best epoch so far.

    Attributes:
        epoch, step: when it was, counted from 1.
        value: what its validation came to.
        weights: the entries of the engine's state that hold parameters and running statistics as they stood then.
    """

    epoch: int
    step: int
    value: float
    weights: State


class EarlyStop:
    """Follows the validation of one run."""

    def __init__(self, settings: EarlyStopping) -> None:
        self.settings = settings
        self.clear()

    def clear(self) -> None:
        """Forget everything seen; for a reset."""
        self.best: Best | None = None
        self.last: tuple[int, float] | None = None
        """The latest epoch, and what its validation came to."""

    def observe(self, epoch: int, step: int, evaluation: Evaluation, state: Callable[[], State]) -> bool:
        """Take in what the validation after `epoch` came to, and return whether patience has run out.

        `state` returns the engine's; it is asked where this epoch is the best so far.
        """
        value = evaluation.loss if self.settings.metric == "loss" else evaluation.accuracy
        self.last = (epoch, value)
        if self._improves(value):
            weights = {name: array for name, array in state().items() if name.split("/")[0] in (PARAMETERS, BUFFERS)}
            self.best = Best(epoch, step, value, weights)
        return epoch - (self.best.epoch if self.best else 0) >= self.settings.patience

    def restored(self, state: State) -> State | None:
        """Return `state` with the weights of the best epoch; None where there is none, or where it is the last one."""
        if self.best is None or self.last is None or self.best.epoch == self.last[0]:
            return None
        return {**state, **self.best.weights}

    def explanation(self, epochs: int) -> str:
        """Say why a run of `epochs` epochs ended where it did, and what its weights are now."""
        assert self.last is not None
        epoch, value = self.last
        name = f"validation {self.settings.metric}"
        if self.best is None:
            return f"Ended after epoch {epoch}: the {name} was never a finite number; last, it was {value}."
        ended = f"Ended after epoch {epoch}"
        if epoch < epochs:
            more_than = f" by more than {self.settings.minimum_improvement:g}" * (self.settings.minimum_improvement > 0)
            count = epoch - self.best.epoch
            ended += f": the {name} has not improved{more_than} for {count} epoch{'s' * (count > 1)}"
        kept = "The weights are those of" if epoch == self.best.epoch else "The weights are again those of"
        return f"{ended}. {kept} epoch {self.best.epoch}, the best, with a {name} of {self.best.value:.4g}."

    def evidence(self) -> dict[str, float | int | str | None]:
        """Return the figures that `explanation` rests on."""
        epoch, value = self.last or (0, math.nan)
        best = self.best
        return {
            "metric": f"validation_{self.settings.metric}",
            "epoch": epoch,
            "value": value if math.isfinite(value) else str(value),
            "best_epoch": best.epoch if best else None,
            "best_step": best.step if best else None,
            "best_value": best.value if best else None,
            "patience": self.settings.patience,
            "minimum_improvement": self.settings.minimum_improvement,
        }

    def _improves(self, value: float) -> bool:
        if not math.isfinite(value):
            return False
        if self.best is None:
            return True
        gained = self.best.value - value if self.settings.metric == "loss" else value - self.best.value
        return gained > self.settings.minimum_improvement
