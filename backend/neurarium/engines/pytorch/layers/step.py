"""Step."""

import torch
from torch import Tensor

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.step import Step


@implements(Step)
class StepLayer(TorchLayer[Step]):
    """1 where a value is positive, else 0, with derivative zero, which autograd takes a sign's to be."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sign(torch.relu(x))
