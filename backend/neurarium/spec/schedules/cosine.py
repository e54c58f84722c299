"""Half a cosine wave."""

import math
from typing import Literal

from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule


class Cosine(Schedule):
    """m + (1 - m) (1 + cos(pi t / T)) / 2 over the T batch updates of the run, m being `final_factor`.

    That is ``torch.optim.lr_scheduler.CosineAnnealingLR`` with ``T_max = T`` and ``eta_min = m * learning rate``: the
    very end would be reached one step after the last.
    """

    documentation = Documentation(
        title="Cosine",
        sentence="Falls along half a cosine wave, slowly at both ends, over the whole run.",
        formula=r"\eta_t = \eta_0 \left(m + \frac{1 - m}{2} \left(1 + \cos \frac{\pi t}{T}\right)\right)",
        source="Loshchilov and Hutter 2017, SGDR: Stochastic Gradient Descent with Warm Restarts",
    )

    kind: Literal["cosine"] = "cosine"
    final_factor: float = Field(
        default=0.0, title="Final factor m", ge=0, le=1, description="What is left of the learning rate at the end."
    )

    def after_warmup(self, step: int, total_steps: int) -> float:
        wave = 0.5 * (1.0 + math.cos(math.pi * min(step, total_steps) / total_steps))
        return self.final_factor + (1.0 - self.final_factor) * wave
