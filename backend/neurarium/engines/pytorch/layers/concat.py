"""Several nodes side by side."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.concat import Concat


@implements(Concat)
class ConcatLayer(TorchLayer[Concat]):
    """``torch.cat`` along channels or features."""

    def forward(self, *inputs: Tensor) -> Tensor:
        return torch.cat(inputs, dim=1)
