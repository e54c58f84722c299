"""How the losses went, against a plain computation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.diagnosis import LossTrend, ValidationTrend
from neurarium.diagnosis.trends import SETTLED, WINDOW, Validated

LOSSES = st.lists(st.floats(0, 100), max_size=60)


@given(st.floats(0, 100), LOSSES)
def test_the_recent_loss_is_the_weighted_mean_written_out(start: float, losses: list[float]) -> None:
    trend = LossTrend()
    trend.begin(start)
    recents = []
    for step, loss in enumerate(losses, start=1):
        trend.observe(step, loss)
        if step >= SETTLED:
            weights = [(1 - 1 / WINDOW) ** (step - 1 - place) for place in range(step)]
            recents.append(sum(w * value for w, value in zip(weights, losses, strict=False)) / sum(weights))
    if not recents:
        assert trend.recent is None
    else:
        assert trend.recent == pytest.approx(recents[-1], rel=1e-9, abs=1e-12)
    assert trend.lowest == pytest.approx(min([start, *recents]), rel=1e-9, abs=1e-12)


@given(LOSSES, st.integers(1, 60))
def test_the_mean_of_an_epoch_is_that_of_its_steps(losses: list[float], epoch: int) -> None:
    trend = LossTrend()
    for begin in range(0, len(losses), epoch):
        part = losses[begin : begin + epoch]
        for step, loss in enumerate(part, start=begin + 1):
            trend.observe(step, loss)
        assert trend.take_mean() == pytest.approx(sum(part) / len(part), rel=1e-9, abs=1e-12)
    assert trend.take_mean() is None


def test_the_start_is_the_higher_of_the_first_batch_and_the_validation() -> None:
    """The first batch may be a single sample that happens to be guessed right."""
    trend = LossTrend()
    trend.begin(0.01)
    trend.begin(2.3)
    assert (trend.start, trend.lowest) == (2.3, 2.3)


@given(st.lists(st.floats(0, 10), min_size=1, max_size=30))
def test_the_best_validation_is_the_first_of_the_lowest(losses: list[float]) -> None:
    trend = ValidationTrend()
    for place, loss in enumerate(losses):
        trend.observe(Validated(place, loss, 0.0))
    best = losses.index(min(losses))
    assert trend.best is not None
    assert trend.best.step == best
    assert trend.since_best == len(losses) - 1 - best
    assert [validated.loss for validated in trend.last] == losses[-3:]
