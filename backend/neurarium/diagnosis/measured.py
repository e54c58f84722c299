"""Everything that rules look at: the figures of one measurement, and how the losses went until then."""

import math
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from neurarium.diagnosis.structure import Structure
from neurarium.diagnosis.trends import LossTrend, ValidationTrend
from neurarium.probes import ProbeMessage
from neurarium.spec.run import RunSpec


class Measured:
    """What is known after a measurement of step `step`.

    Nothing is computed anew from weights or outputs: these are the figures of the probes, which are on the screen too.

    Arguments:
        step: the step that was measured.
        probes: the measurements of that step.
        spec: the run; its learning rate is the one that holds now.
        structure: who stands before and behind whom.
        loss, validation: how the losses went.
    """

    def __init__(
        self,
        step: int,
        probes: Iterable[ProbeMessage],
        spec: RunSpec,
        structure: Structure,
        loss: LossTrend,
        validation: ValidationTrend,
    ) -> None:
        self.step = step
        self.spec = spec
        self.structure = structure
        self.loss = loss
        self.validation = validation
        self.activations: dict[str, Mapping[str, Any]] = {}
        """Of each node, and of ``"input"``: the figures of its `activation_histogram`."""
        self._gradients: dict[str, Mapping[str, Mapping[str, float | None]]] = {}
        for probe in probes:
            if probe.probe == "activation_histogram":
                self.activations[probe.node] = probe.payload
            elif probe.probe == "gradient_stats":
                self._gradients[probe.node] = probe.payload["parameters"]

    @cached_property
    def weights(self) -> dict[str, Mapping[str, float | None]]:
        """Of each node that multiplies by weights and trains them: the figures of `gradient_stats` of these weights.

        Biases and the factors of a normalisation are left out: they start at a value of their own, zero or one, so
        neither their gradient nor their update compares with those of weights.
        """
        return {
            node: self._gradients[node]["weight"] for node in self.structure.weighted_nodes if node in self._gradients
        }

    def spread(self, node: str) -> float | None:
        """Return the root mean square of what a node puts out; None where nothing finite was measured."""
        figures = self.activations.get(node)
        if figures is None or figures["std"] is None:
            return None
        return math.hypot(figures["mean"], figures["std"])

    @cached_property
    def update_ratios(self) -> dict[str, float]:
        """Of each node with weights: the norm of their update over their own; without those of which none was made."""
        return {name: ratio for name, stats in self.weights.items() if (ratio := stats["update_ratio"]) is not None}

    @cached_property
    def gradient_ratios(self) -> dict[str, float]:
        """Of each node with weights but the last: the norm of their gradient over that of the last one's."""
        *earlier, last = list(self.weights) or [""]
        reference = self.weights[last]["norm"] if last else None
        if not reference:
            return {}
        norms = {name: self.weights[name]["norm"] for name in earlier}
        ratios = {name: norm / reference for name, norm in norms.items() if norm is not None}
        return {name: ratio for name, ratio in ratios.items() if math.isfinite(ratio)}

    @property
    def has_learned(self) -> bool:
        """Whether the training loss has fallen to half of what it began with: what is small then, may be so because
        there is little left to learn.
        """
        start, recent = self.loss.start, self.loss.recent
        return start is not None and recent is not None and recent < start / 2
