"""The fully connected (affine) layer."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.linear import Linear


@implements(Linear)
class LinearLayer(TorchLayer[Linear]):
    """``torch.nn.functional.linear``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.tensors["weight"], self.tensors["bias"] if self.settings.bias else None)
