"""Every probe there is, found by importing the modules of `probes/kinds`; nothing is listed here by hand."""

import importlib
import inspect
import pkgutil
from collections.abc import Collection

from pydantic import BaseModel, Field

from neurarium.graph import Plan
from neurarium.probes.base import Probe, ProbeKey
from neurarium.spec.run import RunSpec

_KINDS = "neurarium.probes.kinds"


def _discover() -> dict[str, type[Probe]]:
    found: list[type[Probe]] = []
    for module_info in pkgutil.iter_modules(importlib.import_module(_KINDS).__path__, _KINDS + "."):
        module = importlib.import_module(module_info.name)
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type)
            and issubclass(value, Probe)
            and value.__module__ == module.__name__
            and not inspect.isabstract(value)
        ]
    # In the order in which those of one step are made; what asks the engine for more ends the observation.
    ordered = sorted(found, key=lambda probe: (probe.when, probe.name))
    if len({probe.name for probe in ordered}) < len(ordered):
        raise TypeError(f"two probes claim one name: {', '.join(probe.name for probe in ordered)}")
    return {probe.name: probe for probe in ordered}


PROBES: dict[str, type[Probe]] = _discover()
"""Every probe by name, in the order in which those of one step are made."""


class ProbeEntry(BaseModel):
    """Something that a run measures."""

    probe: str
    title: str
    sentence: str
    for_watched_nodes: bool = Field(
        description="Whether it is made of nodes that somebody watches: where a viewer says what it watches."
    )


def probe_entries() -> list[ProbeEntry]:
    """Return what the catalog tells of each probe."""
    return [
        ProbeEntry(probe=name, title=probe.title, sentence=probe.sentence, for_watched_nodes=probe.for_watched_nodes)
        for name, probe in PROBES.items()
    ]


def available_probes(spec: RunSpec, plan: Plan, selected: Collection[str] | None = None) -> list[ProbeKey]:
    """Return every measurement that a run makes, in the order in which they are made.

    Arguments:
        spec: the run.
        plan: its network.
        selected: which probes to make; None makes all.

    Raises:
        ValueError: there is no probe of a selected name.
    """
    unknown = set(selected or ()) - set(PROBES)
    if unknown:
        raise ValueError(f"no such probe: {', '.join(sorted(unknown))}; there are {', '.join(PROBES)}")
    return [
        key for name, probe in PROBES.items() if selected is None or name in selected for key in probe.keys(spec, plan)
    ]
