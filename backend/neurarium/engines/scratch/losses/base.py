"""What every loss has."""

from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from neurarium.engines.base import Array, Targets
from neurarium.engines.implementations import Implementations
from neurarium.spec import losses as spec_losses

Settings = TypeVar("Settings", bound=spec_losses.Loss)


class Loss(ABC, Generic[Settings]):
    """Measures how far outputs are from targets, averaged over the batch."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @abstractmethod
    def forward(self, output: Array, targets: Targets) -> float:
        """Return the loss of outputs ``(classes, batch)`` and true classes ``(batch,)``."""

    @abstractmethod
    def backward(self) -> Array:
        """Return the derivative of the last loss by those outputs, ``(classes, batch)``."""

    def correct(self, output: Array, targets: Targets) -> int:
        """Return how many samples are taken for their true class.

        That is the one with the largest output, the first of equals; a single output above the loss's threshold stands
        for the second of two classes.
        """
        if len(output) == 1:
            return int(np.count_nonzero((output[0] > self.settings.decision_threshold) == targets))
        return int(np.count_nonzero(output.argmax(axis=0) == targets))


def expected(output: Array, targets: NDArray[Any]) -> Array:
    """Return the values that outputs of shape ``(outputs, batch)`` should have, of that shape.

    Targets are class numbers, ``(batch,)``: each output should be 1 at the true class and 0 elsewhere, or, where there
    is but one output, the class number itself. Targets of a floating type are those values, ``(batch, outputs)``.
    """
    if targets.dtype.kind == "f":
        return targets.T.astype(output.dtype, copy=False)
    if len(output) == 1:
        return targets.astype(output.dtype)[None]
    values = np.zeros_like(output)
    values[targets, np.arange(len(targets))] = 1.0
    return values


implements = Implementations[type[Loss[Any]]]("neurarium.engines.scratch.losses")


def create_loss(settings: spec_losses.Loss) -> Loss[Any]:
    """Return what computes the loss `settings`."""
    return implements.find(type(settings))(settings)
