"""The same values in another shape."""

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.reshape import Reshape


@implements(Reshape)
class ReshapeLayer(Layer[Reshape]):
    """Lays a sample's values out in another shape. Input ``(*shape, batch)``, output ``(*output_shape, batch)``.

    Source: PyTorch, torch.reshape.
    """

    def forward(self, x: Array) -> Array:
        self._shape = x.shape
        return x.reshape(*self.node.output_shape, x.shape[-1])

    def backward(self, gradient: Array) -> tuple[Array]:
        return (gradient.reshape(self._shape),)
