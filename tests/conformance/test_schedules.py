"""Every schedule: its factors, step by step, by hand and by torch's own."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from neurarium.spec import RunSpec, parse
from neurarium.spec.errors import SpecError
from neurarium.spec.schedules import SCHEDULES, Schedule
from tests.conformance.cases import SCHEDULE_CASES, ScheduleCase

ALL = [(kind, case) for kind, cases in SCHEDULE_CASES.items() for case in cases]


def named(cases: list[tuple[str, ScheduleCase]]) -> list[Any]:
    return [pytest.param(kind, case, id=f"{kind}{case.settings or ''}") for kind, case in cases]


CASES = named(ALL)
TORCH_CASES = named([(kind, case) for kind, case in ALL if case.torch_name])
WARMUP = 7


def schedule(kind: str, case: ScheduleCase, warmup_steps: int = 0) -> Schedule:
    return SCHEDULES[kind].model_validate({"kind": kind, **case.settings, "warmup_steps": warmup_steps})


def torch_schedule(case: ScheduleCase, optimizer: torch.optim.Optimizer) -> torch.optim.lr_scheduler.LRScheduler:
    return getattr(torch.optim.lr_scheduler, str(case.torch_name))(optimizer, **case.torch_settings)


def torch_optimizer() -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)


def rates(optimizer: torch.optim.Optimizer, scheduler: torch.optim.lr_scheduler.LRScheduler, steps: int) -> list[float]:
    """The learning rate at each step, asked of torch."""
    found = []
    for _ in range(steps):
        found.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        scheduler.step()
    return found


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_factors(kind: str, case: ScheduleCase) -> None:
    found = {step: schedule(kind, case).factor(step, case.total_steps) for step in case.factors}
    assert found == pytest.approx(case.factors, rel=1e-12)


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_no_factor_is_negative(kind: str, case: ScheduleCase) -> None:
    for warmup in (0, WARMUP, case.total_steps, case.total_steps + 5):
        chosen = schedule(kind, case, warmup)
        assert all(chosen.factor(step, case.total_steps) >= 0 for step in range(case.total_steps + 10))


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_warm_up_climbs_to_where_the_schedule_begins(kind: str, case: ScheduleCase) -> None:
    warmed, plain = schedule(kind, case, WARMUP), schedule(kind, case)
    total = case.total_steps
    assert [warmed.factor(step, total + WARMUP) for step in range(WARMUP)] == [n / WARMUP for n in range(1, WARMUP + 1)]
    for step in range(total):
        assert warmed.factor(step + WARMUP, total + WARMUP) == plain.factor(step, total)


@pytest.mark.torch
@pytest.mark.parametrize(("kind", "case"), TORCH_CASES)
def test_torch_goes_the_same_way(kind: str, case: ScheduleCase) -> None:
    optimizer = torch_optimizer()
    expected = rates(optimizer, torch_schedule(case, optimizer), case.total_steps)
    chosen = schedule(kind, case)
    found = [chosen.factor(step, case.total_steps) for step in range(case.total_steps)]
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-15)


@pytest.mark.torch
@pytest.mark.parametrize(
    ("kind", "case"),
    named([(kind, case) for kind, case in ALL if case.torch_name and kind in ("step_decay", "cosine")]),
)
def test_warm_up_is_torchs_linear_one_and_then_the_schedule(kind: str, case: ScheduleCase) -> None:
    optimizer = torch_optimizer()
    linear = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=1 / WARMUP, total_iters=WARMUP - 1)
    follower = torch_schedule(case, optimizer)
    both = torch.optim.lr_scheduler.SequentialLR(optimizer, [linear, follower], milestones=[WARMUP])
    chosen, total = schedule(kind, case, WARMUP), case.total_steps + WARMUP
    found = [chosen.factor(step, total) for step in range(total)]
    assert found == pytest.approx(rates(optimizer, both, total), rel=1e-9, abs=1e-15)


def network_with(**settings: object) -> dict[str, object]:
    nodes = [{"id": "flat", "kind": "flatten"}, {"id": "fc", "kind": "linear", "out_features": 10}]
    return {"network": {"nodes": nodes}, "schedule": {"kind": "piecewise", **settings}}


@pytest.mark.parametrize(
    ("settings", "field", "word"),
    [
        ({"boundaries": [5, 5], "factors": [1, 1, 1]}, "schedule.boundaries", "rise"),
        ({"boundaries": [5, 9], "factors": [1, 1]}, "schedule.factors", "one factor more than boundaries"),
    ],
)
def test_stretches_that_do_not_fit_together(settings: dict[str, object], field: str, word: str) -> None:
    with pytest.raises(SpecError) as raised:
        parse(RunSpec, network_with(**settings))
    assert raised.value.info.code == "out_of_range"
    assert raised.value.info.field == field
    assert word in raised.value.info.message


def test_times_say_that_they_are_counted_in_steps() -> None:
    for kind, chosen in SCHEDULES.items():
        for name, setting in chosen.settings_schema()["properties"].items():
            if name in ("warmup_steps", "boundaries", "step_size", "k"):
                assert "step" in setting["title"], (kind, name)
