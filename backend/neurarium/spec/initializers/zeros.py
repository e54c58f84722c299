"""All zeros."""

from typing import Literal

from neurarium.spec.initializers.base import ConstantInitializer
from neurarium.spec.kinds import Documentation


class Zeros(ConstantInitializer):
    """Every value zero: right for biases; as weights it leaves all units of a layer alike for ever."""

    documentation = Documentation(
        title="Zeros",
        sentence="Every value starts at zero; as weights, this keeps all units of a layer identical.",
        formula=r"w = 0",
        source="Deep Learning from Scratch, section 6.2.1",
    )

    kind: Literal["zeros"] = "zeros"

    def fill(self) -> float:
        return 0.0
