"""ReLU."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.relu import Relu


@implements(Relu)
class ReluLayer(TorchLayer[Relu]):
    """``torch.relu``."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x)
