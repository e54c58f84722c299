"""Nesterov's accelerated gradient."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.nesterov import Nesterov


@implements(Nesterov)
def nesterov(settings: Nesterov, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.SGD`` with these settings.

    torch takes no Nesterov momentum of 0, which is plain descent.
    """
    optimizer = torch.optim.SGD(
        parameters,
        lr=settings.learning_rate,
        momentum=settings.momentum,
        nesterov=settings.momentum > 0,
        weight_decay=settings.weight_decay,
    )
    return OptimizerBinding(optimizer, {"velocity": "momentum_buffer"})
