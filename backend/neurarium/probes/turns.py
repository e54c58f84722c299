"""Which of the dear measurements are made now."""

from collections import deque
from collections.abc import Collection
from statistics import median


class Turns:
    """Lets dear probes take turns, so that together they take no more time than the frequent ones.

    Each measurement's frequent probes earn the time that they took; the dear one whose turn it is, is made once that
    pays for what it is expected to cost. So the frequent ones come at least half as often as they would alone, and a
    dear one comes more rarely the dearer it is, but comes.

    Times are in seconds.
    """

    def __init__(self, names: Collection[str]) -> None:
        self._line = deque(names)
        self._costs: dict[str, deque[float]] = {name: deque(maxlen=5) for name in names}
        self._credit = 0.0

    def earn(self, seconds: float) -> None:
        """Take note of what the frequent probes took."""
        self._credit += seconds

    def choose(self, candidates: Collection[str]) -> list[str]:
        """Return which of `candidates` are made now, and have the others wait; nobody is passed over.

        What is chosen is paid for at its expected price here, and the rest by `spent`.
        """
        chosen: list[str] = []
        for name in [name for name in self._line if name in candidates]:
            price = self._expected(name)
            if price > self._credit:
                break
            self._credit -= price
            chosen.append(name)
        else:
            # All were made: more than pays for one of them would only make a burst of them later.
            self._credit = min(self._credit, max(map(self._expected, chosen), default=0.0))
        for name in chosen:
            self._line.remove(name)
            self._line.append(name)
        return chosen

    def spent(self, name: str, seconds: float) -> None:
        """Take note of what a dear probe took."""
        self._costs[name].append(seconds)

    def _expected(self, name: str) -> float:
        costs = self._costs[name]
        # The median, so that a single slow one (another program had the processor) is not expected again.
        return median(costs) if costs else 0.0
