"""What each unit answers at each point of the plane."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from pydantic import Field

from neurarium.engines.node_outputs import node_outputs
from neurarium.graph import Plan
from neurarium.probes.base import Probe, ProbeKey, Subject, When
from neurarium.probes.compact import as_halves, finite_range
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.probes.plane import PlaneGrid, is_plane, points_of
from neurarium.spec.layers.base import count
from neurarium.spec.run import RunSpec

CELLS = 32
"""Cells of the grid in each direction: a quarter of the decision surface's."""
MOST_UNITS = 32
MOST_UNITS_OF_A_RUN = 2048
"""Units of all nodes together: their pictures take 4 MB."""


class UnitSurfacesFigures(Figures):
    """The first units of a node over the plane; values times `scale` are what was measured, to 0.05 %."""

    x: list[float]
    y: list[float]
    values: PackedArray = Field(description="float16, (units, rows, columns), row 0 at the low end of y.")
    scale: float = Field(description="A power of two, by which the values are to be multiplied.")
    low: float | None = Field(description="The least finite one of the measured values that are shown; null without.")
    high: float | None
    units: int = Field(description="How many units the node has.")


class UnitSurfaces(Probe):
    """The output of every node's units over the plane, in evaluation mode, on a coarser grid than the decision
    surface's and of the same extent.
    """

    name: ClassVar[str] = "unit_surfaces"
    title: ClassVar[str] = "Unit surfaces"
    sentence: ClassVar[str] = "What each unit of a node puts out at each point of the plane."
    figures: ClassVar[type[Figures]] = UnitSurfacesFigures
    when: ClassVar[When] = When.ASKED
    for_watched_nodes: ClassVar[bool] = True

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._grid = PlaneGrid(points_of(subject.data), CELLS)
        self._units = {node.name: count(node.output_shape) for node in subject.plan.nodes}
        self._most = max(1, min(MOST_UNITS, MOST_UNITS_OF_A_RUN // len(self._units)))

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node.name) for node in plan.nodes] if is_plane(plan) else []

    def measure(self, keys: Sequence[ProbeKey], moment: Moment) -> Iterator[tuple[ProbeKey, dict[str, Any]]]:
        grid = self._grid
        outputs = node_outputs(moment.engine, self.subject.plan, grid.centres, {key.node for key in keys})
        for key in keys:
            shown = grid.as_pictures(outputs[key.node].reshape(len(grid.centres), -1)[:, : self._most])
            low, high = finite_range(shown)
            values, scale = as_halves(shown, low, high)
            yield (
                key,
                {
                    "x": list(grid.x),
                    "y": list(grid.y),
                    "values": values,
                    "scale": scale,
                    "low": low,
                    "high": high,
                    "units": self._units[key.node],
                },
            )
