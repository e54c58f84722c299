"""Softmax cross-entropy."""

from torch.nn import functional

from neurarium.engines.pytorch.losses.base import LossFunction, implements
from neurarium.spec.losses.softmax_cross_entropy import SoftmaxCrossEntropy


@implements(SoftmaxCrossEntropy)
def softmax_cross_entropy(settings: SoftmaxCrossEntropy) -> LossFunction:
    """Return ``torch.nn.functional.cross_entropy``."""
    return functional.cross_entropy
