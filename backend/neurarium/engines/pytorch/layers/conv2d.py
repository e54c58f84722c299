"""Two-dimensional convolution."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.base import pair
from neurarium.spec.layers.conv2d import Conv2d


@implements(Conv2d)
class Conv2dLayer(TorchLayer[Conv2d]):
    """``torch.nn.functional.conv2d``."""

    def forward(self, x: Tensor) -> Tensor:
        settings = self.settings
        (above, below), (left, right) = settings.margins
        if (above, left) != (below, right):
            # An even window that keeps the size: the odd row or column of zeros stands below or to the right.
            x = functional.pad(x, (0, right - left, 0, below - above))
        return functional.conv2d(
            x,
            self.tensors["weight"],
            self.tensors["bias"] if settings.bias else None,
            stride=pair(settings.stride),
            padding=(above, left),
            dilation=pair(settings.dilation),
            groups=settings.groups,
        )
