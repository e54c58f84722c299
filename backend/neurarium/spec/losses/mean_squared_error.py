"""Mean squared error."""

from typing import Literal

import numpy as np

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class MeanSquaredError(ElementwiseLoss):
    """The mean, over batch and outputs, of the squared distance to the targets.

    Input and targets: as `ElementwiseLoss`.
    """

    documentation = Documentation(
        title="Mean squared error",
        sentence="Averages the squared distance between outputs and targets; a class is 1 at its place, 0 elsewhere.",
        formula=r"L = \frac{1}{N K} \sum_n \sum_k (y_{n,k} - t_{n,k})^2",
        source="Deep Learning from Scratch, section 4.2.1 (there the sum with a factor 1/2)",
    )

    kind: Literal["mean_squared_error"] = "mean_squared_error"

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        return (outputs - expected) ** 2
