"""The budget of the measurements, kept on a clock that only the test's engine moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from neurarium.spec.run import RunSpec
from neurarium.training.loop import REPORT_SECONDS, Trainer
from tests.support.channel import Clock, RecordingChannel, dense_rows, sparse_rows
from tests.support.specs import plane_spec


class Costs:
    """An engine and a collector that work as they did, and take so long on the clock."""

    def __init__(self, trainer: Trainer, clock: Clock, step: Callable[[int], float], measurement: float) -> None:
        self.training = 0.0
        self.measuring = 0.0
        train_step, collect = trainer._engine.train_step, trainer._collector.collect

        def timed_step(*arguments: Any, **options: Any) -> Any:
            seconds = step(trainer._engine.step)
            clock.now += seconds
            self.training += seconds
            return train_step(*arguments, **options)

        def timed_collect(engine: Any, **options: Any) -> Any:
            clock.now += measurement
            if engine.step > 0:
                self.measuring += measurement
            return collect(engine, **options)

        trainer._engine.train_step = timed_step
        trainer._collector.collect = timed_collect

    @property
    def share(self) -> float:
        """The share that measuring took from step 1 on."""
        return self.measuring / (self.measuring + self.training)


def train(
    budget: float, step: Callable[[int], float], measurement: float, *, steps: int
) -> tuple[RecordingChannel, Costs]:
    clock = Clock(tick=0.0)
    channel = RecordingChannel()
    spec = plane_spec(
        data={"dataset": "gaussians", "options": {"samples": 20}, "validation_fraction": 0},
        batch_size=20,
        epochs=steps,
        probes={"budget": budget},
    )
    trainer = Trainer(RunSpec.model_validate(spec), channel, clock)
    costs = Costs(trainer, clock, step, measurement)
    trainer.run()
    assert channel.states[-1] == "finished"
    return channel, costs


def measured_steps(channel: RecordingChannel) -> list[int]:
    return sorted({probe["step"] for probe in channel.of_type("probe")})


@pytest.mark.parametrize(
    ("budget", "step", "steps"), [(0.01, 0.01, 3000), (0.05, 0.01, 1500), (0.2, 0.01, 1000), (0.05, 0.001, 4000)]
)
def test_the_share_that_was_asked_for_is_kept_and_made_use_of(budget: float, step: float, steps: int) -> None:
    channel, costs = train(budget, lambda number: step, 0.02, steps=steps)
    assert costs.share <= budget * 1.1
    # Not by measuring nothing: half of what is allowed is spent at least.
    assert costs.share >= budget / 2
    assert measured_steps(channel)[0] == 0


def test_slower_steps_are_measured_more_often() -> None:
    """The cadence is stretched in steps, not in time."""
    quick, _ = train(0.05, lambda number: 0.001, 0.01, steps=1500)
    slow, _ = train(0.05, lambda number: 0.05, 0.01, steps=300)
    assert np.median(np.diff(measured_steps(slow))) < np.median(np.diff(measured_steps(quick)))


def test_a_run_that_becomes_slower_keeps_the_budget_too() -> None:
    _, costs = train(0.05, lambda number: 0.001 if number < 2000 else 0.01, 0.02, steps=3000)
    assert costs.share <= 0.055


def test_without_a_budget_the_start_and_the_end_are_measured_and_no_more() -> None:
    channel, _ = train(0.0, lambda number: 0.01, 0.01, steps=500)
    assert measured_steps(channel) == [0, 500]


def test_the_share_shown_is_the_one_taken() -> None:
    channel, costs = train(0.05, lambda number: 0.01, 0.02, steps=2000)
    rows = sparse_rows(channel.messages)
    shares = [row["telemetry_share"] for row in rows.values() if "telemetry_share" in row]
    assert len(shares) > 50
    # It is told over the last ten seconds, so it swings about that of the whole run.
    assert np.mean(shares[len(shares) // 2 :]) == pytest.approx(costs.share, rel=0.3)
    assert max(shares) <= 0.2


def test_the_speed_shown_is_that_of_the_clock() -> None:
    channel, _ = train(0.0, lambda number: 0.01, 0.0, steps=400)
    rows = sparse_rows(channel.messages)
    speeds = [row["steps_per_second"] for row in rows.values() if "steps_per_second" in row]
    assert speeds
    np.testing.assert_allclose(speeds, 100.0, rtol=0.01)
    rates = [row["samples_per_second"] for row in rows.values() if "samples_per_second" in row]
    np.testing.assert_allclose(rates, 2000.0, rtol=0.01)


def test_scalars_are_sent_some_times_a_second_and_not_at_every_step() -> None:
    channel, costs = train(0.0, lambda number: 0.001, 0.0, steps=5000)
    messages = [message for message in channel.of_type("metrics") if "train_loss" in message["values"]]
    assert len(dense_rows(messages)) == 5000
    assert 0.5 * costs.training / REPORT_SECONDS <= len(messages) <= costs.training / REPORT_SECONDS + 2
