"""AdaDelta."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.adadelta import Adadelta


@implements(Adadelta)
def adadelta(settings: Adadelta, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.Adadelta`` with these settings."""
    optimizer = torch.optim.Adadelta(
        parameters, lr=settings.learning_rate, rho=settings.rho, eps=settings.eps, weight_decay=settings.weight_decay
    )
    return OptimizerBinding(optimizer, {"squares": "square_avg", "steps": "acc_delta"}, counts_steps=True)
