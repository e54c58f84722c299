"""AdaDelta."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import LearningRate, Optimizer, decay_rate, epsilon


class Adadelta(Optimizer):
    """h = rho h + (1 - rho) gradient^2; d = gradient sqrt(s + eps) / sqrt(h + eps); s = rho s + (1 - rho) d^2;
    w = w - learning_rate * d.
    """

    documentation = Documentation(
        title="AdaDelta",
        sentence="Measures its steps by the steps it took before, so that it hardly needs a learning rate.",
        formula=r"h \leftarrow \rho h + (1-\rho) g^2,\ d = g\,\frac{\sqrt{s + \varepsilon}}{\sqrt{h + \varepsilon}},\ "
        r"s \leftarrow \rho s + (1-\rho) d^2,\ w \leftarrow w - \eta\, d",
        source="Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method",
    )
    state_names: ClassVar[tuple[str, ...]] = ("squares", "steps")

    kind: Literal["adadelta"] = "adadelta"
    learning_rate: LearningRate = 1.0
    rho: float = decay_rate(0.9, "Decay rate", "How much of the squared gradients and steps is kept from step to step.")
    eps: float = epsilon(1e-6)
