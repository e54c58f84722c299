"""Layer normalisation."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.layer_norm import LayerNorm


@implements(LayerNorm)
class LayerNormLayer(TorchLayer[LayerNorm]):
    """``torch.nn.functional.layer_norm``."""

    def forward(self, x: Tensor) -> Tensor:
        shape = self.settings.normalized_shape(tuple(x.shape[1:]))
        affine = (self.tensors["weight"], self.tensors["bias"]) if self.settings.elementwise_affine else (None, None)
        return functional.layer_norm(x, shape, *affine, self.settings.eps)
