"""Max pooling."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.pooling import PoolingLayer


class MaxPool2d(PoolingLayer):
    """Keeps the largest value of each window; padding counts as minus infinity."""

    documentation = Documentation(
        title="Max pooling",
        sentence="Keeps the largest value of each window, so a found pattern survives a small shift.",
        formula=r"y_{c,i,j} = \max_{u,v} x_{c,\,is+u,\,js+v}",
        source="Deep Learning from Scratch, section 7.3",
        family="pooling",
    )
    id_prefix: ClassVar[str] = "pool"

    kind: Literal["max_pool2d"] = "max_pool2d"
