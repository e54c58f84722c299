"""Descents on surfaces: what is recorded, how they end, and that what is asked for is what is done."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines.descents import StuckError
from neurarium.engines.line_search import weak_wolfe
from neurarium.engines.scratch.surfaces import create_surface
from neurarium.spec.errors import SpecError
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.surfaces import SURFACES
from neurarium.spec.validation import parse
from neurarium.training.descents import OFF_THE_MAP, DescentPath, DescentRequest, Descents, descend


def descents(surface: str, *optimizers: dict[str, Any], **more: Any) -> Descents:
    request = {"surface": {"kind": surface}, "descents": [{"optimizer": one} for one in optimizers], **more}
    return descend(parse(DescentRequest, request))


def path(surface: str, optimizer: dict[str, Any], **more: Any) -> DescentPath:
    return descents(surface, optimizer, **more).descents[0]


def test_three_steps_of_sgd_by_hand() -> None:
    found = path("quadratic", {"kind": "sgd", "learning_rate": 0.5}, start=[10, 2], steps=3)
    assert found.x == pytest.approx([10, 9.5, 9.025, 8.57375])
    assert found.y == pytest.approx([2, 0, 0, 0])
    assert found.value == pytest.approx([9, 4.5125, 9.025**2 / 20, 8.57375**2 / 20])
    assert found.gradient_norm == pytest.approx([math.hypot(1, 4), 0.95, 0.9025, 0.857375])
    assert found.learning_rate == [0.5, 0.5, 0.5]
    assert (found.evaluations, found.end.code, found.end.steps) == (4, "finished", 3)
    assert found.distance == pytest.approx(8.57375)


def test_every_point_is_measured_where_it_stands() -> None:
    for name in SURFACES:
        surface = create_surface(SURFACES[name](kind=name))
        for found in descents(name, {"kind": "adam", "learning_rate": 0.1}, {"kind": "bfgs"}, steps=30).descents:
            at = zip(np.array(found.x), np.array(found.y), strict=True)
            for (x, y), value, norm in zip(at, found.value, found.gradient_norm, strict=True):
                assert value == pytest.approx(surface.value(x, y), rel=1e-12)
                assert norm == pytest.approx(np.linalg.norm(surface.gradient(x, y)), rel=1e-12)


@pytest.mark.parametrize("surface", SURFACES)
def test_the_learning_rates_that_come_with_a_surface_lead_down(surface: str) -> None:
    rates = SURFACES[surface].learning_rates
    assert set(rates) == set(OPTIMIZERS)
    for found in descents(
        surface, *({"kind": kind, "learning_rate": rate} for kind, rate in rates.items()), steps=50
    ).descents:
        assert found.end.code == "finished", found.optimizer
        assert found.value[-1] < found.value[0], found.optimizer


def test_a_schedule_scales_the_learning_rate() -> None:
    request = {
        "surface": {"kind": "quadratic"},
        "descents": [
            {
                "optimizer": {"kind": "sgd", "learning_rate": 0.4},
                "schedule": {"kind": "step_decay", "step_size": 2, "gamma": 0.5},
            }
        ],
        "steps": 4,
    }
    found = descend(parse(DescentRequest, request)).descents[0]
    assert found.learning_rate == pytest.approx([0.4, 0.4, 0.2, 0.2])
    assert found.y[-1] == pytest.approx(2 * (1 - 0.8) ** 2 * (1 - 0.4) ** 2)


@pytest.mark.parametrize("surface", SURFACES)
@settings(max_examples=25)
@given(x=st.floats(-1000, 1000), y=st.floats(-1000, 1000))
def test_whatever_the_start_every_number_is_one(surface: str, x: float, y: float) -> None:
    """Also of those that diverge, in the first step or later: JSON has no NaN."""
    kinds = [{"kind": kind, "learning_rate": 10.0} for kind in OPTIMIZERS]
    found = descents(surface, *kinds, {"kind": "newton"}, {"kind": "bfgs"}, start=[x, y], steps=20)
    json.loads(found.model_dump_json(), parse_constant=pytest.fail)
    for one in found.descents:
        lists = (one.x, one.y, one.value, one.gradient_norm)
        assert {len(numbers) for numbers in lists} == {one.end.steps + 1}
        assert all(math.isfinite(number) for numbers in lists for number in numbers)
        assert max(map(abs, one.x + one.y)) <= OFF_THE_MAP


def test_a_path_that_diverges_ends_before_it_leaves_and_says_so() -> None:
    found = path("rosenbrock", {"kind": "sgd", "learning_rate": 0.1}, steps=100)
    assert (found.end.code, found.end.steps) == ("diverged", 2)
    assert "Step 3" in found.end.reason
    assert "smaller learning rate" in found.end.reason
    assert found.end.reason.in_language("zh-CN").startswith("第 3 步")


@pytest.mark.parametrize(
    ("surface", "kind", "start", "code"),
    [
        ("quadratic", "newton", [0, 0], "stationary"),
        ("quadratic", "bfgs", [0, 0], "stationary"),
        ("two_valleys", "newton", [1, 0], "singular_hessian"),
        ("saddle", "bfgs", [0.5, 0], "unbounded"),
        ("two_valleys", "bfgs", [-1, 4], "line_search_failed"),
    ],
)
@pytest.mark.parametrize("engine", ["scratch", pytest.param("torch", marks=pytest.mark.torch)])
def test_a_method_without_a_step_says_why(surface: str, kind: str, start: list[float], code: str, engine: str) -> None:
    found = path(surface, {"kind": kind}, start=start, steps=300, engine=engine)
    if (engine, code) == ("torch", "line_search_failed"):  # where rounding ends a search is each engine's own
        assert found.end.code in ("line_search_failed", "stationary")
    else:
        assert found.end.code == code
    assert len(found.end.reason) > 20


def test_line_searches_count_as_evaluations() -> None:
    assert path("beale", {"kind": "newton"}, start=[3.2, 0.6], steps=3).evaluations == 4
    assert path("rosenbrock", {"kind": "bfgs"}, steps=10).evaluations > 11


@given(c1=st.floats(1e-4, 0.4), c2=st.floats(0.5, 0.95), steepness=st.floats(0.05, 40), bend=st.floats(0, 3))
def test_a_step_that_is_found_meets_the_wolfe_conditions(c1: float, c2: float, steepness: float, bend: float) -> None:
    def along(t: float) -> tuple[float, float]:
        return (
            (steepness * t - 1) ** 2 + bend * math.sin(3 * t) ** 2,
            2 * steepness * (steepness * t - 1) + 3 * bend * math.sin(6 * t),
        )

    value, slope = along(0)
    found = weak_wolfe(along, value, slope, c1, c2)
    there, left = along(found)
    assert there <= value + c1 * found * slope
    assert left >= c2 * slope


def test_a_search_that_cannot_end_well_ends() -> None:
    with pytest.raises(StuckError, match="unbounded"):
        weak_wolfe(lambda t: (-t, -1.0), 0.0, -1.0, 1e-4, 0.9)
    with pytest.raises(StuckError, match="line_search_failed"):
        weak_wolfe(lambda t: (math.nan, math.nan), 0.0, -1.0, 1e-4, 0.9)
    with pytest.raises(StuckError, match="line_search_failed"):
        weak_wolfe(lambda t: (t, 1.0), 0.0, 1.0, 1e-4, 0.9)


def test_the_map_is_the_surface_over_its_range() -> None:
    found = descents("rosenbrock", {"kind": "sgd"}, grid=5).map
    assert found is not None
    assert (found.x, found.y) == ([-2, 2], [-1, 3])
    assert found.values[1][3] == 4.0 * 0 + 100.0 * (0 - 1) ** 2
    assert descents("rosenbrock", {"kind": "sgd"}).map is None


@pytest.mark.parametrize(
    ("changed", "field", "word"),
    [
        ({"surface": {"kind": "rosenbrok"}}, "surface.kind", "rosenbrock"),
        ({"descents": []}, "descents", "at least 1"),
        ({"descents": [{"optimizer": {"kind": "sgd"}}] * 13}, "descents", "at most 12"),
        ({"descents": [{"optimizer": {"kind": "lbfgs"}}]}, "descents.optimizer.kind", "bfgs"),
        ({"descents": [{"optimizer": {"kind": "bfgs", "c1": 0.9}}]}, "descents.optimizer.c2", "above c1"),
        (
            {"descents": [{"optimizer": {"kind": "bfgs"}, "schedule": {"kind": "cosine"}}]},
            "descents.schedule",
            "leave schedule out",
        ),
        ({"start": [2000, 0]}, "start", "1000"),
        ({"steps": 1001}, "steps", "1000"),
        ({"grid": 500}, "grid", "201"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_place(changed: dict[str, Any], field: str, word: str) -> None:
    request = {"surface": {"kind": "beale"}, "descents": [{"optimizer": {"kind": "sgd"}}], **changed}
    with pytest.raises(SpecError) as raised:
        parse(DescentRequest, request)
    assert raised.value.info.field == field
    assert word in raised.value.info.message + str(raised.value.info.hint)
