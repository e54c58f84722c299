"""Noise: vectors without any structure, to see what a network alone does to them."""

from typing import Literal, Self

from pydantic import Field, model_validator

from neurarium.spec.base import Shape
from neurarium.spec.datasets.base import Dataset
from neurarium.spec.findings import finding
from neurarium.spec.kinds import Documentation
from neurarium.words import say

MOST_VALUES = 2**28
"""Samples times features of a whole set: 1 GiB as float32."""


class Noise(Dataset):
    """Vectors whose every feature is drawn from the standard normal distribution.

    Where a signal of mean 0 and spread 1 goes, layer after layer, is then the network's own doing. With labels of a
    `teacher` there is something to learn: the class is the largest output of one linear layer whose weights are drawn
    from the seed. With `random` labels there is nothing but the samples to remember.
    """

    documentation = Documentation(
        title="Noise",
        sentence="Vectors of standard normal noise, labelled by a random linear teacher, or at random.",
        formula=r"x \sim \mathcal{N}(0, I),\ t = \arg\max_k w_k^\top x,\ w_k \sim \mathcal{N}(0, I)",
        source="Deep Learning from Scratch, section 6.2.2 (the inputs); generated from the seed",
        family="vectors",
    )

    kind: Literal["noise"] = "noise"
    samples: int = Field(default=1000, title="Samples", ge=20, le=100_000, description="How many vectors are drawn.")
    features: int = Field(default=100, title="Features", ge=1, le=100_000, description="How long a vector is.")
    classes: int = Field(default=10, title="Classes", ge=2, le=1000, description="How many classes there are.")
    labels: Literal["teacher", "random"] = Field(
        default="teacher",
        title="Labels",
        description="teacher: the largest output of a random linear layer; random: drawn, with nothing to learn.",
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.samples * self.features > MOST_VALUES:
            raise finding(
                "too_many_values",
                say(
                    "vectors of this length fit into memory {most} at a time; lower samples",
                    most=MOST_VALUES // self.features,
                ),
            )
        return self

    def input_shape(self) -> Shape:
        return (self.features,)

    def class_names(self) -> tuple[str, ...]:
        return tuple(str(number) for number in range(self.classes))

    def sample_count(self) -> int:
        return self.samples
