"""Which findings hold: rules applied after every measurement, with patience."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from neurarium.diagnosis.finding import MendEntry, RunFinding, Status
from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend
from neurarium.diagnosis.patch import apply_patch
from neurarium.diagnosis.rule import Rule, Sign
from neurarium.diagnosis.rules import RULES
from neurarium.diagnosis.structure import Structure
from neurarium.diagnosis.trends import LossTrend, Validated, ValidationTrend
from neurarium.graph import Plan, frozen_nodes, plan_for
from neurarium.probes import ProbeMessage
from neurarium.spec.errors import NeurariumError
from neurarium.spec.run import RunSpec
from neurarium.spec.validation import parse

TOLD_AGAIN_BY = 0.2
"""By which share of itself a value has to change before a finding is told again: smaller changes are no news."""
TOLD_AGAIN_AFTER = 10
"""Measurements between two tellings of one finding at least: a second, at the ten a second that there are at most."""


@dataclass(frozen=True)
class Change:
    """A finding that came, changed or went.

    Attributes:
        status: which of the three.
        finding: it, with the figures of this moment; of one that went, those that it was told with last.
    """

    status: Status
    finding: RunFinding


@dataclass
class _Watched:
    """A sign that was seen, told or not yet.

    Attributes:
        sign: its latest figures that were a sign.
        step: the step of these.
        streak: in how many measurements in a row it was there, or was gone once it is told.
        told: what was told of it, None as long as it was not.
        told_sign: the figures that were told.
        since_told: how many measurements there were since.
    """

    sign: Sign
    step: int
    streak: int = 0
    told: RunFinding | None = None
    told_sign: Sign | None = None
    since_told: int = 0


class Diagnosis:
    """Follows one run.

    A sign becomes a finding once it was there in as many measurements in a row as its rule's `patience` asks, and is
    withdrawn once it was gone in as many. In between, and while a value lies between a threshold's `limit` and its
    `release`, nothing changes: a finding is told once, does not flicker, and is told again only where its figures have
    changed by `TOLD_AGAIN_BY`.

    Arguments:
        spec: the run.
        plan: its network.
    """

    def __init__(self, spec: RunSpec, plan: Plan) -> None:
        self._structure = Structure(plan, frozen_nodes(plan, spec.frozen))
        self.spec = spec
        """The run's settings as they are now; a learning rate that is changed while it trains is to be put here."""
        self.loss = LossTrend()
        self._validation = ValidationTrend()
        self._watched: dict[tuple[str, str], _Watched] = {}
        self._present: dict[str, list[Sign]] = {}
        """The latest signs of each rule, told or not: what may explain others."""

    @property
    def findings(self) -> list[RunFinding]:
        """Everything that was found and holds."""
        return [watched.told for watched in self._watched.values() if watched.told is not None]

    def clear(self) -> None:
        """Forget everything; for a reset."""
        self.loss.clear()
        self._validation.clear()
        self._watched, self._present = {}, {}

    def begin(self, loss: float) -> None:
        """Take in the loss of step 0."""
        self.loss.begin(loss)

    def set_learning_rate(self, rate: float) -> None:
        """Take note of another learning rate, from which mends go on."""
        optimizer = self.spec.optimizer.model_copy(update={"learning_rate": rate})
        self.spec = self.spec.model_copy(update={"optimizer": optimizer})

    def measured(self, step: int, probes: Iterable[ProbeMessage]) -> list[Change]:
        """Take in the measurements of a step, and return what came, changed and went with them."""
        measured = Measured(step, probes, self.spec, self._structure, self.loss, self._validation)
        return self._examine(measured, [rule for rule in RULES if rule.looks_at == "measurement"])

    def validated(self, step: int, loss: float) -> list[Change]:
        """Take in the validation after `step` updates, and return what came, changed and went with it."""
        train_loss = self.loss.take_mean()
        if not math.isfinite(loss):
            return []
        if train_loss is None:
            self._validation.start = loss
            self.loss.begin(loss)
            return []
        self._validation.observe(Validated(step, loss, train_loss))
        measured = Measured(step, (), self.spec, self._structure, self.loss, self._validation)
        return self._examine(measured, [rule for rule in RULES if rule.looks_at == "validation"])

    def _examine(self, measured: Measured, rules: list[Rule]) -> list[Change]:
        changes: list[Change] = []
        for rule in rules:
            if measured.step < rule.settle_steps:
                continue
            found: dict[tuple[str, str], Sign] = {}
            for sign in rule.look(measured):
                key = rule.name, sign.node if rule.is_of_each_node else ""
                watched = self._watched.get(key)
                holds = watched is not None and watched.told is not None
                if rule.thresholds[sign.threshold].is_passed(sign.value, holds=holds):
                    found[key] = sign
            found = {key: sign for key, sign in found.items() if not self._is_explained(rule, sign)}
            self._present[rule.name] = list(found.values())
            changes += self._follow(rule, found, measured)
        return changes

    def _is_explained(self, rule: Rule, sign: Sign) -> bool:
        return any(
            self._structure.are_on_one_path(cause.node, sign.node)
            for name in rule.explained_by
            for cause in self._present.get(name, ())
        )

    def _follow(self, rule: Rule, found: dict[tuple[str, str], Sign], measured: Measured) -> list[Change]:
        changes: list[Change] = []
        for key, sign in found.items():
            watched = self._watched.setdefault(key, _Watched(sign, measured.step))
            watched.sign, watched.step = sign, measured.step
            if watched.told is None:
                watched.streak += 1
                if watched.streak >= rule.patience:
                    changes.append(self._tell(rule, watched, measured, "found"))
            else:
                watched.streak = 0
                watched.since_told += 1
                if watched.since_told >= TOLD_AGAIN_AFTER and _is_news(watched):
                    changes.append(self._tell(rule, watched, measured, "changed"))
        gone = [key for key in self._watched if key[0] == rule.name and key not in found]
        for key in gone:
            watched = self._watched[key]
            if watched.told is None:
                del self._watched[key]
                continue
            watched.streak += 1
            if watched.streak >= rule.patience:
                del self._watched[key]
                changes.append(Change("withdrawn", watched.told.model_copy(update={"step": measured.step})))
        return changes

    def _tell(self, rule: Rule, watched: _Watched, measured: Measured, status: Status) -> Change:
        sign, words = watched.sign, rule.words(watched.sign)
        threshold = rule.thresholds[sign.threshold]
        since = watched.told.since if watched.told is not None else measured.step
        finding = RunFinding(
            id=f"{rule.name}/{sign.node}" if rule.is_of_each_node else rule.name,
            rule=rule.name,
            node=sign.node,
            since=since,
            step=measured.step,
            value=sign.value,
            threshold=sign.threshold,
            limit=threshold.limit,
            badge=words.badge,
            message=words.message,
            detail=words.detail,
            why=rule.documentation.sentence,
            figures=dict(sign.figures),
            mends=[_entry(mend) for mend in rule.mends(sign, measured) if mend is not None and self._is_valid(mend)],
        )
        watched.told, watched.told_sign, watched.streak, watched.since_told = finding, sign, 0, 0
        return Change(status, finding)

    def _is_valid(self, mend: Mend) -> bool:
        """Return whether the mended run could be built. Mends are made to be; one that is not is not offered."""
        try:
            spec = parse(RunSpec, apply_patch(self.spec.model_dump(mode="json"), mend.patch))
            frozen_nodes(plan_for(spec.network.nodes, spec.data, spec.loss), spec.frozen)
        except NeurariumError:
            return False
        return True


def _entry(mend: Mend) -> MendEntry:
    return MendEntry(code=mend.code, title=mend.title, figures=mend.figures, patch=mend.patch)


def _is_news(watched: _Watched) -> bool:
    told, now = watched.told_sign, watched.sign
    assert told is not None
    if replace(told, value=now.value, figures=now.figures) != now:  # at another node, or past another threshold
        return True
    return abs(now.value - told.value) > TOLD_AGAIN_BY * abs(told.value)
