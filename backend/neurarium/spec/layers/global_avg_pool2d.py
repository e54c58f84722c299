"""Global average pooling."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import Layer, image_shape


class GlobalAvgPool2d(Layer):
    """Replaces each channel by its mean, which makes an image of any size a vector.

    Input shape: ``(channels, height, width)``. Output shape: ``(channels,)``. It is ``adaptive_avg_pool2d`` to a size
    of 1, and a ``flatten``.
    """

    documentation = Documentation(
        title="Global average pooling",
        sentence="Replaces each whole channel by its mean, so an image of any size becomes a vector.",
        formula=r"y_c = \frac{1}{H W} \sum_{i,j} x_{c,i,j}",
        source="Lin et al. 2014, Network In Network",
        family="pooling",
    )
    id_prefix: ClassVar[str] = "pool"

    kind: Literal["global_avg_pool2d"] = "global_avg_pool2d"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return (image_shape(self, inputs[0])[0],)
