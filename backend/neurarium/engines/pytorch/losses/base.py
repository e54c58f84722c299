"""What every loss is: a function of outputs and targets."""

from collections.abc import Callable
from typing import Any, TypeAlias

from torch import Tensor
from torch.nn import functional

from neurarium.engines.implementations import Implementations
from neurarium.spec.losses import Loss

LossFunction: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""Takes outputs ``(batch, classes)`` and true classes ``(batch,)``; returns the mean loss, a scalar."""


def expected(outputs: Tensor, targets: Tensor) -> Tensor:
    """Return the values that the outputs should have, ``(batch, outputs)``.

    Targets are class numbers, ``(batch,)``: each output should be 1 at the true class and 0 elsewhere, or, where there
    is but one output, the class number itself. Targets of a floating type are those values, ``(batch, outputs)``.
    """
    if targets.is_floating_point():
        return targets.to(outputs.dtype)
    if outputs.shape[1] == 1:
        return targets.to(outputs.dtype)[:, None]
    return functional.one_hot(targets, outputs.shape[1]).to(outputs.dtype)


def correct(settings: Loss, outputs: Tensor, targets: Tensor) -> Tensor:
    """Return how many samples are taken for their true class, a whole number.

    That is the one with the largest output, the first of equals; a single output above the loss's threshold stands for
    the second of two classes.
    """
    if outputs.shape[1] == 1:
        return ((outputs[:, 0] > settings.decision_threshold) == targets).sum()
    return (outputs.argmax(dim=1) == targets).sum()


implements = Implementations[Callable[[Any], LossFunction]]("neurarium.engines.pytorch.losses")


def create_loss(settings: Loss) -> LossFunction:
    """Return what computes the loss `settings`."""
    return implements.find(type(settings))(settings)
