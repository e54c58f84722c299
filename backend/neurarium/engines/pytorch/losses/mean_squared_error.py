"""Mean squared error."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.mean_squared_error import MeanSquaredError


@implements(MeanSquaredError)
def mean_squared_error(settings: MeanSquaredError) -> LossFunction:
    """Return ``torch.nn.functional.mse_loss`` against the values that the outputs should have."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return functional.mse_loss(outputs, expected(outputs, targets))

    return loss
