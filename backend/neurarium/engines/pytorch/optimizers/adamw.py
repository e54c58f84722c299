"""AdamW."""

from collections.abc import Iterable

import torch
from torch import Tensor

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, implements
from neurarium.spec.optimizers.adamw import AdamW


@implements(AdamW)
def adamw(settings: AdamW, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return ``torch.optim.AdamW`` with these settings."""
    optimizer = torch.optim.AdamW(
        parameters,
        lr=settings.learning_rate,
        betas=(settings.beta1, settings.beta2),
        eps=settings.eps,
        weight_decay=settings.weight_decay,
    )
    return OptimizerBinding(optimizer, {"mean": "exp_avg", "squares": "exp_avg_sq"}, counts_steps=True)
