"""The samples that the network finds hardest."""

from typing import Any, ClassVar

import numpy as np
from pydantic import Field

from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey, When
from neurarium.probes.compact import MOST_VALUES, CompactFigures, compact
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec

COUNT = 16


class WorstSamplesFigures(CompactFigures):
    """Validation samples with the highest loss, the hardest first; `values` are the samples themselves."""

    samples: PackedArray = Field(description="uint32: their places among the validation samples.")
    targets: PackedArray = Field(description="uint32: the classes that they belong to.")
    predicted: PackedArray = Field(description="uint32: the classes that they are taken for.")
    losses: PackedArray = Field(description="float32: what each is charged.")
    probabilities: PackedArray | None = Field(
        description="float32: the probability of the predicted class; null where the loss takes outputs for none."
    )
    target_probabilities: PackedArray | None = Field(description="float32: that of the class that it belongs to.")


class WorstSamples(KeyedProbe):
    """The 16 validation samples of the highest loss; of the last node."""

    name: ClassVar[str] = "worst_samples"
    title: ClassVar[str] = "Hardest samples"
    sentence: ClassVar[str] = "The validation samples with the highest loss, and what they are taken for."
    figures: ClassVar[type[Figures]] = WorstSamplesFigures
    when: ClassVar[When] = When.VALIDATED

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, plan.output)] if spec.data.validation_fraction > 0 else []

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        validation, loss = self.subject.data.validation, self.subject.spec.loss
        losses = loss.sample_losses(moment.evaluation.outputs, validation.targets)
        # What is not finite is as hard as it gets; of equals the first comes first.
        hardest = np.argsort(-np.nan_to_num(losses, nan=np.inf), kind="stable")[:COUNT]
        outputs, targets = moment.evaluation.outputs[hardest], validation.targets[hardest]
        predicted = loss.predicted_classes(outputs)
        probabilities = target_probabilities = None
        if loss.gives_probabilities:
            scores, rows = loss.class_scores(outputs), np.arange(len(hardest))
            probabilities = scores[rows, predicted].astype(np.float32)
            target_probabilities = scores[rows, targets].astype(np.float32)
        return {
            **compact(validation.inputs[hardest], self.subject.plan.input_shape, MOST_VALUES),
            "samples": hardest.astype(np.uint32),
            "targets": targets.astype(np.uint32),
            "predicted": predicted.astype(np.uint32),
            "losses": losses[hardest].astype(np.float32),
            "probabilities": probabilities,
            "target_probabilities": target_probabilities,
        }
