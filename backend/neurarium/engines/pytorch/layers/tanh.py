"""Tanh."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.tanh import Tanh


@implements(Tanh)
class TanhLayer(TorchLayer[Tanh]):
    """``torch.tanh``."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x)
