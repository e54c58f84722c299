"""What every optimizer has.

An optimizer sees all parameters of the network as one vector: one update is a handful of numpy calls, however many
tensors there are. Definitions are those of torch.optim.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.implementations import Implementations
from neurarium.spec import Shape
from neurarium.spec import optimizers as spec_optimizers

Settings = TypeVar("Settings", bound=spec_optimizers.Optimizer)


class Optimizer(ABC, Generic[Settings]):
    """Turns gradients into updates of the parameters, in place.

    Attributes:
        state: what it remembers from step to step, by name: vectors as long as that of the parameters, zero at first.
    """

    def __init__(self, settings: Settings, size: int, dtype: np.dtype, shapes: Sequence[Shape]) -> None:
        self.settings = settings
        self.state = {name: np.zeros(size, dtype) for name in settings.state_names}
        self._work = np.empty(size, dtype)
        self._rows = _rows(shapes) if settings.max_norm is not None else []
        self._coupled_decay = 0.0 if settings.decouples_decay else settings.weight_decay
        changes = settings.clip_norm is not None or settings.l1 or self._coupled_decay
        self._changed = np.empty(size, dtype) if changes else None

    def step(self, parameters: Array, gradient: Array, learning_rate: float, number: int) -> None:
        """Make update `number`, counted from 1, of `parameters`, ``(size,)``.

        `gradient`, ``(size,)``, is the loss's and stays as it is; what the settings make of it is in
        `spec.optimizers.Optimizer`.
        """
        self.update(parameters, self._with_penalties(parameters, gradient), learning_rate, number)
        for start, end, count in self._rows:
            self._shorten(parameters[start:end].reshape(count, -1))

    @abstractmethod
    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        """Change `parameters`, ``(size,)``, by the update that `gradient`, ``(size,)``, asks for.

        `step` is the update's number, from 1.
        """

    def _with_penalties(self, parameters: Array, gradient: Array) -> Array:
        """Return the gradient clipped, and with the derivatives of the penalties added."""
        changed, clip_norm = self._changed, self.settings.clip_norm
        if changed is None:
            return gradient
        np.copyto(changed, gradient)
        if clip_norm is not None:
            # As in torch.nn.utils.clip_grad_norm_, down to the small number.
            norm = float(np.sqrt(np.vdot(gradient, gradient)))
            changed *= min(1.0, clip_norm / (norm + 1e-6))
        if self.settings.l1:
            np.sign(parameters, out=self._work)
            self._work *= self.settings.l1
            changed += self._work
        if self._coupled_decay:
            changed += np.multiply(parameters, self._coupled_decay, out=self._work)
        return changed

    def _shorten(self, rows: Array) -> None:
        """Shorten every row, in place, to `max_norm` where it is longer; as torch.renorm, down to the small number."""
        bound = self.settings.max_norm
        assert bound is not None
        norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        rows *= np.where(norms > bound, bound / (norms + 1e-7), 1.0).astype(rows.dtype)[:, None]


def _rows(shapes: Sequence[Shape]) -> list[tuple[int, int, int]]:
    """Return where in the vector each tensor of two or more axes starts and ends, and how many rows it has."""
    found, start = [], 0
    for shape in shapes:
        end = start + math.prod(shape)
        if len(shape) > 1:
            found.append((start, end, shape[0]))
        start = end
    return found


implements = Implementations[type[Optimizer[Any]]]("neurarium.engines.scratch.optimizers")


def create_optimizer(
    settings: spec_optimizers.Optimizer, size: int, dtype: np.dtype, shapes: Sequence[Shape] | None = None
) -> Optimizer[Any]:
    """Return what makes the updates of `settings`, for `size` parameters.

    `shapes` are those of the tensors that make up the vector, one after the other; left out, it is one vector.
    """
    return implements.find(type(settings))(settings, size, dtype, [(size,)] if shapes is None else shapes)
