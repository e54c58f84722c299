"""All measurements of one observed step."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from neurarium.data import LoadedDataset
from neurarium.engines.base import Engine, Observation
from neurarium.graph import INPUT, Plan
from neurarium.probes.decision_surface import DecisionSurface
from neurarium.probes.filters import filters
from neurarium.probes.gradient_stats import gradient_stats
from neurarium.probes.histogram import histogram
from neurarium.probes.sampling import sample
from neurarium.spec.losses import Loss
from neurarium.spec.probes import PROBES

SAMPLE_LIMIT = 16_384
"""Values counted of one tensor, at most: enough that a bin's share is known to half a percent, and sorted in 0.1 ms."""


class ProbeKey(NamedTuple):
    """What a measurement is of; a newer one with the same key replaces it.

    Attributes:
        probe: which measurement, a name in `spec.probes.PROBES`.
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


def available_probes(plan: Plan, selected: Collection[str] | None = None) -> list[ProbeKey]:
    """Return every measurement that a run of this network makes, in the order in which they are made.

    Arguments:
        plan: the network.
        selected: which probes to make; None makes all.

    Raises:
        ValueError: there is no probe of a selected name.
    """
    unknown = set(selected or ()) - set(PROBES)
    if unknown:
        raise ValueError(f"no such probe: {', '.join(sorted(unknown))}; there are {', '.join(PROBES)}")
    keys = [ProbeKey("activation_histogram", INPUT)]
    for node in plan.nodes:
        keys.append(ProbeKey("activation_histogram", node.name))
        for parameter in node.parameters:
            keys += [ProbeKey(probe, node.name, parameter) for probe in ("weight_histogram", "gradient_histogram")]
        if node.parameters:
            keys.append(ProbeKey("gradient_stats", node.name))
        if node.layer.kind == "conv2d":
            keys.append(ProbeKey("filters", node.name))
    if plan.input_shape == (2,):
        keys.append(ProbeKey("decision_surface", plan.output))
    return [key for key in keys if selected is None or key.probe in selected]


class Collector:
    """Makes all measurements of one run.

    Arguments:
        plan: the network.
        loss: what it is trained by; tells what its outputs say of the classes.
        data: what it is trained on; its extent is that of the decision surface.
        selected: which probes to make; None makes all.
        sample_limit: how many values of one tensor a histogram counts at most.
    """

    def __init__(
        self,
        plan: Plan,
        loss: Loss,
        data: LoadedDataset,
        *,
        selected: Collection[str] | None = None,
        sample_limit: int = SAMPLE_LIMIT,
    ) -> None:
        self.probes = available_probes(plan, selected)
        self._layers = {node.name: node.layer for node in plan.nodes}
        self._parameters = {node.name: tuple(node.parameters) for node in plan.nodes}
        self._sample_limit = sample_limit
        self._surface: DecisionSurface | None = None
        if any(key.probe == "decision_surface" for key in self.probes):
            points = np.concatenate([data.train.inputs, data.validation.inputs])
            self._surface = DecisionSurface(points, loss)

    def collect(self, engine: Engine) -> list[ProbeMessage]:
        """Return every measurement of the batch that `engine` observed last, in the order of `probes`.

        Ends the observation where there is a decision surface, since that asks the engine for more.

        Raises:
            RuntimeError: the engine's last call was not an observed one.
        """
        return list(self._collect(engine))

    def _collect(self, engine: Engine) -> Iterator[ProbeMessage]:
        observation = engine.observation
        for key in self.probes:
            if key.probe == "decision_surface" and self._surface is not None:
                payload = self._surface.measure(engine)
            else:
                payload = self._measure(key, observation)
            if payload is not None:
                yield ProbeMessage(key, payload)

    def _measure(self, key: ProbeKey, observation: Observation) -> dict[str, Any] | None:
        if key.probe == "activation_histogram":
            return self._activations(key.node, observation)
        if key.probe == "gradient_stats":
            return {
                "parameters": {
                    name: gradient_stats(
                        observation.gradient(key.node, name),
                        observation.parameter(key.node, name),
                        observation.update_norm(key.node, name),
                    )
                    for name in self._parameters[key.node]
                }
            }
        if key.probe == "filters":
            return filters(observation.parameter(key.node, "weight"))
        assert key.parameter is not None
        read = observation.parameter if key.probe == "weight_histogram" else observation.gradient
        taken = sample(read(key.node, key.parameter), self._sample_limit)
        return {**histogram(taken.values, taken.total), "dead_fraction": None, "batch": observation.batch}

    def _activations(self, node: str, observation: Observation) -> dict[str, Any]:
        layer = self._layers.get(node)  # none for the input
        taken = observation.output(node, self._sample_limit)
        bounds = layer.saturation_bounds if layer is not None else None
        can_die = layer is not None and layer.can_die
        return {
            **histogram(taken.values, taken.total, saturation_bounds=bounds),
            "dead_fraction": observation.dead_fraction(node) if can_die else None,
            "batch": observation.batch,
        }
