"""One value for all."""

from typing import Literal

from pydantic import Field

from neurarium.spec.initializers.base import ConstantInitializer
from neurarium.spec.kinds import Documentation


class Constant(ConstantInitializer):
    """Every value the same; as weights it leaves all units of a layer alike for ever."""

    documentation = Documentation(
        title="Constant",
        sentence="Every value starts the same; as weights, this keeps all units of a layer identical.",
        formula=r"w = c",
        source="Deep Learning from Scratch, section 6.2.1",
    )

    kind: Literal["constant"] = "constant"
    value: float = Field(default=0.1, title="Value", ge=-1000, le=1000, description="What every element starts at.")

    def fill(self) -> float:
        return self.value
