"""Adam."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.adam import Adam


@implements(Adam)
def adam(settings: Adam, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.Adam`` with these settings."""
    optimizer = torch.optim.Adam(
        parameters,
        lr=settings.learning_rate,
        betas=(settings.beta1, settings.beta2),
        eps=settings.eps,
        weight_decay=settings.weight_decay,
    )
    return OptimizerBinding(optimizer, {"mean": "exp_avg", "squares": "exp_avg_sq"}, counts_steps=True)
