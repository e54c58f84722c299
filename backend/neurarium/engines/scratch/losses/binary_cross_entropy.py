"""Binary cross-entropy on logits."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.binary_cross_entropy import BinaryCrossEntropy


@implements(BinaryCrossEntropy)
class BinaryCrossEntropyLoss(Loss[BinaryCrossEntropy]):
    """The mean of ``-t log s(x) - (1 - t) log (1 - s(x))``, s being the sigmoid; ``dL/dx = (s(x) - t) / (batch *
    outputs)``.

    For a logit x that is ``log(1 + e^x) - t x``, of which no exponential overflows when written as ``max(x, 0) - t x +
    log(1 + e^-|x|)``.

    Source: Deep Learning from Scratch 2, section 4.2.3; PyTorch, torch.nn.BCEWithLogitsLoss.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        truth = expected(output, targets)
        self._distance = 0.5 + 0.5 * np.tanh(0.5 * output) - truth
        charged = np.maximum(output, 0.0) - truth * output + np.log1p(np.exp(-np.abs(output)))
        return float(charged.sum()) / output.size

    def backward(self) -> Array:
        return self._distance / self._distance.size
