"""Local response normalisation."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.local_response_norm import LocalResponseNorm


@implements(LocalResponseNorm)
class LocalResponseNormLayer(TorchLayer[LocalResponseNorm]):
    """``torch.nn.functional.local_response_norm``."""

    def forward(self, x: Tensor) -> Tensor:
        settings = self.settings
        return functional.local_response_norm(x, settings.size, settings.alpha, settings.beta, settings.k)
