"""The learning rate that is plotted before training is the one that training then takes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines import StepResult
from neurarium.engines.scratch.engine import ScratchEngine
from neurarium.headless import train
from neurarium.spec import RunSpec
from neurarium.spec.errors import SpecError
from neurarium.spec.schedules import SCHEDULES
from neurarium.training.schedule_curve import MOST_POINTS, ScheduleCurve, ScheduleRequest, schedule_curve
from tests.conformance.cases import SCHEDULE_CASES
from tests.support.specs import plane_spec

CASES = [
    pytest.param(kind, case.settings, id=f"{kind}{case.settings or ''}")
    for kind, cases in SCHEDULE_CASES.items()
    for case in cases
]


def curve(schedule: dict[str, Any], **more: Any) -> ScheduleCurve:
    return schedule_curve(ScheduleRequest.model_validate({"schedule": schedule, **more}))


@pytest.mark.parametrize("warmup", [0, 7])
@pytest.mark.parametrize(("kind", "chosen"), CASES)
def test_every_point_is_the_schedules_own(kind: str, chosen: dict[str, Any], warmup: int) -> None:
    schedule = SCHEDULES[kind].model_validate({"kind": kind, **chosen, "warmup_steps": warmup})
    found = schedule_curve(ScheduleRequest(schedule=schedule, learning_rate=0.3, total_steps=150))
    # A short run is told step by step.
    assert found.steps == list(range(150))
    assert found.learning_rates == [0.3 * schedule.factor(step, 150) for step in range(150)]


@settings(max_examples=60)
@given(st.data(), st.integers(1, 10**9))
def test_long_runs_are_told_in_few_points_from_end_to_end(data: st.DataObject, total: int) -> None:
    kind = data.draw(st.sampled_from(sorted(SCHEDULES)))
    found = curve({"kind": kind, "warmup_steps": data.draw(st.integers(0, 1000))}, total_steps=total)
    assert len(found.steps) == len(found.learning_rates) <= MOST_POINTS
    assert (found.steps[0], found.steps[-1]) == (0, total - 1)
    assert found.steps == sorted(set(found.steps))


@settings(max_examples=60)
@given(st.integers(2, 10**7), st.data())
def test_a_jump_is_drawn_where_it_is(total: int, data: st.DataObject) -> None:
    boundary = data.draw(st.integers(1, total - 1))
    found = curve({"kind": "piecewise", "boundaries": [boundary], "factors": [1.0, 0.1]}, total_steps=total)
    rates = dict(zip(found.steps, found.learning_rates, strict=True))
    assert rates[boundary - 1] == 1.0
    assert rates[boundary] == pytest.approx(0.1)


def test_between_two_points_it_goes_nearly_straight() -> None:
    for schedule in ({"kind": "cosine", "warmup_steps": 500}, {"kind": "exponential", "k": 1e-3}):
        total = 50_000
        found = curve(schedule, total_steps=total)
        chosen = SCHEDULES[schedule["kind"]].model_validate(schedule)
        steps = np.random.default_rng(0).integers(0, total, 2000)
        between = np.interp(steps, found.steps, found.learning_rates)
        exact = [chosen.factor(int(step), total) for step in steps]
        assert np.abs(between - exact).max() < 0.01


def test_the_run_is_as_long_as_its_data_say() -> None:
    # 1,797 digits: 180 to validate, 1,617 to train on, 17 batches of 100 an epoch, the last of them shorter.
    found = curve({"kind": "constant"}, data={"dataset": "digits"}, batch_size=100, epochs=3)
    assert found.total_steps == 51
    found = curve({"kind": "constant"}, data={"dataset": "digits", "train_size": 90}, batch_size=100, epochs=3)
    assert found.total_steps == 3


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"data": {"dataset": "mnist"}, "batch_size": 1, "epochs": 100_000}, "epochs", "too_many_steps"),
        ({"data": {"dataset": "digits", "train_size": 1700}}, "data.train_size", "invalid_spec"),
    ],
)
def test_what_cannot_be_told_is_refused(more: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(SpecError) as raised:
        curve({"kind": "cosine"}, **more)
    assert (raised.value.info.field, raised.value.info.code) == (field, code)


def test_a_run_takes_the_rates_that_were_plotted(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = RunSpec.model_validate(plane_spec(schedule={"kind": "cosine", "warmup_steps": 4, "final_factor": 0.1}))
    planned = schedule_curve(
        ScheduleRequest(
            schedule=spec.schedule,
            learning_rate=spec.optimizer.learning_rate,
            data=spec.data,
            batch_size=spec.batch_size,
            epochs=spec.epochs,
        )
    )
    taken: list[float] = []
    step = ScratchEngine.train_step

    def noting(engine: ScratchEngine, *batch: Any, **options: Any) -> StepResult:
        taken.append(batch[2])
        return step(engine, *batch, **options)

    monkeypatch.setattr(ScratchEngine, "train_step", noting)
    train(spec)
    assert len(taken) == planned.total_steps == 18
    assert taken == planned.learning_rates
