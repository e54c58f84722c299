"""Every surface in both engines: values by hand, derivatives against central differences and autograd, and what is said
of minima and saddles.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines import create_descent
from neurarium.engines.pytorch.descent import TorchDescent
from neurarium.engines.scratch.surfaces import create_surface
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.surfaces import SURFACES, Point
from tests.conformance.cases import SURFACE_CASES, SurfaceCase

pytestmark = pytest.mark.torch

CASES = [pytest.param(kind, case, id=f"{kind}{case.point}") for kind, cases in SURFACE_CASES.items() for case in cases]
SGD = OPTIMIZERS["sgd"](kind="sgd")
KINDS = pytest.mark.parametrize("kind", SURFACES)


def surface(kind: str) -> Any:
    return create_surface(SURFACES[kind](kind=kind))


def points(kind: str) -> st.SearchStrategy[Point]:
    chosen = SURFACES[kind]
    return st.tuples(st.floats(*chosen.x_range), st.floats(*chosen.y_range))


def assert_close(found: Any, expected: Any, tolerance: float) -> None:
    """Compare by the largest entry: a small one beside it has the rounding of both."""
    scale = max(1.0, float(np.abs(expected).max()))
    np.testing.assert_allclose(np.asarray(found) / scale, np.asarray(expected) / scale, rtol=0, atol=tolerance)


@pytest.mark.parametrize("engine", ["scratch", "torch"])
@pytest.mark.parametrize(("kind", "case"), CASES)
def test_values_and_gradients_by_hand(kind: str, case: SurfaceCase, engine: Any) -> None:
    look = create_descent(engine, SURFACES[kind](kind=kind), SGD, case.point).look()
    assert look.value == pytest.approx(case.value, abs=1e-12)
    assert look.gradient.tolist() == pytest.approx(case.gradient, abs=1e-10)


@KINDS
@settings(max_examples=60)
@given(data=st.data())
def test_derivatives_are_those_of_central_differences(kind: str, data: st.DataObject) -> None:
    x, y = np.array(data.draw(points(kind)))
    found = surface(kind)
    h = 1e-5
    along = ((h, 0.0), (0.0, h))
    slopes = [(found.value(x + dx, y + dy) - found.value(x - dx, y - dy)) / (2 * h) for dx, dy in along]
    bends = [(found.gradient(x + dx, y + dy) - found.gradient(x - dx, y - dy)) / (2 * h) for dx, dy in along]
    # The quotient's own error, h^2 / 6 of the next derivative, and the rounding of the values divided by h.
    tolerance = 1e-6 + 4e-16 * float(np.abs(found.value(x, y))) / h
    assert_close(found.gradient(x, y), slopes, tolerance)
    assert_close(found.hessian(x, y), np.array(bends).T, 1e-6)


@KINDS
@settings(max_examples=40)
@given(data=st.data())
def test_derivatives_are_those_of_autograd(kind: str, data: st.DataObject) -> None:
    x, y = data.draw(points(kind))
    ours, theirs = surface(kind), TorchDescent(SURFACES[kind](kind=kind), SGD, (x, y))
    look = theirs.look()
    at = np.float64(x), np.float64(y)
    assert_close(ours.value(*at), look.value, 1e-12)
    assert_close(ours.gradient(*at), look.gradient, 1e-12)
    assert_close(ours.hessian(*at), theirs.hessian_at(torch.tensor([x, y], dtype=torch.float64)).numpy(), 1e-12)


@KINDS
def test_a_grid_has_the_values_of_its_points(kind: str) -> None:
    x, y = np.meshgrid(np.linspace(*SURFACES[kind].x_range, 5), np.linspace(*SURFACES[kind].y_range, 4))
    values = surface(kind).value(x, y)
    assert values.shape == (4, 5)
    assert values[3, 1] == surface(kind).value(x[3, 1], y[3, 1])


def around(kind: str, point: Point) -> np.ndarray:
    """How much higher the surface is at points all round, near by."""
    # Half a degree apart: one of Beale's saddles falls within two degrees of a line, and rises all round else.
    turns = np.linspace(0, 2 * math.pi, 720, endpoint=False)
    found = surface(kind)
    return found.value(point[0] + 0.01 * np.cos(turns), point[1] + 0.01 * np.sin(turns)) - found.value(*point)


@KINDS
def test_minima_and_saddles_are_what_they_are_called(kind: str) -> None:
    chosen = SURFACES[kind]
    for point in (*chosen.minima, *chosen.saddles):
        assert np.linalg.norm(surface(kind).gradient(*map(np.float64, point))) < 1e-12
    assert all((around(kind, minimum) > 0).all() for minimum in chosen.minima)
    assert all((around(kind, saddle) > 0).any() and (around(kind, saddle) < 0).any() for saddle in chosen.saddles)
    values = [surface(kind).value(*minimum) for minimum in chosen.minima]
    assert values == sorted(values)


@KINDS
def test_no_stationary_point_on_the_map_is_left_out(kind: str) -> None:
    """Newton's method from everywhere on the map ends at none but the known ones."""
    chosen = SURFACES[kind]
    known = np.array([*chosen.minima, *chosen.saddles])
    ends = []
    for x in np.linspace(*chosen.x_range, 9) + 0.05:
        for y in np.linspace(*chosen.y_range, 9) + 0.05:
            at = np.array([x, y])
            for _ in range(80):
                at = at - np.linalg.lstsq(surface(kind).hessian(*at), surface(kind).gradient(*at), rcond=None)[0]
            inside = chosen.x_range[0] <= at[0] <= chosen.x_range[1] and chosen.y_range[0] <= at[1] <= chosen.y_range[1]
            if inside and np.linalg.norm(surface(kind).gradient(*at)) < 1e-9:
                ends.append(float(np.linalg.norm(known - at, axis=1).min()))
    assert ends
    assert max(ends) < 1e-3


@KINDS
def test_starts_lie_on_the_map_and_apart_from_where_descents_end(kind: str) -> None:
    chosen = SURFACES[kind]
    assert len(chosen.starts) >= 2
    for x, y in (*chosen.starts, *chosen.minima, *chosen.saddles):
        assert chosen.x_range[0] <= x <= chosen.x_range[1]
        assert chosen.y_range[0] <= y <= chosen.y_range[1]
    assert all(surface(kind).gradient(*map(np.float64, start)).any() for start in chosen.starts)
    assert set(chosen.learning_rates) <= set(OPTIMIZERS)
