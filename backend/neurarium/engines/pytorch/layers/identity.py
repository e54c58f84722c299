"""Identity."""

from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.identity import Identity


@implements(Identity)
class IdentityLayer(TorchLayer[Identity]):
    """Passes every value on."""

    def forward(self, x: Tensor) -> Tensor:
        return x
