"""Momentum."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import Optimizer, decay_rate


class Momentum(Optimizer):
    """v = momentum * v + gradient; w = w - learning_rate * v: torch.optim.SGD's definition."""

    documentation = Documentation(
        title="Momentum",
        sentence="Builds up speed where gradients agree, like a ball rolling down a slope.",
        formula=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\, v",
        source="Polyak 1964; Deep Learning from Scratch, section 6.1.4",
    )
    state_names: ClassVar[tuple[str, ...]] = ("velocity",)

    kind: Literal["momentum"] = "momentum"
    momentum: float = decay_rate(0.9, "Momentum", "How much of the speed is kept from step to step.")
