"""Average pooling."""

from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.pooling import PoolingLayer


class AvgPool2d(PoolingLayer):
    """Replaces each window by its mean; padding counts as zeros and in the divisor, PyTorch's default."""

    documentation = Documentation(
        title="Average pooling",
        sentence="Replaces each window by its mean.",
        formula=r"y_{c,i,j} = \frac{1}{k_h k_w} \sum_{u,v} x_{c,\,is+u,\,js+v}",
        source="Deep Learning from Scratch, section 7.3",
        family="pooling",
    )
    id_prefix: ClassVar[str] = "pool"

    kind: Literal["avg_pool2d"] = "avg_pool2d"
