"""The sum of several nodes."""

from functools import reduce

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.add import Add


@implements(Add)
class AddLayer(TorchLayer[Add]):
    """Adds tensors of one shape."""

    def forward(self, *inputs: Tensor) -> Tensor:
        return reduce(torch.add, inputs)
