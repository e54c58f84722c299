"""SiLU."""

from typing import ClassVar, Literal

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Silu(PointwiseLayer):
    """Multiplies each value by its sigmoid; also known as swish.

    It falls to a minimum of about -0.28 at -1.28 and comes back to zero, so an output near zero does not tell whether
    the slope there is a half or nearly zero: there are no saturation bounds, and a zero is no dead unit.
    """

    documentation = Documentation(
        title="SiLU",
        sentence="Weighs each value by its own sigmoid: smooth, and slightly below zero for negative values.",
        formula=r"y = \frac{x}{1 + e^{-x}}",
        source="Hendrycks and Gimpel 2016; Ramachandran et al. 2017, Searching for Activation Functions",
        family="activation",
    )
    id_prefix: ClassVar[str] = "silu"

    kind: Literal["silu"] = "silu"

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal()
