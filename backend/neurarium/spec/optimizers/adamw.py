"""AdamW."""

from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.optimizers.adam import Adam


class AdamW(Adam):
    """w = w - learning_rate * weight_decay * w, and then Adam's update with a gradient that knows nothing of it."""

    documentation = Documentation(
        title="AdamW",
        sentence="Adam whose weight decay shrinks all weights alike, instead of being scaled with their gradients.",
        formula=r"w \leftarrow (1 - \eta \lambda) w - \eta \frac{\hat m}{\sqrt{\hat v} + \varepsilon}",
        source="Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization",
    )
    decouples_decay: ClassVar[bool] = True

    kind: Literal["adamw"] = "adamw"
    weight_decay: float = Field(
        default=0.01,
        title="Weight decay (decoupled)",
        ge=0,
        le=1,
        description="Each step takes this times the learning rate of every weight away.",
        json_schema_extra={"x-scale": "log"},
    )
