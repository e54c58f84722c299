"""Step."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Step(PointwiseLayer):
    """1 where a value is positive, else 0: the perceptron's activation, with hard decisions.

    Its derivative is zero wherever it has one, and both engines take it as zero everywhere: no stand-in is put in its
    place, so nothing before it is trained by gradient descent. Every output lies beyond the saturation bounds, since
    the derivative is zero at each; this tells already that no unit passes a gradient, so none is counted as dead.
    """

    documentation = Documentation(
        title="Step",
        sentence="Decides hard: 1 for positive values, else 0. Nothing before it learns, since its slope is zero.",
        formula=r"y = [x > 0]",
        source="Deep Learning from Scratch, section 3.2.2; Rosenblatt 1958, The Perceptron",
        family="activation",
    )
    id_prefix: ClassVar[str] = "step"

    kind: Literal["step"] = "step"

    @property
    def saturation_bounds(self) -> tuple[float, float]:
        # Its two outputs are 0 and 1, and the derivative is zero at both.
        return (0.5, 0.5)
