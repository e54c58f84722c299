"""GELU."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.gelu import Gelu


@implements(Gelu)
class GeluLayer(TorchLayer[Gelu]):
    """``torch.nn.functional.gelu``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.gelu(x, approximate=self.settings.approximate)
