"""Flattening an image to a vector."""

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.flatten import Flatten


@implements(Flatten)
class FlattenLayer(Layer[Flatten]):
    """Lays an image out as a vector. Input ``(*shape, batch)``, output ``(product of shape, batch)``.

    Source: Deep Learning from Scratch, section 7.4.3.
    """

    def forward(self, x: Array) -> Array:
        self._shape = x.shape
        return x.reshape(self.node.output_shape[0], x.shape[-1])

    def backward(self, gradient: Array) -> tuple[Array]:
        return (gradient.reshape(self._shape),)
