"""Which classes are taken for which."""

from typing import Any, ClassVar

import numpy as np
from pydantic import Field

from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey, Subject, When
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec

MOST_CLASSES = 100
"""Beyond so many no cell could be seen, and the table would take megabytes."""


class ConfusionFigures(Figures):
    """How many validation samples of each class are taken for each."""

    counts: PackedArray = Field(
        description="uint32, (classes, classes): a row for each true class, a column for each predicted one."
    )
    samples: int = Field(description="What the counts add up to.")


class Confusion(KeyedProbe):
    """The table of true against predicted classes over the validation samples; of the last node."""

    name: ClassVar[str] = "confusion"
    title: ClassVar[str] = "Confusion matrix"
    sentence: ClassVar[str] = "How many validation samples of each class are taken for each class."
    figures: ClassVar[type[Figures]] = ConfusionFigures
    when: ClassVar[When] = When.VALIDATED

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._classes = len(subject.data.class_names)

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        if spec.data.validation_fraction == 0 or len(spec.data.source.class_names()) > MOST_CLASSES:
            return []
        return [ProbeKey(cls.name, plan.output)]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        targets = self.subject.data.validation.targets
        predicted = self.subject.spec.loss.predicted_classes(moment.evaluation.outputs)
        cells = np.bincount(targets * self._classes + predicted, minlength=self._classes**2)
        return {"counts": cells.reshape(self._classes, self._classes).astype(np.uint32), "samples": len(targets)}
