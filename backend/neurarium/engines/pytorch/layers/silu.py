"""SiLU."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.silu import Silu


@implements(Silu)
class SiluLayer(TorchLayer[Silu]):
    """``torch.nn.functional.silu``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.silu(x)
