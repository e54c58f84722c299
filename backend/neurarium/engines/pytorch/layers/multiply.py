"""The product of several nodes."""

from functools import reduce

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.multiply import Multiply


@implements(Multiply)
class MultiplyLayer(TorchLayer[Multiply]):
    """Multiplies tensors of one shape."""

    def forward(self, *inputs: Tensor) -> Tensor:
        return reduce(torch.mul, inputs)
