"""RMSProp."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import LearningRate, Optimizer, decay_rate, epsilon


class Rmsprop(Optimizer):
    """h = alpha * h + (1 - alpha) * gradient^2; w = w - learning_rate * gradient / (sqrt(h) + eps)."""

    documentation = Documentation(
        title="RMSProp",
        sentence="Like AdaGrad, but forgets old gradients, so steps do not die away.",
        formula=r"h \leftarrow \rho h + (1 - \rho) g^2,\quad w \leftarrow w - \frac{\eta\, g}{\sqrt{h} + \varepsilon}",
        source="Tieleman and Hinton 2012, Lecture 6.5",
    )
    state_names: ClassVar[tuple[str, ...]] = ("squares",)

    kind: Literal["rmsprop"] = "rmsprop"
    learning_rate: LearningRate = 0.001
    alpha: float = decay_rate(0.99, "Decay rate", "How much of the squared gradient is kept from step to step.")
    eps: float = epsilon(1e-8)
