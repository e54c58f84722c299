"""Exponential decay."""

import math
from typing import Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule, decay_per_step


class Exponential(Schedule):
    """e^(-k t), t being the batch updates made: ``torch.optim.lr_scheduler.ExponentialLR`` with gamma = e^-k."""

    documentation = Documentation(
        title="Exponential",
        sentence="Takes the same share of the learning rate away at every batch update.",
        formula=r"\eta_t = \eta_0\, e^{-k t}",
        source="Stanford CS231n, Neural Networks Part 3, annealing the learning rate",
    )

    kind: Literal["exponential"] = "exponential"
    k: float = decay_per_step()

    def after_warmup(self, step: int, total_steps: int) -> float:
        return math.exp(-self.k * step)
