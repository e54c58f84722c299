"""Max pooling."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.base import pair
from neurarium.spec.layers.max_pool2d import MaxPool2d


@implements(MaxPool2d)
class MaxPool2dLayer(TorchLayer[MaxPool2d]):
    """``torch.nn.functional.max_pool2d``."""

    def forward(self, x: Tensor) -> Tensor:
        settings = self.settings
        return functional.max_pool2d(
            x, pair(settings.kernel_size), pair(settings.effective_stride), pair(settings.padding)
        )
