"""Every optimizer on every surface: both engines, and torch asked directly, go the same way in float64."""

from __future__ import annotations

import contextlib
from typing import Any

import numpy as np
import pytest
import torch
from scipy import optimize

from neurarium.engines import create_descent
from neurarium.engines.descents import Descent, StuckError
from neurarium.engines.pytorch.surfaces import create_surface
from neurarium.engines.scratch.surfaces import create_surface as create_scratch_surface
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.second_order import SECOND_ORDER
from neurarium.spec.surfaces import SURFACES, Point
from tests.conformance.cases import OPTIMIZER_CASES, SECOND_ORDER_CASES, SecondOrderCase

pytestmark = pytest.mark.torch

STEPS = 50
METHODS = [
    pytest.param(kind, case, id=f"{kind}{case.settings or ''}")
    for kind, cases in SECOND_ORDER_CASES.items()
    for case in cases
]


def track(descent: Descent, rate: float, steps: int) -> np.ndarray:
    positions = [descent.position]
    for number in range(1, steps + 1):
        descent.step(rate, number)
        positions.append(descent.position)
    return np.array(positions)


def arrival(descent: Descent) -> Point:
    """Where it is when it has no step any more."""
    with contextlib.suppress(StuckError):
        for number in range(1, 200):
            descent.step(0.0, number)
    return descent.position


def script(kind: str, surface: str, start: Point, rate: float, shared: dict[str, Any]) -> np.ndarray:
    """What a person's own script makes of it: torch.optim and autograd alone."""
    case = OPTIMIZER_CASES[kind][0]
    point = torch.nn.Parameter(torch.tensor([start], dtype=torch.float64))
    optimizer = getattr(torch.optim, case.torch_name)([point], lr=rate, **case.torch_settings)
    function = create_surface(SURFACES[surface](kind=surface))
    positions = [start]
    for _ in range(STEPS):
        optimizer.zero_grad()
        function(point[0, 0], point[0, 1]).backward()
        if "clip_norm" in shared:
            torch.nn.utils.clip_grad_norm_([point], shared["clip_norm"])
        optimizer.step()
        if "max_norm" in shared:
            with torch.no_grad():
                point.copy_(torch.renorm(point, 2, 0, shared["max_norm"]))
        positions.append(tuple(point.detach()[0].tolist()))
    return np.array(positions)


@pytest.mark.parametrize("shared", [{}, {"clip_norm": 0.5, "max_norm": 1.7}], ids=["plain", "bounded"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_fifty_steps_are_torchs(kind: str, surface: str, shared: dict[str, Any]) -> None:
    chosen = SURFACES[surface](kind=surface)
    rate, start = chosen.learning_rates[kind], chosen.starts[0]
    optimizer = OPTIMIZERS[kind](kind=kind, **{**OPTIMIZER_CASES[kind][0].settings, **shared})
    expected = script(kind, surface, start, rate, shared)
    for engine in ("scratch", "torch"):
        found = track(create_descent(engine, chosen, optimizer, start), rate, STEPS)
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9, err_msg=engine)


@pytest.mark.parametrize("engine", ["scratch", "torch"])
@pytest.mark.parametrize(("kind", "case"), METHODS)
def test_second_order_methods_arrive(kind: str, case: SecondOrderCase, engine: Any) -> None:
    method = SECOND_ORDER[kind](kind=kind, **case.settings)
    descent = create_descent(engine, SURFACES[case.surface](kind=case.surface), method, case.start)
    end = track(descent, getattr(method, "learning_rate", 0.0), case.steps)[-1]
    np.testing.assert_allclose(end, case.end, atol=1e-6)


@pytest.mark.parametrize(("kind", "case"), METHODS)
def test_second_order_methods_go_the_same_way_in_both_engines(kind: str, case: SecondOrderCase) -> None:
    """Though the torch engine's Hessian is autograd's, and its BFGS keeps the inverse of what scratch keeps."""
    method, surface = SECOND_ORDER[kind](kind=kind, **case.settings), SURFACES[case.surface](kind=case.surface)
    ours, theirs = (
        track(create_descent(engine, surface, method, case.start), getattr(method, "learning_rate", 0.0), case.steps)
        for engine in ("scratch", "torch")
    )
    # Rounding grows along a valley, step by step: to 5e-6 at most here.
    np.testing.assert_allclose(ours, theirs, rtol=5e-5, atol=5e-5)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        *(("quadratic", start) for start in SURFACES["quadratic"].starts),
        *(("rosenbrock", start) for start in SURFACES["rosenbrock"].starts),
        # From elsewhere ours may follow Beale's plateau, which falls for ever.
        ("beale", SURFACES["beale"].starts[0]),
    ],
)
def test_bfgs_ends_where_scipys_does(name: str, start: Point) -> None:
    surface = SURFACES[name](kind=name)
    function = create_scratch_surface(surface)
    theirs = optimize.minimize(
        lambda at: function.value(*at), start, jac=lambda at: function.gradient(*at), method="BFGS", tol=1e-8
    )
    descent = create_descent("scratch", surface, SECOND_ORDER["bfgs"](kind="bfgs"), start)
    np.testing.assert_allclose(arrival(descent), theirs.x, atol=1e-5)
