"""What each node puts out for one sample."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import numpy as np
from pydantic import Field

from neurarium.engines.node_outputs import node_outputs
from neurarium.graph import INPUT, Plan
from neurarium.probes.base import Probe, ProbeKey, Subject, When
from neurarium.probes.compact import MOST_VALUES, CompactFigures, compact
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.probes.pinned import pinnable
from neurarium.spec.run import RunSpec

MOST_VALUES_OF_A_RUN = 2**21
"""Values of all nodes together, 4 MB: a network of hundreds of nodes is shown in smaller pictures."""


class FeatureMapsFigures(CompactFigures):
    """A node's output for the pinned sample, in evaluation mode: (channels, rows, columns), or (features,)."""

    sample: int = Field(description="Its place in its split.")
    split: str = Field(description="validation, or train where none are kept to validate.")
    target: int = Field(description="The class it belongs to.")
    predicted: int = Field(description="The class that the network takes it for.")
    probabilities: PackedArray | None = Field(
        description="The network's, one a class, float32; null where its loss takes outputs for none."
    )


class FeatureMaps(Probe):
    """The outputs of all nodes for the pinned sample, and the sample itself."""

    name: ClassVar[str] = "feature_maps"
    title: ClassVar[str] = "Feature maps"
    sentence: ClassVar[str] = "What each node puts out for one sample: images for channels, values for features."
    figures: ClassVar[type[Figures]] = FeatureMapsFigures
    when: ClassVar[When] = When.ASKED
    for_watched_nodes: ClassVar[bool] = True
    of_pinned_sample: ClassVar[bool] = True

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        plan = subject.plan
        self._shapes = {INPUT: plan.input_shape, **{node.name: node.output_shape for node in plan.nodes}}
        self._split, self._samples = pinnable(subject.data)
        self._most = min(MOST_VALUES, MOST_VALUES_OF_A_RUN // len(self._shapes))

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node) for node in (INPUT, *(node.name for node in plan.nodes))]

    def measure(self, keys: Sequence[ProbeKey], moment: Moment) -> Iterator[tuple[ProbeKey, dict[str, Any]]]:
        plan, loss, place = self.subject.plan, self.subject.spec.loss, moment.pinned
        sample = self._samples.inputs[place : place + 1]
        outputs = node_outputs(moment.engine, plan, sample, {plan.output, *(key.node for key in keys)})
        answer = outputs[plan.output]
        told = {
            "sample": place,
            "split": self._split,
            "target": int(self._samples.targets[place]),
            "predicted": int(loss.predicted_classes(answer)[0]),
        }
        for key in keys:
            values = sample if key.node == INPUT else outputs[key.node]
            probabilities = loss.class_scores(answer)[0].astype(np.float32) if loss.gives_probabilities else None
            figures = compact(values[0], self._shapes[key.node], self._most)
            yield key, {**figures, **told, "probabilities": probabilities}
