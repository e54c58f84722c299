"""AdamW."""

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.adam import AdamOptimizer
from neurarium.engines.scratch.optimizers.base import implements
from neurarium.spec.optimizers.adamw import AdamW


@implements(AdamW)
class AdamWOptimizer(AdamOptimizer):
    """``w = w - learning_rate * weight_decay * w``, and then Adam's update.

    Source: Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, algorithm 2.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        parameters *= 1.0 - learning_rate * self.settings.weight_decay
        super().update(parameters, gradient, learning_rate, step)
