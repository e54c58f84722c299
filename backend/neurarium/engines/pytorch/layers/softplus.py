"""Softplus."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.softplus import Softplus


@implements(Softplus)
class SoftplusLayer(TorchLayer[Softplus]):
    """``torch.nn.functional.softplus``."""

    def forward(self, x: Tensor) -> Tensor:
        # Its own threshold of 20 leaves off 2e-9, which float64 still tells; 40 leaves off nothing.
        return functional.softplus(x, self.settings.beta, threshold=40.0)
