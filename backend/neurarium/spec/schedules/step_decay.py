"""Steps downwards at equal distances."""

from typing import Literal

from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule


class StepDecay(Schedule):
    """gamma^floor(t / step_size): ``torch.optim.lr_scheduler.StepLR``, counted in batch updates."""

    documentation = Documentation(
        title="Steps",
        sentence="Multiplies the learning rate by gamma each time a number of batch updates has passed.",
        formula=r"\eta_t = \eta_0\, \gamma^{\lfloor t / s \rfloor}",
        source="PyTorch, torch.optim.lr_scheduler.StepLR",
    )

    kind: Literal["step_decay"] = "step_decay"
    step_size: int = Field(
        default=1000,
        title="Distance, in steps",
        ge=1,
        le=100_000_000,
        description="Batch updates from one fall to the next.",
    )
    gamma: float = Field(
        default=0.1, title="Gamma", gt=0, le=1, description="What the learning rate is multiplied by at each fall."
    )

    def after_warmup(self, step: int, total_steps: int) -> float:
        return self.gamma ** (step // self.step_size)
