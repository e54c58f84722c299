"""Smooth L1."""

from typing import Literal

import numpy as np
from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.losses.base import ElementwiseLoss


class SmoothL1(ElementwiseLoss):
    """The mean of d^2 / (2 beta) for distances d below beta, of d - beta / 2 beyond: ``torch.nn.SmoothL1Loss``.

    Input and targets: as `ElementwiseLoss`.
    """

    documentation = Documentation(
        title="Smooth L1",
        sentence="Squares small distances and takes large ones as they are, with slope 1 at most.",
        formula=r"L = \frac{1}{N K} \sum_n \sum_k \begin{cases} d^2 / 2\beta & d < \beta \\"
        r" d - \beta / 2 & d \ge \beta \end{cases},\quad d = |y_{n,k} - t_{n,k}|",
        source="Girshick 2015, Fast R-CNN, section 2.3; PyTorch, torch.nn.SmoothL1Loss",
    )

    kind: Literal["smooth_l1"] = "smooth_l1"
    beta: float = Field(
        default=1.0,
        title="Beta",
        gt=0,
        le=1000,
        description="The distance at which the square passes into a straight line.",
    )

    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        d = np.abs(outputs - expected)
        return np.where(d < self.beta, d * d * (0.5 / self.beta), d - 0.5 * self.beta)
