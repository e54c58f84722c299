"""AdaGrad."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.adagrad import Adagrad


@implements(Adagrad)
def adagrad(settings: Adagrad, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.Adagrad`` with these settings."""
    optimizer = torch.optim.Adagrad(
        parameters, lr=settings.learning_rate, eps=settings.eps, weight_decay=settings.weight_decay
    )
    return OptimizerBinding(optimizer, {"squares": "sum"}, counts_steps=True)
