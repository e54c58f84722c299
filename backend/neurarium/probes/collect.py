"""All measurements of one run."""

import time
from collections.abc import Callable, Collection, Iterable

from neurarium.data import LoadedDataset
from neurarium.engines.base import Engine, Evaluation
from neurarium.graph import Plan
from neurarium.probes.base import Probe, ProbeKey, ProbeMessage, Subject, When
from neurarium.probes.moment import SAMPLE_LIMIT, Moment
from neurarium.probes.registry import PROBES, available_probes
from neurarium.probes.turns import Turns
from neurarium.spec.run import RunSpec


class Collector:
    """Makes all measurements of one run.

    Arguments:
        spec: the run.
        plan: its network.
        data: what it is trained on.
        given_weights: the tensors that started with given values and were not drawn, by ``node.name``.
        selected: which probes to make; None makes all.
        sample_limit: how many values of one tensor a histogram counts at most.
        clock: seconds, from any moment on.
    """

    def __init__(
        self,
        spec: RunSpec,
        plan: Plan,
        data: LoadedDataset,
        *,
        given_weights: Collection[str] = (),
        selected: Collection[str] | None = None,
        sample_limit: int = SAMPLE_LIMIT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.probes = available_probes(spec, plan, selected)
        self._sample_limit = sample_limit
        self._clock = clock
        self._keys: dict[str, list[ProbeKey]] = {}
        for key in self.probes:
            self._keys.setdefault(key.probe, []).append(key)
        self._pinned = 0
        subject = Subject(spec, plan, data, frozenset(given_weights))
        self._made: dict[str, Probe] = {name: PROBES[name](subject) for name in self._keys}
        self._turns = Turns(self._names(When.ASKED))

    def collect(self, engine: Engine, *, everything: bool = True) -> list[ProbeMessage]:
        """Return measurements of the batch that `engine` observed last, in the order of `probes`.

        Ends the observation where a probe asks the engine for more.

        Arguments:
            engine: who observed the batch.
            everything: whether all are made; otherwise dear ones are where it is their turn.

        Raises:
            RuntimeError: the engine's last call was not an observed one.
        """
        moment, began = self._moment(engine), self._clock()
        messages = self._measure(self._names(When.OBSERVED), moment)
        asked = self._names(When.ASKED)
        if not everything:
            self._turns.earn(self._clock() - began)
            asked = self._turns.choose(asked)
        for name in asked:
            began = self._clock()
            messages += self._measure([name], moment)
            self._turns.spent(name, self._clock() - began)
        return messages

    def validated(self, engine: Engine, evaluation: Evaluation) -> list[ProbeMessage]:
        """Return the measurements of a validation that was just made."""
        return self._measure(self._names(When.VALIDATED), self._moment(engine, evaluation))

    def pin(self, place: int, engine: Engine) -> list[ProbeMessage]:
        """Look at another sample from now on, and return the measurements of it; ends the engine's observation.

        Arguments:
            place: its place among the samples that `pinned.pinnable` returns.
            engine: who computes.
        """
        self._pinned = place
        names = [name for name, probe in self._made.items() if probe.of_pinned_sample]
        return self._measure(names, self._moment(engine))

    def _moment(self, engine: Engine, evaluation: Evaluation | None = None) -> Moment:
        return Moment(engine, sample_limit=self._sample_limit, pinned=self._pinned, evaluation=evaluation)

    def _names(self, when: When) -> list[str]:
        return [name for name, probe in self._made.items() if probe.when is when]

    def _measure(self, names: Iterable[str], moment: Moment) -> list[ProbeMessage]:
        return [
            ProbeMessage(key, figures)
            for name in names
            for key, figures in self._made[name].measure(self._keys[name], moment)
        ]
