"""A grid over the plane in which two-dimensional data lie."""

import numpy as np
from numpy.typing import NDArray

from neurarium.data import LoadedDataset
from neurarium.graph import Plan

MARGIN = 0.1
"""How far the grid reaches beyond the data on each side, as a share of the data's extent."""


def is_plane(plan: Plan) -> bool:
    """Return whether the network takes points of the plane."""
    return plan.input_shape == (2,)


def points_of(data: LoadedDataset) -> NDArray[np.float32]:
    """Return all points that a run trains and validates on, ``(count, 2)``."""
    return np.concatenate([data.train.inputs, data.validation.inputs])


class PlaneGrid:
    """A grid over the extent of points, of square shape.

    Arguments:
        points: shape ``(count, 2)``, one point at least.
        cells: how many cells in each direction.

    Attributes:
        x, y: the extent, as (low, high).
        centres: the cells' centres, float32 ``(cells * cells, 2)``: row by row, row 0 at low y, column 0 at low x.
    """

    def __init__(self, points: NDArray[np.float32], cells: int) -> None:
        self.x, self.y = (_extent(points[:, axis].astype(np.float64)) for axis in (0, 1))
        self.cells = cells
        x, y = (low + (high - low) * (np.arange(cells) + 0.5) / cells for low, high in (self.x, self.y))
        self.centres = np.stack(np.broadcast_arrays(x[None, :], y[:, None]), axis=-1).reshape(-1, 2).astype(np.float32)

    def as_pictures(self, values: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return values at the centres, ``(cells * cells, pictures)``, as ``(pictures, rows, columns)``."""
        # The pictures first, in C order: what is sent is the array's memory as it lies.
        return np.ascontiguousarray(values.T).reshape(-1, self.cells, self.cells)


def _extent(coordinates: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(coordinates.min()), float(coordinates.max())
    margin = MARGIN * (high - low) or 1.0  # points on one line have no extent across it
    return low - margin, high + margin
