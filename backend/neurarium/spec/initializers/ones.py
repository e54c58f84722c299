"""All ones."""

from typing import Literal

from neurarium.spec.initializers.base import ConstantInitializer
from neurarium.spec.kinds import Documentation


class Ones(ConstantInitializer):
    """Every value one; as weights it leaves all units of a layer alike for ever."""

    documentation = Documentation(
        title="Ones",
        sentence="Every value starts at one; as weights, this keeps all units of a layer identical.",
        formula=r"w = 1",
        source="PyTorch, torch.nn.init.ones_",
    )

    kind: Literal["ones"] = "ones"

    def fill(self) -> float:
        return 1.0
