"""Binary cross-entropy on logits."""

from typing import ClassVar, Literal

import numpy as np

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class BinaryCrossEntropy(ElementwiseLoss):
    """The mean, over batch and outputs, of -log of the probability that a sigmoid gives to the truth.

    Each output is the logit of a yes-or-no question, as in ``torch.nn.BCEWithLogitsLoss``: with one output for two
    classes, "is it the second class?"; with one output a class, "is it this class?", each asked by itself.

    Input and targets: as `ElementwiseLoss`, the outputs being logits.
    """

    documentation = Documentation(
        title="Binary cross-entropy",
        sentence="Makes each output a probability of its own, by a sigmoid, and charges -log of what the truth got.",
        formula=r"L = -\frac{1}{N K} \sum_n \sum_k t_{n,k} \log \sigma(x_{n,k})"
        r" + (1 - t_{n,k}) \log (1 - \sigma(x_{n,k}))",
        source="Deep Learning from Scratch 2, section 4.2.3; PyTorch, torch.nn.BCEWithLogitsLoss",
    )
    decision_threshold: ClassVar[float] = 0.0
    gives_probabilities: ClassVar[bool] = True

    kind: Literal["binary_cross_entropy"] = "binary_cross_entropy"

    def class_scores(self, outputs: np.ndarray) -> np.ndarray:
        """Return the sigmoid of each logit; for a single one, the probabilities of both classes."""
        # Half a tanh is a sigmoid that overflows nowhere.
        return super().class_scores(0.5 + 0.5 * np.tanh(0.5 * outputs))

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        # -log of a sigmoid, written so that no exponential overflows.
        return np.maximum(outputs, 0.0) - outputs * expected + np.log1p(np.exp(-np.abs(outputs)))
