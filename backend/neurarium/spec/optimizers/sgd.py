"""SGD."""

from typing import Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.base import LearningRate, Optimizer


class Sgd(Optimizer):
    """w = w - learning_rate * gradient."""

    documentation = Documentation(
        title="SGD",
        sentence="Steps straight down the gradient of the batch.",
        formula=r"w \leftarrow w - \eta\, g",
        source="Deep Learning from Scratch, section 6.1.2",
    )

    kind: Literal["sgd"] = "sgd"
    learning_rate: LearningRate = 0.1
