"""Sigmoid."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.sigmoid import Sigmoid


@implements(Sigmoid)
class SigmoidLayer(TorchLayer[Sigmoid]):
    """``torch.sigmoid``."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(x)
