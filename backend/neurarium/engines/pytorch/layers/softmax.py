"""Softmax."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.softmax import Softmax


@implements(Softmax)
class SoftmaxLayer(TorchLayer[Softmax]):
    """``torch.softmax`` over features or channels."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.softmax(x, dim=1)
