"""ELU."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.elu import Elu


@implements(Elu)
class EluLayer(TorchLayer[Elu]):
    """``torch.nn.functional.elu``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.elu(x, self.settings.alpha)
