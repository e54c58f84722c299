"""Gradient descent with momentum."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.momentum import Momentum


@implements(Momentum)
def momentum(settings: Momentum, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.SGD`` with these settings."""
    optimizer = torch.optim.SGD(
        parameters, lr=settings.learning_rate, momentum=settings.momentum, weight_decay=settings.weight_decay
    )
    return OptimizerBinding(optimizer, {"velocity": "momentum_buffer"})
