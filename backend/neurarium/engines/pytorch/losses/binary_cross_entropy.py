"""Binary cross-entropy on logits."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, expected, implements
from neurarium.spec.losses.binary_cross_entropy import BinaryCrossEntropy


@implements(BinaryCrossEntropy)
def binary_cross_entropy(settings: BinaryCrossEntropy) -> LossFunction:
    """Return ``torch.nn.functional.binary_cross_entropy_with_logits``, of logits and wanted values."""

    def loss(outputs: Tensor, targets: Tensor) -> Tensor:
        return functional.binary_cross_entropy_with_logits(outputs, expected(outputs, targets))

    return loss
