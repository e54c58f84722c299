"""Huber's loss."""

from typing import Literal

import numpy as np
from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class Huber(ElementwiseLoss):
    """The mean of d^2 / 2 for distances d up to delta, of delta (d - delta / 2) beyond: ``torch.nn.HuberLoss``.

    It is delta times `SmoothL1` with the same threshold. Input and targets: as `ElementwiseLoss`.
    """

    documentation = Documentation(
        title="Huber",
        sentence="Half the square of small distances, a straight line of slope delta for large ones.",
        formula=r"L = \frac{1}{N K} \sum_n \sum_k \begin{cases} d^2 / 2 & d \le \delta \\"
        r" \delta (d - \delta / 2) & d > \delta \end{cases},\quad d = |y_{n,k} - t_{n,k}|",
        source="Huber 1964, Robust Estimation of a Location Parameter",
    )

    kind: Literal["huber"] = "huber"
    delta: float = Field(
        default=1.0,
        title="Delta",
        gt=0,
        le=1000,
        description="The distance at which the square passes into a straight line.",
    )

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        d = np.abs(outputs - expected)
        return np.where(d <= self.delta, 0.5 * d * d, self.delta * (d - 0.5 * self.delta))
