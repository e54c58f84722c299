"""Huber's loss."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.huber import Huber


@implements(Huber)
def huber(settings: Huber) -> LossFunction:
    """Return ``torch.nn.functional.huber_loss`` against the values that the outputs should have."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return functional.huber_loss(outputs, expected(outputs, targets), delta=settings.delta)

    return loss
