"""Which epoch did best on the validation samples, and whether it is time to end."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from neurarium.engines.base import Evaluation
from neurarium.engines.state import BUFFERS, PARAMETERS
from neurarium.spec.early_stopping import EarlyStopping
from neurarium.words import Text, say

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

    def explanation(self, epochs: int) -> Text:
        """Say why a run of `epochs` epochs ended where it did, and what its weights are now."""
        assert self.last is not None
        epoch, value = self.last
        figure = say("validation loss") if self.settings.metric == "loss" else say("validation accuracy")
        if self.best is None:
            return say(
                "Ended after epoch {epoch}: the {figure} was never a finite number; last, it was {value}.",
                epoch=epoch,
                figure=figure,
                value=value,
            )
        kept = {"best": self.best.epoch, "figure": figure, "value": self.best.value}
        if epoch == self.best.epoch:
            weights = say(
                "The weights are those of epoch {best}, the best, with a {figure} of {value:.4g}.",
                **kept,
            )
        else:
            weights = say(
                "The weights are again those of epoch {best}, the best, with a {figure} of {value:.4g}.",
                **kept,
            )
        return say("{ended}. {weights}", ended=self._ended(epoch, epochs, figure), weights=weights)

    def _ended(self, epoch: int, epochs: int, figure: Text) -> Text:
        if epoch >= epochs or self.best is None:
            return say("Ended after epoch {epoch}", epoch=epoch)
        count = epoch - self.best.epoch
        waited = say("{count} epochs", count=count) if count > 1 else say("1 epoch")
        if self.settings.minimum_improvement > 0:
            return say(
                "Ended after epoch {epoch}: the {figure} has not improved by more than {least:g} for {waited}",
                epoch=epoch,
                figure=figure,
                least=self.settings.minimum_improvement,
                waited=waited,
            )
        return say(
            "Ended after epoch {epoch}: the {figure} has not improved for {waited}",
            epoch=epoch,
            figure=figure,
            waited=waited,
        )

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
