"""Orthogonal rows or columns."""

import math
from typing import Literal

import numpy as np

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import Initializer, gain_field
from neurarium.spec.kinds import Documentation


class Orthogonal(Initializer):
    """A random orthogonal matrix times `gain`: it turns signals and gradients without stretching them.

    The tensor is taken as a matrix with a row for each index of its first axis, as in torch.nn.init.orthogonal_. Its
    rows are orthogonal and of length `gain` where there are no more rows than columns; else its columns are.
    """

    documentation = Documentation(
        title="Orthogonal",
        sentence="A random rotation: weights that turn what comes in without stretching it.",
        formula=r"W W^\top = g^2 I \ \text{or}\ W^\top W = g^2 I",
        source="Saxe et al. 2014, Exact solutions to the nonlinear dynamics of learning in deep linear networks",
    )

    kind: Literal["orthogonal"] = "orthogonal"
    gain: float = gain_field()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        # Each of the orthogonal vectors has length gain; they lie along the longer side.
        rows, columns = _matrix(shape)
        return self.gain / max(rows, columns) ** 0.5

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        rows, columns = _matrix(shape)
        upright = generator.normal(size=(max(rows, columns), min(rows, columns)))
        rotation, triangle = np.linalg.qr(upright)
        # QR fixes the signs by its algorithm; undoing that makes every rotation equally likely.
        signs = np.where(np.diagonal(triangle) < 0.0, -1.0, 1.0)
        rotation *= self.gain * signs
        return np.ascontiguousarray(rotation if rows >= columns else rotation.T).reshape(shape)


def _matrix(shape: Shape) -> tuple[int, int]:
    """Return the rows and columns of the matrix that a tensor is taken for."""
    return (shape[0], math.prod(shape[1:])) if len(shape) > 1 else (1, math.prod(shape))
