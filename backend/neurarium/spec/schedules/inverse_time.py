"""1/t decay."""

from typing import Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule, decay_per_step


class InverseTime(Schedule):
    """1 / (1 + k t), t being the batch updates made."""

    documentation = Documentation(
        title="Inverse time (1/t)",
        sentence="Falls fast at first and ever more slowly, without end: after 1/k batch updates it is at half.",
        formula=r"\eta_t = \frac{\eta_0}{1 + k t}",
        source="Robbins and Monro 1951, A Stochastic Approximation Method",
    )

    kind: Literal["inverse_time"] = "inverse_time"
    k: float = decay_per_step()

    def after_warmup(self, step: int, total_steps: int) -> float:
        return 1.0 / (1.0 + self.k * step)
