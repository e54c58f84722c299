"""The speed limit: how many steps are made in how much time, on a clock that only the test moves."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.probes import PROBES
from neurarium.probes.base import When
from neurarium.spec.run import RunSpec
from neurarium.training.loop import Trainer
from neurarium.training.pace import CARRIED, Pace
from tests.support.channel import Clock, RecordingChannel, dense_rows, sparse_rows
from tests.support.specs import ENGINES, endless_spec

speeds = st.floats(0.05, 5000)
lengths = st.lists(st.floats(0, 3), min_size=1, max_size=40)


@given(speeds, lengths)
def test_never_more_steps_than_the_limit_allows_and_none_is_held_back_longer(
    limit: float, seconds: list[float]
) -> None:
    """Steps of any length: between any two of them lies the time that the limit asks for, save what may be carried."""
    pace, now, began = Pace(), 0.0, []
    pace.set_limit(limit, now)
    for length in seconds:
        waited = pace.delay(now)
        assert waited <= 1 / limit + 1e-9
        now += waited
        assert pace.delay(now) <= 1e-9
        pace.stepped(now)
        began.append(now)
        now += length
    for first in range(len(began)):
        for last in range(first, len(began)):
            assert began[last] - began[first] >= (last - first) / limit - CARRIED - 1e-6


def test_without_a_limit_nothing_waits() -> None:
    pace = Pace()
    assert (pace.delay(5.0), pace.interval) == (0.0, 0.0)
    pace.set_limit(0.5, 5.0)
    pace.stepped(5.0)
    assert pace.delay(5.0) == pytest.approx(2.0, abs=CARRIED)
    pace.set_limit(None, 5.0)
    assert pace.delay(5.0) == 0.0


def test_a_higher_limit_shortens_the_wait_that_is_under_way_and_a_request_ends_it() -> None:
    pace = Pace()
    pace.set_limit(0.1, 0.0)
    pace.stepped(0.0)
    assert pace.delay(1.0) > 8
    pace.set_limit(2.0, 1.0)
    assert pace.delay(1.0) == pytest.approx(0.5)
    pace.hurry()
    assert pace.delay(1.0) == 0.0


class Timed:
    """A trainer whose steps and measurements take so long on the clock."""

    def __init__(
        self, commands: dict[int, list[dict[str, Any]]], *, step: float, measurement: float, engine: str = "scratch"
    ) -> None:
        self.clock = Clock(tick=0.0)
        self.began: list[float] = []
        self.channel = RecordingChannel(held=[], between=lambda polls: self._say(commands))
        self.channel.clock = self.clock
        self.trainer = Trainer(RunSpec.model_validate(endless_spec(engine=engine)), self.channel, self.clock)
        train_step, collect = self.trainer._engine.train_step, self.trainer._collector.collect

        def timed_step(*arguments: Any, **options: Any) -> Any:
            self.began.append(self.clock.now)
            self.clock.now += step
            return train_step(*arguments, **options)

        def timed_collect(*arguments: Any, **options: Any) -> Any:
            self.clock.now += measurement
            return collect(*arguments, **options)

        self.trainer._engine.train_step = timed_step
        self.trainer._collector.collect = timed_collect

    def _say(self, commands: dict[int, list[dict[str, Any]]]) -> list[dict[str, Any]]:
        return commands.pop(len(self.began), [])

    def run(self) -> Timed:
        self.trainer.run()
        return self

    def measured_steps(self) -> list[int]:
        """The steps that were observed; beside a validation something is measured that takes no time on this clock."""
        measured = self.channel.of_type("probe")
        return sorted({probe["step"] for probe in measured if PROBES[probe["probe"]].when is not When.VALIDATED})


@pytest.mark.parametrize("engine", ENGINES)
def test_the_loop_keeps_the_limit_and_lets_go_of_it(engine: str) -> None:
    slow = {"command": "set", "steps_per_second": 4}
    fast = {"command": "set", "steps_per_second": None}
    run = Timed({20: [slow], 60: [fast], 100: [{"command": "stop"}]}, step=0.002, measurement=0.0, engine=engine).run()
    gaps = np.diff(run.began)
    limited, free = gaps[21:59], np.concatenate([gaps[:19], gaps[61:]])
    np.testing.assert_allclose(limited, 0.25, atol=2 * CARRIED)
    assert free.max() < 0.01
    speeds = [
        row["steps_per_second"] for row in sparse_rows(run.channel.messages).values() if "steps_per_second" in row
    ]
    assert min(speeds) == pytest.approx(4, rel=0.1)
    assert [step for step, _, _ in dense_rows(run.channel.messages)] == list(range(1, 101))


def test_a_pause_does_not_wait_for_the_step_that_the_limit_holds_back() -> None:
    crawl = {"command": "set", "steps_per_second": 0.01}
    run = Timed({5: [crawl], 6: [{"command": "pause"}]}, step=0.002, measurement=0.0).run()
    assert run.channel.states == ["running", "paused"]
    assert len(run.began) == 7
    # The sixth step had been made; the seventh was asked for while it was held back for a hundred seconds.
    assert run.began[6] - run.began[5] <= 100


def test_waiting_earns_no_measurement_and_what_is_measured_while_waiting_is_free() -> None:
    """Of 0.02 s each, one measurement in 200 steps of 2 ms is what 5 % pay for; a wait of 0.5 s has room for it."""
    slow = {"command": "set", "steps_per_second": 2}
    run = Timed({500: [slow], 600: [{"command": "stop"}]}, step=0.002, measurement=0.02).run()
    steps = run.measured_steps()
    before, during = [s for s in steps if 0 < s <= 500], [s for s in steps if s > 501]
    assert 1 <= len(before) <= 4
    assert len(during) >= 95
    rows = sparse_rows(run.channel.messages)
    shares = [row["telemetry_share"] for step, row in rows.items() if "telemetry_share" in row and step > 550]
    assert max(shares) <= 0.06


def test_what_does_not_fit_into_the_wait_is_paid_for_from_training_alone() -> None:
    """A measurement of 0.4 s beside waits of 0.1 s: were waiting training, 5 % of it would pay for one in 8 s."""
    slow = {"command": "set", "steps_per_second": 10}
    run = Timed({200: [slow], 1000: [{"command": "stop"}]}, step=0.002, measurement=0.4).run()
    during = [step for step in run.measured_steps() if step > 201]
    # 800 steps are 1.6 s of training and 80 s of time.
    assert len(during) <= 2
