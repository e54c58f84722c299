"""RMSProp."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.rmsprop import Rmsprop


@implements(Rmsprop)
def rmsprop(settings: Rmsprop, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.RMSprop`` with these settings."""
    optimizer = torch.optim.RMSprop(
        parameters,
        lr=settings.learning_rate,
        alpha=settings.alpha,
        eps=settings.eps,
        weight_decay=settings.weight_decay,
    )
    return OptimizerBinding(optimizer, {"squares": "square_avg"}, counts_steps=True)
