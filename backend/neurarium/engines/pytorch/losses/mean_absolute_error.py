"""Mean absolute error."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.mean_absolute_error import MeanAbsoluteError


@implements(MeanAbsoluteError)
def mean_absolute_error(settings: MeanAbsoluteError) -> LossFunction:
    """Return ``torch.nn.functional.l1_loss`` against the values that the outputs should have."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return functional.l1_loss(outputs, expected(outputs, targets))

    return loss
