"""Half the sum of squares."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.sum_of_squares import SumOfSquares


@implements(SumOfSquares)
def sum_of_squares(settings: SumOfSquares) -> LossFunction:
    """Return half of ``torch.nn.functional.mse_loss``, summed over the outputs and averaged over the batch."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return 0.5 * functional.mse_loss(outputs, expected(outputs, targets), reduction="sum") / len(outputs)

    return loss
