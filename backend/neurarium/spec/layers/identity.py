"""Identity."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Identity(PointwiseLayer):
    """Passes every value on unchanged: the straight way of a skip connection, or a regression's activation.

    Its derivative is 1 everywhere: it neither saturates nor dies.
    """

    documentation = Documentation(
        title="Identity",
        sentence="Passes every value on unchanged; a skip connection's straight way.",
        formula=r"y = x",
        source="Deep Learning from Scratch, section 3.5",
        family="activation",
    )
    id_prefix: ClassVar[str] = "same"

    kind: Literal["identity"] = "identity"
