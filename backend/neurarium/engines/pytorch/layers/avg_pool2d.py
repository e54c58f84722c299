"""Average pooling."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.base import pair
from neurarium.spec.layers.avg_pool2d import AvgPool2d


@implements(AvgPool2d)
class AvgPool2dLayer(TorchLayer[AvgPool2d]):
    """``torch.nn.functional.avg_pool2d``; the margin counts as zeros, its default."""

    def forward(self, x: Tensor) -> Tensor:
        settings = self.settings
        return functional.avg_pool2d(
            x, pair(settings.kernel_size), pair(settings.effective_stride), pair(settings.padding)
        )
