"""Smooth L1."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.smooth_l1 import SmoothL1


@implements(SmoothL1)
def smooth_l1(settings: SmoothL1) -> LossFunction:
    """Return ``torch.nn.functional.smooth_l1_loss`` against the values that the outputs should have."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return functional.smooth_l1_loss(outputs, expected(outputs, targets), beta=settings.beta)

    return loss
