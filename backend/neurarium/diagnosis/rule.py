"""What every rule declares: what it looks for, beyond which threshold, why that matters, and how to mend it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend
from neurarium.words import Text

Figure: TypeAlias = float | int | str | list[str] | None
Figures: TypeAlias = Mapping[str, Figure]


@dataclass(frozen=True)
class RuleDocumentation:
    """What the catalog tells of a rule.

    Attributes:
        title: its name in plain words.
        sentence: why it matters, in one plain sentence.
        source: where this is written of.
    """

    title: Text
    sentence: Text
    source: Text


@dataclass(frozen=True)
class Threshold:
    """Where a value stops being healthy.

    What was found stays found until the value has come back past `release`, so that one that swings about the limit
    does not come and go.

    Attributes:
        limit: what a value has to pass to be a sign.
        release: what it has to come back to for the sign to be over.
        unit: what is counted, in words.
        reason: why it lies there, and how far healthy networks stay away from it.
        above: whether values above the limit are unhealthy; otherwise those below.
    """

    limit: float
    release: float
    unit: Text
    reason: Text
    above: bool = True

    def is_passed(self, value: float, *, holds: bool = False) -> bool:
        """Return whether `value` is a sign; `holds` where it was found before and is not over."""
        bound = self.release if holds else self.limit
        return value >= bound if self.above else value <= bound


@dataclass(frozen=True)
class Sign:
    """A value that a rule looked at; whether it is unhealthy, its threshold says.

    Attributes:
        node: where it was measured.
        value: what was measured.
        threshold: the name of the threshold that it is held against.
        figures: the evidence in figures, by name; they make the words, in every language.
    """

    node: str
    value: float
    threshold: str
    figures: Figures

    def number(self, name: str) -> float:
        """Return a figure that is a number; raises `TypeError` where it is none."""
        value = self.figures[name]
        if not isinstance(value, int | float):
            raise TypeError(f"the figure {name} is {value!r}, which is no number")
        return value


@dataclass(frozen=True)
class Wording:
    """A finding in words.

    Attributes:
        badge: two or three words, for a card.
        message: what was found, in one plain sentence.
        detail: the evidence behind it.
    """

    badge: Text
    message: Text
    detail: Text


class Rule(ABC):
    """One thing that goes wrong in networks."""

    name: ClassVar[str]
    """What the catalog and the stream call it."""
    documentation: ClassVar[RuleDocumentation]
    thresholds: ClassVar[Mapping[str, Threshold]]
    mend_codes: ClassVar[tuple[str, ...]]
    """Codes of the mends that it may propose."""
    is_of_each_node: ClassVar[bool] = False
    """Whether each node has a finding of its own; else the run has one, at the node where it is worst."""
    looks_at: ClassVar[Literal["measurement", "validation"]] = "measurement"
    """After what there is something new to see."""
    patience: ClassVar[int] = 3
    """Over how many measurements in a row a sign has to be there to be told of, and to be gone to be withdrawn."""
    settle_steps: ClassVar[int] = 0
    """Steps before which nothing is judged: the first updates of a healthy run are larger than the later ones."""
    explained_by: ClassVar[tuple[str, ...]] = ()
    """Rules whose sign, on one path with this one's node, is the cause: this one is left untold then."""

    @abstractmethod
    def look(self, measured: Measured) -> Iterator[Sign]:
        """Yield a sign for each node that can be judged, healthy or not; a rule of the run as a whole yields one at
        most.
        """

    @abstractmethod
    def words(self, sign: Sign) -> Wording:
        """Return what was found, in words."""

    @abstractmethod
    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        """Yield what could be done, the best first; None where one does not apply to this network."""
