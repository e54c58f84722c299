"""Stochastic gradient descent."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.sgd import Sgd


@implements(Sgd)
def sgd(settings: Sgd, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.SGD`` with these settings."""
    optimizer = torch.optim.SGD(parameters, lr=settings.learning_rate, weight_decay=settings.weight_decay)
    return OptimizerBinding(optimizer)
