"""AdaGrad."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import Optimizer, epsilon


class Adagrad(Optimizer):
    """h = h + gradient^2; w = w - learning_rate * gradient / (sqrt(h) + eps)."""

    documentation = Documentation(
        title="AdaGrad",
        sentence="Shortens the step of each weight by all the gradient it has seen.",
        formula=r"h \leftarrow h + g^2,\quad w \leftarrow w - \frac{\eta\, g}{\sqrt{h} + \varepsilon}",
        source="Duchi et al. 2011; Deep Learning from Scratch, section 6.1.5",
    )
    state_names: ClassVar[tuple[str, ...]] = ("squares",)

    kind: Literal["adagrad"] = "adagrad"
    eps: float = epsilon(1e-10)
