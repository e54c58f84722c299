"""Softmax cross-entropy."""

from typing import ClassVar, Literal

import numpy as np

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import Loss, require_one_output_a_class


class SoftmaxCrossEntropy(Loss):
    """The mean over the batch of -log of the probability that softmax gives to the true class.

    Input: logits of shape ``(batch, classes)``; targets: class numbers of shape ``(batch,)``.
    """

    documentation = Documentation(
        title="Softmax cross-entropy",
        sentence="Turns outputs into probabilities and charges -log of the one given to the true class.",
        formula=r"L = -\frac{1}{N} \sum_n \log \frac{e^{x_{n,t_n}}}{\sum_k e^{x_{n,k}}}",
        source="Deep Learning from Scratch, sections 4.2.2 and 5.6.3",
    )
    gives_probabilities: ClassVar[bool] = True

    kind: Literal["softmax_cross_entropy"] = "softmax_cross_entropy"

    def check_output(self, output_shape: Shape, classes: int) -> None:
        require_one_output_a_class(self, output_shape, classes)

    def class_scores(self, outputs: np.ndarray) -> np.ndarray:
        """Return each row's probabilities: e^x / Σ e^x, shape ``(count, classes)`` as given.

        Source: Deep Learning from Scratch, section 3.5.2, with its remedy against overflow.
        """
        with np.errstate(invalid="ignore"):
            powers = np.exp(outputs - outputs.max(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True)

    def sample_losses(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        with np.errstate(invalid="ignore"):
            shifted = outputs.astype(np.float64, copy=False) - outputs.max(axis=1, keepdims=True)
            return np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(targets)), targets]
