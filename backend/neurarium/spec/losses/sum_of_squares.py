"""Half the sum of squares."""

from typing import Literal

import numpy as np

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class SumOfSquares(ElementwiseLoss):
    """Half the sum over the outputs of the squared distance to the targets, averaged over the batch.

    Of one sample it is the book's sum of squares; of a batch, its mean, so that the batch size does not change how far
    a step goes.

    Input and targets: as `ElementwiseLoss`.
    """

    documentation = Documentation(
        title="Sum of squares",
        sentence="Half the squared distances of all outputs from their targets, summed, and averaged over the batch.",
        formula=r"L = \frac{1}{N} \sum_n \frac{1}{2} \sum_k (y_{n,k} - t_{n,k})^2",
        source="Deep Learning from Scratch, section 4.2.1",
    )

    kind: Literal["sum_of_squares"] = "sum_of_squares"

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        # Their sum is charged, and not their mean.
        return 0.5 * outputs.shape[1] * (outputs - expected) ** 2
