"""Half precision, as PyTorch's mixed-precision training does it."""

import contextlib
from collections.abc import Sequence
from typing import Literal

import numpy as np
import torch
from torch import Tensor

HalfName = Literal["bfloat16", "float16"]

_HALVES = {"bfloat16": torch.bfloat16, "float16": torch.float16}
_FIRST_SCALE, _LEAST_SCALE = 2.0**16, 1.0
_PATIENCE = 2000
"""Updates without an overflow after which the scale is doubled."""


class Precision:
    """In which numbers a network computes.

    Parameters, loss, gradients and updates are in full precision. With a half precision, `torch.autocast` lets the
    operations that stand it (convolutions, matrix products) compute in it. float16 reaches down to 6e-8 only, so the
    loss is scaled up before the gradient is taken, and the gradient back down; where that overflows, the scale is
    halved and the batch computed again. The scales are those of `torch.amp.GradScaler`, which leaves such an update
    out instead: here every step is an update, and what is measured is finite.

    Source: Micikevicius et al. 2018, Mixed Precision Training.
    """

    def __init__(self, half: HalfName | None, device: torch.device) -> None:
        self._half = None if half is None else _HALVES[half]
        self._device = device
        self.scales = half == "float16"
        """Whether the loss is scaled."""
        self.reset()

    def reset(self) -> None:
        """Go back to the first scale."""
        self._scale, self._steps = _FIRST_SCALE if self.scales else 1.0, 0
        self.last_scale = self._scale
        """By what the loss was multiplied in the last backward pass."""

    @property
    def state(self) -> np.ndarray:
        """The scale, and the updates made with it, float64 of shape ``(2,)``."""
        return np.array([self._scale, self._steps], np.float64)

    def load(self, state: np.ndarray) -> None:
        """Restore what `state` returned."""
        self._scale, self._steps = float(state[0]), int(state[1])

    def autocast(self) -> contextlib.AbstractContextManager[object]:
        """Return the context in which the network is to be called."""
        if self._half is None:
            return contextlib.nullcontext()
        # Its cache of converted weights would be kept over an update made inside; here none is.
        return torch.autocast(self._device.type, dtype=self._half)

    def backward(self, loss: Tensor, parameters: Sequence[Tensor]) -> bool:
        """Fill the gradients of `parameters`, unscaled, and return whether they can be used.

        Where they cannot, the scale was too large and is a smaller one now. At the least one they are used whatever
        they are: then it is the network that diverges.
        """
        if not self.scales:
            loss.backward()
            return True
        self.last_scale = self._scale
        (loss * self._scale).backward()
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        if self._scale > _LEAST_SCALE and bool(loss.isfinite()) and not _finite(gradients):
            self._scale, self._steps = max(self._scale / 2.0, _LEAST_SCALE), 0
            return False
        for gradient in gradients:
            gradient.mul_(1.0 / self._scale)
        return True

    def updated(self) -> None:
        """Count an update, after enough of which a larger scale is tried."""
        self._steps += 1
        if self.scales and self._steps == _PATIENCE:
            self._scale, self._steps = self._scale * 2.0, 0


def _finite(gradients: Sequence[Tensor]) -> bool:
    return not gradients or bool(torch.stack([gradient.isfinite().all() for gradient in gradients]).all())
