"""ReLU."""

from typing import ClassVar, Literal

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Relu(PointwiseLayer):
    """Passes positive values on and cuts negative ones to zero; its derivative at zero is taken as zero."""

    documentation = Documentation(
        title="ReLU",
        sentence="Passes positive values on and cuts negative ones to zero.",
        formula=r"y = \max(0, x)",
        source="Deep Learning from Scratch, section 3.2.7",
        family="activation",
    )
    id_prefix: ClassVar[str] = "relu"
    can_die: ClassVar[bool] = True

    kind: Literal["relu"] = "relu"

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal()
