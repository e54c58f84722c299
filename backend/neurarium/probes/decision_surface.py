"""What the network answers at each point of the plane."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from neurarium.engines.base import Engine
from neurarium.spec.losses import Loss

CELLS = 64
"""Cells of the grid in each direction."""
MARGIN = 0.1
"""How far the grid reaches beyond the data on each side, as a share of the data's extent."""


class DecisionSurface:
    """A grid over the data's extent, at whose cells' centres the network is asked.

    Arguments:
        points: the data, shape ``(count, 2)``, one point at least.
        loss: what the network is trained by; it knows what its outputs say of the classes.
        cells: how many cells in each direction.
    """

    def __init__(self, points: NDArray[np.float32], loss: Loss, *, cells: int = CELLS) -> None:
        self.x, self.y = (_extent(points[:, axis].astype(np.float64)) for axis in (0, 1))
        self._loss = loss
        self._cells = cells
        x, y = (low + (high - low) * (np.arange(cells) + 0.5) / cells for low, high in (self.x, self.y))
        self._grid = np.stack(np.broadcast_arrays(x[None, :], y[:, None]), axis=-1).reshape(-1, 2).astype(np.float32)

    def measure(self, engine: Engine) -> dict[str, Any]:
        """Return the network's answers in evaluation mode; ends the engine's observation.

        Returns:
            ``x`` and ``y``, the extent as [low, high]; ``values`` float32 of shape ``(classes, rows, columns)``, row 0
            at low y, column 0 at low x, each at the centre of its cell: probabilities where the loss takes logits,
            else the raw outputs.
        """
        scores = self._loss.class_scores(engine.predict(self._grid).astype(np.float32, copy=False))
        # The classes first, in C order: what is sent is the array's memory as it lies.
        values = np.ascontiguousarray(scores.T).reshape(-1, self._cells, self._cells)
        return {"x": list(self.x), "y": list(self.y), "values": values}


def _extent(coordinates: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(coordinates.min()), float(coordinates.max())
    margin = MARGIN * (high - low) or 1.0  # points on one line have no extent across it
    return low - margin, high + margin
