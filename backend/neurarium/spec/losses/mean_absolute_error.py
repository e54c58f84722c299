"""Mean absolute error."""

from typing import Literal

import numpy as np

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class MeanAbsoluteError(ElementwiseLoss):
    """The mean, over batch and outputs, of the distance to the targets: ``torch.nn.L1Loss``.

    Input and targets: as `ElementwiseLoss`.
    """

    documentation = Documentation(
        title="Mean absolute error (L1)",
        sentence="Averages the distance between outputs and targets, so that outliers weigh no more than their size.",
        formula=r"L = \frac{1}{N K} \sum_n \sum_k |y_{n,k} - t_{n,k}|",
        source="PyTorch, torch.nn.L1Loss",
    )

    kind: Literal["mean_absolute_error"] = "mean_absolute_error"

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        return np.abs(outputs - expected)
