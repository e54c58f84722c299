"""Identity."""

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.identity import Identity


@implements(Identity)
class IdentityLayer(Layer[Identity]):
    """``y = x``; ``dy/dx = 1``. Any shape, and the output's is the same.

    Source: Deep Learning from Scratch, section 3.5.
    """

    def forward(self, x: Array) -> Array:
        return x

    def backward(self, gradient: Array) -> tuple[Array]:
        return (gradient,)
