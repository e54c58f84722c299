"""Dropout."""

import torch
from torch import Tensor

from neurarium.engines.initial import dropout_mask
from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.engines.pytorch.tensors import numpy_dtype
from neurarium.spec.layers.dropout import Dropout


@implements(Dropout)
class DropoutLayer(TorchLayer[Dropout]):
    """Multiplies by the mask that both engines draw; ``torch.nn.functional.dropout`` would draw one of its own."""

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        context = self.context
        mask = dropout_mask(
            context.seed, self.node.name, context.step, tuple(x.shape), self.settings.p, numpy_dtype(context.dtype)
        )
        return x * torch.from_numpy(mask).to(context.device)
