"""GELU."""

from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Gelu(PointwiseLayer):
    """Multiplies each value by the probability that a standard normal one is smaller.

    It falls to a minimum of about -0.17 at -0.75 and comes back to zero, so an output near zero does not tell whether
    the slope there is a half or nearly zero: there are no saturation bounds, and a zero is no dead unit.
    """

    documentation = Documentation(
        title="GELU",
        sentence="Weighs each value by the probability that a normal one is smaller: a smooth ReLU.",
        formula=r"y = x\, \Phi(x) = \tfrac{x}{2} \left(1 + \mathrm{erf}\, \tfrac{x}{\sqrt 2}\right)",
        source="Hendrycks and Gimpel 2016, Gaussian Error Linear Units",
        family="activation",
    )
    id_prefix: ClassVar[str] = "gelu"

    kind: Literal["gelu"] = "gelu"
    approximate: Literal["none", "tanh"] = Field(
        default="none",
        title="Approximate",
        description="none: by the error function itself; tanh: by the paper's approximation, off by 0.0005 at most.",
    )

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal()
