"""Softmax."""

from typing import ClassVar, Literal

from neurarium.spec.initializers.xavier_normal import XavierNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Softmax(PointwiseLayer):
    """Turns a vector's values, or each pixel's channels, into shares that are positive and add up to 1.

    Input and output shape: ``(features,)`` or ``(channels, ...)``; the shares are taken over the first dimension, as by
    ``torch.nn.Softmax(dim=1)``. A loss on logits contains a softmax already.

    A small share is no saturation by itself: among many classes all but one are small. So there are no bounds.
    """

    documentation = Documentation(
        title="Softmax",
        sentence="Turns features or channels into positive shares that add up to 1.",
        formula=r"y_k = \frac{e^{x_k}}{\sum_j e^{x_j}}",
        source="Deep Learning from Scratch, section 3.5.1",
        family="activation",
    )
    id_prefix: ClassVar[str] = "softmax"
    mixes_values: ClassVar[bool] = True

    kind: Literal["softmax"] = "softmax"

    @property
    def suited_initializer(self) -> XavierNormal:
        return XavierNormal()
