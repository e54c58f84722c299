"""The constant schedule."""

from typing import Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule


class Constant(Schedule):
    """The learning rate stays as it is set, after the warm-up if there is one."""

    documentation = Documentation(
        title="Constant",
        sentence="The learning rate stays as it is set.",
        formula=r"\eta_t = \eta_0",
        source="Deep Learning from Scratch, section 6.1",
    )

    kind: Literal["constant"] = "constant"

    def after_warmup(self, step: int, total_steps: int) -> float:
        return 1.0
