"""Measuring keeps to its share of the time, whatever measurements cost; all on a simulated clock."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.probes import TelemetryBudget
from neurarium.probes.budget import MINIMUM_INTERVAL, WINDOW


class Simulation:
    """A training loop on a clock of its own: each step takes some time, a measured one so much more."""

    def __init__(self, budget: float, steps: list[float], costs: list[float]) -> None:
        self.budget = TelemetryBudget(budget)
        self.now = 0.0
        self.training = 0.0
        self.costs: list[float] = []
        self.measured_at: list[float] = []
        self._steps: Iterator[float] = cycle(steps)
        self._next_cost: Iterator[float] = cycle(costs)

    def step(self, forced: bool = False) -> bool:
        step = next(self._steps)
        self.training += step
        due = self.budget.is_due(self.now)
        if not (due or forced):
            self.now += step
            self.budget.trained(step)
            return False
        cost = next(self._next_cost)
        self.now += step + cost
        self.costs.append(cost)
        self.measured_at.append(self.now)
        self.budget.measured(self.now, step + cost)
        return True

    def run(self, seconds: float, at_most: int = 20_000) -> None:
        end = self.now + seconds
        for _ in range(at_most):
            if self.now >= end:
                return
            self.step()


budgets = st.floats(0.01, 0.5)
costs = st.lists(st.floats(0, 0.2) | st.sampled_from([0.0, 0.001, 0.005, 3.0]), min_size=1, max_size=8)
step_seconds = st.floats(0.002, 0.5)


@settings(max_examples=150)
@given(budgets, step_seconds, costs)
def test_the_share_exceeds_the_budget_by_one_measurement_at_most(
    budget: float, step: float, costs: list[float]
) -> None:
    simulation = Simulation(budget, [step], costs)
    for _ in range(2000):
        if simulation.step():
            spent = sum(simulation.costs)
            last = simulation.costs[-1]
            assert spent - last <= budget * (simulation.training + spent - last) + 1e-9


@settings(max_examples=100)
@given(budgets, step_seconds, st.floats(0.0001, 0.2))
def test_with_an_even_cost_the_budget_is_kept_at_every_moment_once_the_cost_is_known(
    budget: float, step: float, cost: float
) -> None:
    simulation = Simulation(budget, [step], [cost])
    for _ in range(2000):
        # The first one is made without knowing its cost, and earned before the second.
        if simulation.step() and len(simulation.costs) > 1:
            spent = sum(simulation.costs)
            assert spent <= budget * (simulation.training + spent) + 1e-9


@settings(max_examples=100)
@given(budgets, st.lists(step_seconds, min_size=1, max_size=5), costs, st.lists(st.booleans(), max_size=50))
def test_no_two_due_measurements_within_the_least_interval(
    budget: float, steps: list[float], costs: list[float], forced: list[bool]
) -> None:
    simulation = Simulation(budget, steps, costs)
    pattern = cycle(forced or [False])
    for _ in range(300):
        before = simulation.measured_at[-1] if simulation.measured_at else 0.0
        due = simulation.budget.is_due(simulation.now)
        assert not due or simulation.now - before >= MINIMUM_INTERVAL - 1e-9
        simulation.step(next(pattern))


@pytest.mark.parametrize(("step", "cost"), [(0.00003, 0.002), (0.001, 0.004), (0.02, 0.03), (0.5, 0.2), (2.0, 0.001)])
def test_what_may_be_spent_is_spent(step: float, cost: float) -> None:
    """A budget that is kept by never measuring would be no use."""
    budget = 0.05
    simulation = Simulation(budget, [step], [cost])
    simulation.run(120 if step >= 0.001 else 4, at_most=200_000)
    spent = sum(simulation.costs) / simulation.now
    possible = min(budget, cost / max(MINIMUM_INTERVAL + cost, 2 * step + cost))
    assert 0.75 * possible <= spent <= 1.05 * budget


def test_the_share_told_is_the_real_one_over_the_window() -> None:
    simulation = Simulation(0.05, [0.01], [0.01])
    simulation.run(60)
    assert simulation.budget.share == pytest.approx(0.05, abs=0.002)
    # Measuring becomes ten times as dear: it is done less often, and the share comes back.
    simulation._next_cost = cycle([0.1])
    simulation.run(60)
    assert simulation.budget.share == pytest.approx(0.05, abs=0.1 / WINDOW)


def test_known_share() -> None:
    budget = TelemetryBudget(1)
    assert budget.share == 0
    for _ in range(9):
        budget.trained(0.1)
    budget.measured(1.0, 0.2)  # an ordinary step takes 0.1 s, so half of this was measuring
    assert budget.share == pytest.approx(0.1 / 1.1)
    for _ in range(9):
        budget.trained(0.1)
    assert budget.share == pytest.approx(0.1 / 2.0)


def test_what_is_older_than_the_window_is_forgotten() -> None:
    budget = TelemetryBudget(0.05, window=5)
    budget.trained(0.1)
    budget.measured(1.1, 1.1)
    assert budget.share > 0.5
    for _ in range(60):
        budget.trained(0.1)
    assert budget.share == 0


def test_without_a_budget_none_is_due_and_forced_ones_are_told() -> None:
    simulation = Simulation(0, [0.01], [0.01])
    simulation.run(5)
    assert simulation.costs == []
    assert simulation.step(forced=True)
    assert simulation.budget.share > 0
    simulation.run(5)
    assert len(simulation.costs) == 1


def test_with_the_whole_budget_only_the_least_interval_holds_it_back() -> None:
    simulation = Simulation(1, [0.01], [0.5])
    simulation.run(61)
    # 0.5 s of measuring, then ten steps, one of them the observed one.
    assert len(simulation.costs) == pytest.approx(100, abs=2)


def test_forced_measurements_do_not_blind_the_run_that_follows() -> None:
    simulation = Simulation(0.05, [0.01], [0.02])
    simulation.run(2)
    for _ in range(100):
        assert simulation.step(forced=True)
    resumed = simulation.now
    while not simulation.step():
        pass
    # 0.02 s at 5 % take 0.38 s of training, as ever; paying for 100 of them would take 38 s.
    assert simulation.now - resumed < 0.6


def test_a_single_slow_measurement_is_paid_for_and_not_expected_again() -> None:
    simulation = Simulation(0.05, [0.01], [0.005])
    simulation.run(5)
    simulation._next_cost = iter([0.2, *[0.005] * 1000])
    while simulation.costs[-1] != 0.2:
        simulation.step()
    slow_at = simulation.now
    while not simulation.step():
        pass
    assert simulation.now - slow_at == pytest.approx(0.2 * 19, rel=0.05)
    paid_at, made = simulation.now, len(simulation.costs)
    simulation.run(2)
    assert len(simulation.costs) - made == pytest.approx((simulation.now - paid_at) / 0.11, abs=3)


def test_the_first_measurement_waits_for_an_ordinary_step() -> None:
    budget = TelemetryBudget(0.5)
    assert not budget.is_due(0.0)
    assert not budget.is_due(10.0)
    budget.trained(0.01)
    assert budget.is_due(10.0)


@pytest.mark.parametrize("budget", [-0.1, 1.1, float("nan")])
def test_a_share_outside_zero_to_one_is_refused(budget: float) -> None:
    with pytest.raises(ValueError, match="a share from 0 to 1"):
        TelemetryBudget(budget)


@pytest.mark.parametrize("steps_an_epoch", [1, 7, 300])
@pytest.mark.parametrize("cost", [0.0002, 0.02, 0.3])
def test_measured_validations_and_steps_keep_the_budget_together_and_neither_starves(
    steps_an_epoch: int, cost: float
) -> None:
    simulation, validations = Simulation(0.05, [0.01], [0.02]), 0
    budget, spent = simulation.budget, 0.0
    for step in range(1, 30_001):
        simulation.step()
        if step % steps_an_epoch == 0 and budget.validation_is_due(simulation.now):
            simulation.now += cost
            budget.validation_measured(simulation.now, cost)
            validations, spent = validations + 1, spent + cost
    measuring = spent + sum(simulation.costs)
    assert measuring / (measuring + simulation.training) <= 0.055
    assert spent <= 0.6 * 0.05 * (measuring + simulation.training)
    # Alone, one step in 0.38 s of training would be measured: half of them at least still are.
    assert len(simulation.costs) >= 0.45 * simulation.training / 0.38
    assert validations >= 0.8 * min(30_000 / steps_an_epoch, simulation.training / max(2 * 19 * cost, 0.12))


def test_without_a_budget_no_validation_is_due() -> None:
    assert not TelemetryBudget(0).validation_is_due(10.0)


def test_a_validation_that_fits_into_the_wait_is_free() -> None:
    budget = TelemetryBudget(0.05)
    for second in range(5):
        budget.trained(0.01)
        budget.measured(second + 0.5, 0.03, 1.0)
        assert budget.validation_is_due(second + 0.5, 1.0)
        budget.validation_measured(second + 0.6, 0.1, 1.0)
    assert budget.share == 0
    # One that does not fit is paid for, and then waits until training has earned it.
    assert not budget.validation_is_due(6.0, 0.05)
