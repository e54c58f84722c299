"""How a kind of optimizer is bound to torch's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Tensor

from neurarium.engines.implementations import Implementations
from neurarium.spec import optimizers as spec_optimizers


@dataclass(frozen=True)
class OptimizerBinding:
    """A torch optimizer, and what our names are for what it remembers.

    Attributes:
        optimizer: it; None where there is no parameter, which torch's optimizers refuse.
        state_names: our name for each tensor that it keeps a parameter, and torch's.
        counts_steps: whether it also keeps a ``step`` a parameter.
        settings: what else is made of gradients and weights, beside torch's own; None for nothing.
    """

    optimizer: torch.optim.Optimizer | None
    state_names: Mapping[str, str] = field(default_factory=dict)
    counts_steps: bool = False
    settings: spec_optimizers.Optimizer | None = None

    @torch.no_grad()
    def update(self, learning_rate: float) -> None:
        """Change the parameters by what their gradients ask for; the gradients stay the loss's own.

        What the settings make of them is in `spec.optimizers.Optimizer`; torch's optimizers add the weight decay.
        """
        if self.optimizer is None:
            return
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate
        settings = self.settings
        if settings is None or (settings.clip_norm is None and not settings.l1):
            self.optimizer.step()
        else:
            self._step_with(settings)
        if settings is not None and settings.max_norm is not None:
            for weight in self._parameters():
                if weight.dim() > 1:
                    weight.copy_(torch.renorm(weight, 2, 0, settings.max_norm))

    def _step_with(self, settings: spec_optimizers.Optimizer) -> None:
        """Make torch's update with gradients that are clipped, and to which the L1 penalty's are added."""
        assert self.optimizer is not None
        trained = [parameter for parameter in self._parameters() if parameter.grad is not None]
        gradients = [parameter.grad for parameter in trained]
        for parameter in trained:
            assert parameter.grad is not None
            parameter.grad = parameter.grad.clone()
        if settings.clip_norm is not None:
            torch.nn.utils.clip_grad_norm_(trained, settings.clip_norm)
        if settings.l1:
            for parameter in trained:
                assert parameter.grad is not None
                parameter.grad.add_(parameter.sign(), alpha=settings.l1)
        self.optimizer.step()
        for parameter, gradient in zip(trained, gradients, strict=True):
            parameter.grad = gradient

    def _parameters(self) -> list[Tensor]:
        return [] if self.optimizer is None else [p for group in self.optimizer.param_groups for p in group["params"]]

    def remembered(self, parameter: Tensor) -> dict[str, Tensor]:
        """Return what it keeps of a parameter, by our names; zeros where it has made no update yet."""
        kept = {} if self.optimizer is None else self.optimizer.state.get(parameter, {})
        return {
            ours: kept[theirs] if kept.get(theirs) is not None else torch.zeros_like(parameter)
            for ours, theirs in self.state_names.items()
        }

    def remember(self, parameter: Tensor, kept: Mapping[str, Tensor], step: int) -> None:
        """Restore what `remembered` returned after `step` updates."""
        if self.optimizer is None:
            return
        state: dict[str, Any] = {theirs: kept[ours] for ours, theirs in self.state_names.items()}
        if self.counts_steps:
            state["step"] = torch.tensor(float(step))
        self.optimizer.state[parameter] = state


implements = Implementations[Callable[[Any, Iterable[Tensor]], OptimizerBinding]](
    "neurarium.engines.pytorch.optimizers"
)


def create_optimizer(settings: spec_optimizers.Optimizer, parameters: Iterable[Tensor]) -> OptimizerBinding:
    """Return what makes the updates of `settings`."""
    listed = list(parameters)
    if not listed:
        return OptimizerBinding(None)
    return replace(implements.find(type(settings))(settings, listed), settings=settings)
