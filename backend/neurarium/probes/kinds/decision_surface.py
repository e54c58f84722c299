"""What the network answers at each point of the plane."""

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from neurarium.engines.base import Engine
from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey, Subject, When
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.probes.plane import PlaneGrid, is_plane, points_of
from neurarium.spec.losses import Loss
from neurarium.spec.run import RunSpec

CELLS = 64
"""Cells of the grid in each direction."""


class DecisionSurfaceFigures(Figures):
    """`values` has shape (classes, rows, columns), row 0 at the low end of y."""

    x: list[float]
    y: list[float]
    values: PackedArray


class DecisionSurfaceProbe(KeyedProbe):
    """The network's answer over the plane; of the last node."""

    name: ClassVar[str] = "decision_surface"
    title: ClassVar[str] = "Decision surface"
    sentence: ClassVar[str] = "What the network answers at each point of the plane."
    figures: ClassVar[type[Figures]] = DecisionSurfaceFigures
    when: ClassVar[When] = When.ASKED

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._surface = DecisionSurface(points_of(subject.data), subject.spec.loss)

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, plan.output)] if is_plane(plan) else []

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        return self._surface.measure(moment.engine)


class DecisionSurface:
    """A grid over the data's extent, at whose cells' centres the network is asked.

    Arguments:
        points: the data, shape ``(count, 2)``, one point at least.
        loss: what the network is trained by; it knows what its outputs say of the classes.
        cells: how many cells in each direction.
    """

    def __init__(self, points: NDArray[np.float32], loss: Loss, *, cells: int = CELLS) -> None:
        self._grid = PlaneGrid(points, cells)
        self.x, self.y = self._grid.x, self._grid.y
        self._loss = loss

    def measure(self, engine: Engine) -> dict[str, Any]:
        """Return the network's answers in evaluation mode; ends the engine's observation.

        Returns:
            ``x`` and ``y``, the extent as [low, high]; ``values`` float32 of shape ``(classes, rows, columns)``, row 0
            at low y, column 0 at low x, each at the centre of its cell: probabilities where the loss takes logits,
            else the raw outputs.
        """
        scores = self._loss.class_scores(engine.predict(self._grid.centres).astype(np.float32, copy=False))
        return {"x": list(self.x), "y": list(self.y), "values": self._grid.as_pictures(scores)}
