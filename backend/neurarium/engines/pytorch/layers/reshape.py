"""The same values in another shape."""

from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.reshape import Reshape


@implements(Reshape)
class ReshapeLayer(TorchLayer[Reshape]):
    """``torch.reshape`` of each sample."""

    def forward(self, x: Tensor) -> Tensor:
        return x.reshape(len(x), *self.node.output_shape)
