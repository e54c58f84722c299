"""Leaky ReLU."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.leaky_relu import LeakyRelu


@implements(LeakyRelu)
class LeakyReluLayer(TorchLayer[LeakyRelu]):
    """``torch.nn.functional.leaky_relu``."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.leaky_relu(x, self.settings.negative_slope)
