"""Average pooling to a given size."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.base import pair
from neurarium.spec.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d


@implements(AdaptiveAvgPool2d)
class AdaptiveAvgPool2dLayer(TorchLayer[AdaptiveAvgPool2d]):
    """``torch.nn.functional.adaptive_avg_pool2d``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.adaptive_avg_pool2d(x, pair(self.settings.output_size))
