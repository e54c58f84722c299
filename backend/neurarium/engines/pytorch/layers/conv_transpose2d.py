"""Two-dimensional transposed convolution."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.base import pair
from neurarium.spec.layers.conv_transpose2d import ConvTranspose2d


@implements(ConvTranspose2d)
class ConvTranspose2dLayer(TorchLayer[ConvTranspose2d]):
    """``torch.nn.functional.conv_transpose2d``."""

    def forward(self, x: Tensor) -> Tensor:
        settings = self.settings
        return functional.conv_transpose2d(
            x,
            self.tensors["weight"],
            self.tensors["bias"] if settings.bias else None,
            stride=pair(settings.stride),
            padding=pair(settings.padding),
            output_padding=pair(settings.output_padding),
            groups=settings.groups,
            dilation=pair(settings.dilation),
        )
