"""What every probe is: something that a run measures of itself, in a file of its own in `probes/kinds`."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, ClassVar, NamedTuple

from neurarium.data import LoadedDataset
from neurarium.graph import Plan
from neurarium.probes.figures import Figures
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec


class ProbeKey(NamedTuple):
    """What a measurement is of; a newer one with the same key replaces it.

    Attributes:
        probe: which measurement, a name in `registry.PROBES`.
        node: the node it is of; ``"input"`` is the data.
        parameter: the parameter tensor it is of, or None where it is of the node.
    """

    probe: str
    node: str
    parameter: str | None = None


@dataclass(frozen=True)
class ProbeMessage:
    """One measurement.

    Attributes:
        key: what it is of.
        payload: its figures by name: numbers, None, and numpy arrays, which are the message's own.
    """

    key: ProbeKey
    payload: dict[str, Any]

    @property
    def probe(self) -> str:
        """Which measurement it is."""
        return self.key.probe

    @property
    def node(self) -> str:
        """The node it is of."""
        return self.key.node

    @property
    def parameter(self) -> str | None:
        """The parameter tensor it is of, if any."""
        return self.key.parameter


class When(IntEnum):
    """When a probe is made, in the order in which those of one step are."""

    OBSERVED = 0
    """At every measurement, from what the observed step left behind."""
    ASKED = 1
    """In turn with the others of this sort, since each asks the engine for a pass of its own, which ends the
    observation; see `turns.Turns`.
    """
    VALIDATED = 2
    """When validation is made, from what the engine put out in it."""


@dataclass(frozen=True)
class Subject:
    """What is measured.

    Attributes:
        spec: the run.
        plan: its network.
        data: what it is trained on.
        given_weights: the tensors that started with given values and were not drawn, by ``node.name``.
    """

    spec: RunSpec
    plan: Plan
    data: LoadedDataset
    given_weights: frozenset[str] = frozenset()


class Probe(ABC):
    """One sort of measurement.

    A subclass in a module of `probes/kinds` is found by `registry.PROBES`; nothing else has to be told of it. It is
    built for one run, and may keep what it needs again.
    """

    name: ClassVar[str]
    """As the catalog, the stream and `ProbeKey` call it."""
    title: ClassVar[str]
    sentence: ClassVar[str]
    """What it shows, in one plain sentence."""
    figures: ClassVar[type[Figures]]
    """What its measurements hold."""
    when: ClassVar[When] = When.OBSERVED
    for_watched_nodes: ClassVar[bool] = False
    """Whether it is dear for each node, and so made of those that somebody watches; see `watch`."""
    of_pinned_sample: ClassVar[bool] = False
    """Whether it is made anew as soon as another sample is pinned."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    @classmethod
    @abstractmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        """Return all that a run measures by this probe, in order of computation."""

    @abstractmethod
    def measure(self, keys: Sequence[ProbeKey], moment: Moment) -> Iterator[tuple[ProbeKey, dict[str, Any]]]:
        """Yield the figures of each of `keys`; one of which there is nothing to tell now is left out."""


class KeyedProbe(Probe):
    """A probe whose measurements are made one by one."""

    def measure(self, keys: Sequence[ProbeKey], moment: Moment) -> Iterator[tuple[ProbeKey, dict[str, Any]]]:
        for key in keys:
            figures = self.measure_one(key, moment)
            if figures is not None:
                yield key, figures

    @abstractmethod
    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any] | None:
        """Return the figures of one measurement, or None where there is nothing to tell now."""
