"""Flattening an image to a vector."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.flatten import Flatten


@implements(Flatten)
class FlattenLayer(TorchLayer[Flatten]):
    """``torch.flatten``, from the first axis after the batch."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.flatten(x, start_dim=1)
