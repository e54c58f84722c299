"""Global average pooling."""

from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.global_avg_pool2d import GlobalAvgPool2d


@implements(GlobalAvgPool2d)
class GlobalAvgPool2dLayer(TorchLayer[GlobalAvgPool2d]):
    """The mean over height and width."""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean(dim=(2, 3))
