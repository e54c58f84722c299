"""Optimizers let loose on a surface, side by side: where each of them went, step by step."""

import math
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import BaseModel, Field, computed_field, model_validator

from neurarium.engines import create_descent
from neurarium.engines.descents import StuckError
from neurarium.engines.scratch.surfaces import create_surface
from neurarium.spec.base import SpecModel
from neurarium.spec.findings import finding
from neurarium.spec.kinds import default_of
from neurarium.spec.run import EngineName
from neurarium.spec.schedules import SCHEDULES, AnySchedule
from neurarium.spec.second_order import AnyMethod, SecondOrder
from neurarium.spec.surfaces import AnySurface, Point, Surface
from neurarium.words import Text, say

MOST_DESCENTS = 12
MOST_STEPS = 1000
FINEST_GRID = 201
"""Points of a map in each direction."""
FARTHEST_START = 1000.0
OFF_THE_MAP = 1e6
"""A coordinate beyond which, in either direction, a descent has diverged: no surface here has a minimum near it."""

Coordinate = Annotated[float, Field(ge=-FARTHEST_START, le=FARTHEST_START)]


class DescentSpec(SpecModel):
    """One optimizer that is to descend."""

    optimizer: AnyMethod = Field(description="Any optimizer of the catalog, or one of its second_order list.")
    schedule: AnySchedule = Field(
        default_factory=default_of(SCHEDULES, "constant"),
        description="Scales the learning rate over the steps; only constant where the optimizer has no learning rate.",
    )

    @model_validator(mode="after")
    def _check_schedule(self) -> Self:
        method = self.optimizer
        if isinstance(method, SecondOrder) and not method.has_learning_rate and self.schedule.kind != "constant":
            raise finding(
                "invalid_option",
                say(
                    "{schedule} scales a learning rate, and {method} has none; leave schedule out.",
                    schedule=self.schedule.kind,
                    method=method.kind,
                ),
                "schedule",
            )
        return self


class DescentRequest(SpecModel):
    """A surface, where to start on it, and who descends."""

    surface: AnySurface
    start: tuple[Coordinate, Coordinate] | None = Field(
        default=None, description="x and y; left out, the surface's first start."
    )
    descents: tuple[DescentSpec, ...] = Field(min_length=1, max_length=MOST_DESCENTS)
    steps: int = Field(default=100, ge=1, le=MOST_STEPS, description="Steps of each.")
    engine: EngineName = Field(default="scratch", description="Who computes; torch takes about a second to start.")
    grid: int | None = Field(
        default=None,
        ge=2,
        le=FINEST_GRID,
        description="Points in each direction at which the surface's map is sampled; null leaves the map out.",
    )


class SurfaceMap(BaseModel):
    """The surface's values over the range that the catalog gives for it."""

    x: list[float] = Field(description="Ends of x: those of the first and the last column.")
    y: list[float] = Field(description="Ends of y: those of the first and the last row.")
    values: list[list[float]] = Field(description="A row for each y, from low to high.")


EndCode = Literal["finished", "diverged", "stationary", "singular_hessian", "unbounded", "line_search_failed"]


class DescentEnd(BaseModel):
    """How a descent ended."""

    code: EndCode = Field(
        description="finished: all steps were taken; diverged: the next point lies off the map or is no number;"
        " the others: a second-order method has no step from here."
    )
    steps: int = Field(description="Steps that were taken.")

    @computed_field
    @property
    def reason(self) -> Text:
        """Why it ended, in words."""
        match self.code:
            case "finished":
                return say("All {steps:,} steps were taken.", steps=self.steps)
            case "diverged":
                return say(
                    "Step {step:,} led farther than {far:,} from the origin, or to no number at all: it diverged."
                    " A smaller learning rate may hold it.",
                    step=self.steps + 1,
                    far=int(OFF_THE_MAP),
                )
            case "stationary":
                return say("The gradient is zero here: a minimum, a saddle or a maximum.")
            case "singular_hessian":
                return say("The Hessian has no inverse here, so Newton's step does not exist.")
            case "unbounded":
                return say("The line search found no end of the way down: the surface has no lower bound there.")
            case "line_search_failed":
                return say("The line search found no lower point: what is left is rounding.")


class DescentPath(BaseModel):
    """Where one optimizer went. Lists have an entry for the start and one for each step taken."""

    optimizer: str = Field(description="The kind of optimizer.")
    x: list[float]
    y: list[float]
    value: list[float] = Field(description="f at each point.")
    gradient_norm: list[float] = Field(description="The length of the gradient at each point.")
    learning_rate: list[float] | None = Field(
        description="That of each step, so one entry less; null for a method that has none."
    )
    evaluations: int = Field(description="Points at which value and gradient were computed, line searches included.")
    distance: float | None = Field(
        description="From the last point to the nearest minimum; null where the surface has none."
    )
    end: DescentEnd


class Descents(BaseModel):
    """The descents of one request, in its order."""

    surface: str
    engine: EngineName
    start: list[float]
    descents: list[DescentPath]
    map: SurfaceMap | None


def descend(request: DescentRequest) -> Descents:
    """Let every optimizer of the request descend from the same start, in float64."""
    surface = request.surface
    start = request.start or surface.starts[0]
    with np.errstate(all="ignore"):
        paths = [_descend(request, spec, start) for spec in request.descents]
    return Descents(
        surface=surface.kind,
        engine=request.engine,
        start=list(start),
        descents=paths,
        map=None if request.grid is None else sample_surface(surface, request.grid),
    )


def sample_surface(surface: Surface, points: int) -> SurfaceMap:
    """Return the surface's values on a grid of so many points in each direction, by the scratch engine."""
    x, y = (np.linspace(*ends, points) for ends in (surface.x_range, surface.y_range))
    values = create_surface(surface).value(*np.meshgrid(x, y))
    return SurfaceMap(x=list(surface.x_range), y=list(surface.y_range), values=values.tolist())


def _descend(request: DescentRequest, spec: DescentSpec, start: Point) -> DescentPath:
    descent = create_descent(request.engine, request.surface, spec.optimizer, start)
    x, y, value, gradient_norm, rates = [start[0]], [start[1]], [], [], []
    code: EndCode = "finished"
    base = getattr(spec.optimizer, "learning_rate", None)
    for step in range(request.steps + 1):
        here = descent.look()
        value.append(here.value)
        gradient_norm.append(math.hypot(*here.gradient.tolist()))
        if step == request.steps:
            break
        rate = 0.0 if base is None else base * spec.schedule.factor(step, request.steps)
        try:
            descent.step(rate, step + 1)
        except StuckError as error:
            code = error.code
            break
        to_x, to_y = descent.position
        if not max(abs(to_x), abs(to_y)) <= OFF_THE_MAP:  # NaN is not, either
            code = "diverged"
            break
        x.append(to_x)
        y.append(to_y)
        rates.append(rate)
    return DescentPath(
        optimizer=spec.optimizer.kind,
        x=x,
        y=y,
        value=value,
        gradient_norm=gradient_norm,
        learning_rate=None if base is None else rates,
        evaluations=descent.evaluations,
        distance=min((math.dist((x[-1], y[-1]), minimum) for minimum in request.surface.minima), default=None),
        end=DescentEnd(code=code, steps=len(x) - 1),
    )
