"""Nesterov's accelerated gradient."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.momentum import Momentum


class Nesterov(Momentum):
    """v = momentum * v + gradient; w = w - learning_rate * (gradient + momentum * v).

    That is torch.optim.SGD with nesterov=True: the weights stand where the next gradient is looked at, one stride of
    the speed ahead.
    """

    documentation = Documentation(
        title="Nesterov",
        sentence="Momentum that looks ahead: it takes the gradient where its speed is about to carry it.",
        formula=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\, (g + \mu v)",
        source="Nesterov 1983; Sutskever et al. 2013, On the importance of initialization and momentum",
    )
    state_names: ClassVar[tuple[str, ...]] = ("velocity",)

    kind: Literal["nesterov"] = "nesterov"
