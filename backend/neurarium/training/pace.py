"""How fast steps may follow one another, for whoever watches slowly."""

import math

CARRIED = 0.01
"""Seconds that a step may come late and be made up for: what a wait oversleeps, and no burst that could be seen."""


class Pace:
    """Tells when the next step may be made, so that no more than so many are made in a second.

    After a long measurement there is no burst: what was late by more than `CARRIED` stays late. Times are in seconds;
    `now` is a monotonic clock's.
    """

    def __init__(self) -> None:
        self.limit: float | None = None
        """Steps a second; None makes them as fast as they can be made. Set by `set_limit`."""
        self._due = -math.inf

    @property
    def interval(self) -> float:
        """Seconds from one step to the next, 0 without a limit."""
        return 0.0 if self.limit is None else 1.0 / self.limit

    def set_limit(self, limit: float | None, now: float) -> None:
        """Allow so many steps a second from now on, more than 0; None allows any."""
        self.limit = limit
        self._due = min(self._due, now + self.interval)

    def delay(self, now: float) -> float:
        """Return how many seconds there are until the next step may be made; 0 where it may be made now."""
        return max(0.0, self._due - now) if self.limit is not None else 0.0

    def stepped(self, began: float) -> None:
        """Take note of a step that began at `began`."""
        self._due = max(self._due, began - CARRIED) + self.interval

    def hurry(self) -> None:
        """Let the next step be made at once: somebody asked for it."""
        self._due = -math.inf
