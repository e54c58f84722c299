"""Adam."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import LearningRate, Optimizer, decay_rate, epsilon


class Adam(Optimizer):
    """Moving averages of the gradient and its square, each divided by 1 - beta^t."""

    documentation = Documentation(
        title="Adam",
        sentence="Momentum and a step size of its own for every weight, both corrected for their start at zero.",
        formula=r"m \leftarrow \beta_1 m + (1-\beta_1) g,\ v \leftarrow \beta_2 v + (1-\beta_2) g^2,\ "
        r"w \leftarrow w - \eta \frac{\hat m}{\sqrt{\hat v} + \varepsilon}",
        source="Kingma and Ba 2015, Adam; Deep Learning from Scratch, section 6.1.6",
    )
    state_names: ClassVar[tuple[str, ...]] = ("mean", "squares")

    kind: Literal["adam"] = "adam"
    learning_rate: LearningRate = 0.001
    beta1: float = decay_rate(0.9, "Beta 1", "How much of the mean gradient is kept from step to step.")
    beta2: float = decay_rate(0.999, "Beta 2", "How much of the squared gradient is kept from step to step.")
    eps: float = epsilon(1e-8)
