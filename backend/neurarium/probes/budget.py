"""When to measure, so that measuring takes no more than a set share of the time."""

import math
from collections import deque
from statistics import median
from typing import NamedTuple

MINIMUM_INTERVAL = 0.1
"""Seconds between two measurements at least: more pictures a second than ten are not seen."""
WINDOW = 10.0
"""Seconds of training and measuring over which the share is told."""


class _Interval(NamedTuple):
    training: float
    measuring: float


class TelemetryBudget:
    """Decides when to measure next, and tells what share of the time measuring took.

    Training earns the time that measuring spends. A measurement is due once as much training was done as the last ones'
    cost asks for; one that cost more than that leaves a debt, which training has to earn before the next one. So the
    share stays within the budget but for what a single measurement cost more than was expected.

    A measurement's cost is all that it adds to an ordinary step: what is done to observe, to collect and to send.
    Measurements that were not due (of step 0, at a pause) are always allowed. They count into the share, and leave no
    debt: they fall in moments in which training stands still anyway, and would only blind what follows.

    Where steps are made no faster than a limit, training waits between them. Waiting is no training, and earns nothing;
    but what is measured while training would have waited keeps it from nothing, and so is free.

    What a validation lets be measured beside it comes when validations do, and not when credit has gathered. It is due
    once the training since the last one would pay for it twice over: so it takes half of the budget at most, is paid
    from the same credit, and leaves the other half to the steps' own measurements.

    Arguments:
        budget: the share, 0 to 1, of training and measuring together; with 0, none is ever due.

    Times are in seconds; `now` is a monotonic clock's.
    """

    def __init__(self, budget: float, *, minimum_interval: float = MINIMUM_INTERVAL, window: float = WINDOW) -> None:
        if not 0 <= budget <= 1:
            raise ValueError(f"the budget is a share from 0 to 1; received {budget}")
        self.budget = budget
        self._minimum_interval = minimum_interval
        self._window = window
        # How much training a second of measuring asks for.
        self._price = (1 - budget) / budget if budget > 0 else math.inf
        self._credit = 0.0
        self._due_at_credit = 0.0
        self._costs: deque[float] = deque(maxlen=5)
        self._next_time: float | None = None
        self._was_due = False
        # Of what is measured beside validations: what it cost, and the training since the last one.
        self._validation_costs: deque[float] = deque(maxlen=5)
        self._since_validation = 0.0
        self._next_validation = -math.inf
        # Ordinary steps since the last measurement, and what one took on average.
        self._training = 0.0
        self._steps = 0
        self._ordinary_step: float | None = None
        self._intervals: deque[_Interval] = deque()

    def trained(self, seconds: float) -> None:
        """Take note of an ordinary step, one that was not observed."""
        self._training += seconds
        self._steps += 1
        self._credit += seconds
        self._since_validation += seconds

    def is_due(self, now: float, interval: float = 0.0) -> bool:
        """Return whether the next step may be observed and measured.

        Arguments:
            now: the time.
            interval: how many seconds lie between the beginnings of two steps at least, where there is a speed limit.
        """
        if self._next_time is None:
            self._next_time = now + self._minimum_interval
        self._was_due = (
            now >= self._next_time and self.budget > 0 and (self._is_earned() or self._fits_into_wait(interval))
        )
        return self._was_due

    def measured(self, now: float, seconds: float, interval: float = 0.0) -> None:
        """Take note of a measurement that ended just now.

        Arguments:
            now: the time.
            seconds: what the observed step and everything done to measure it took together.
            interval: as for `is_due`.
        """
        if self._steps:
            self._ordinary_step = self._training / self._steps
        step = min(seconds, self._ordinary_step or 0.0)
        cost = seconds - step
        charged = max(0.0, cost - self._wait(interval))
        self._intervals.append(_Interval(self._training + step, charged))
        self._training, self._steps = 0.0, 0
        self._since_validation += step
        self._next_time = now + self._minimum_interval
        if self._was_due:
            self._was_due = False
            # The median, so that a single slow one (another program had the processor) is paid for, but not expected
            # again.
            self._costs.append(cost)
            self._charge(step, charged)
        self._forget_old_intervals()

    def validation_is_due(self, now: float, interval: float = 0.0) -> bool:
        """Return whether the validation that was just made may be measured; arguments as for `is_due`."""
        if now < self._next_validation or self.budget == 0:
            return False
        cost = _expected(self._validation_costs)
        return self._since_validation >= 2 * cost * self._price or self._fits_beside(cost, interval)

    def validation_measured(self, now: float, seconds: float, interval: float = 0.0, *, due: bool = True) -> None:
        """Take note of a validation's measurement that ended just now.

        Arguments:
            now: the time.
            seconds: what measuring took, without the validation itself.
            interval: as for `is_due`.
            due: whether `validation_is_due` said so; another one is allowed, counts into the share, and leaves no debt.
        """
        charged = 0.0 if self._fits_beside(seconds, interval) else seconds
        self._intervals.append(_Interval(0.0, charged))
        self._next_validation = now + self._minimum_interval
        self._validation_costs.append(seconds)
        self._since_validation = 0.0
        if due and self.budget > 0:
            self._credit -= charged * self._price

    @property
    def share(self) -> float:
        """The share, 0 to 1, that measuring took of the last seconds' training and measuring; 0 before any."""
        self._forget_old_intervals()
        measuring = sum(interval.measuring for interval in self._intervals)
        total = sum(interval.training for interval in self._intervals) + measuring + self._training
        return measuring / total if total > 0 else 0.0

    def _is_earned(self) -> bool:
        # Without an ordinary step in between it is not known what observing adds to one.
        return self._credit >= self._due_at_credit and self._steps > 0

    def _fits_into_wait(self, interval: float) -> bool:
        return bool(self._costs) and median(self._costs) < self._wait(interval)

    def _fits_beside(self, cost: float, interval: float) -> bool:
        # The step before it may have been measured in the same wait.
        return _expected(self._costs) + cost < self._wait(interval)

    def _wait(self, interval: float) -> float:
        """Return how long training waits from one step to the next, in seconds."""
        return max(0.0, interval - (self._ordinary_step or 0.0))

    def _charge(self, step: float, cost: float) -> None:
        # What was earned beyond the price is not saved up: it would allow a burst of measurements later.
        self._credit = min(self._credit, self._due_at_credit) + step - cost * self._price
        self._due_at_credit = median(self._costs) * self._price

    def _forget_old_intervals(self) -> None:
        total = sum(interval.training + interval.measuring for interval in self._intervals) + self._training
        while self._intervals:
            oldest = self._intervals[0].training + self._intervals[0].measuring
            if total - oldest < self._window:
                break
            total -= oldest
            self._intervals.popleft()


def _expected(costs: deque[float]) -> float:
    return median(costs) if costs else 0.0
