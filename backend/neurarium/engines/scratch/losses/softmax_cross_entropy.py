"""Softmax cross-entropy."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, implements
from neurarium.spec.losses.softmax_cross_entropy import SoftmaxCrossEntropy


@implements(SoftmaxCrossEntropy)
class SoftmaxCrossEntropyLoss(Loss[SoftmaxCrossEntropy]):
    """Charges -log of the probability that softmax gives to the true class; ``dL/dx = (softmax(x) - t) / batch``.

    The largest logit is taken away first: that changes no probability, and no exponential overflows.

    Source: Deep Learning from Scratch, sections 3.5.2, 4.2.2 and 5.6.3.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        batch = len(targets)
        shifted = output - output.max(axis=0)
        true_class = (targets, np.arange(batch))
        true_logits = shifted[true_class]
        exponentials = np.exp(shifted, out=shifted)
        sums = exponentials.sum(axis=0)
        self._exponentials, self._sums, self._true_class = exponentials, sums, true_class
        return float((np.log(sums) - true_logits).sum()) / batch

    def backward(self) -> Array:
        batch = len(self._sums)
        gradient = self._exponentials / (self._sums * batch)
        gradient[self._true_class] -= 1.0 / batch
        return gradient
