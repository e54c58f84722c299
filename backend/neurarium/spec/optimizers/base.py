"""What every optimizer declares."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from neurarium.spec.kinds import Kind

LearningRate = Annotated[
    float,
    Field(
        title="Learning rate",
        gt=0,
        le=1000,
        description="How far a step goes; can be changed while it trains.",
        json_schema_extra={"x-scale": "log"},
    ),
]


REGULARISERS = ("weight_decay", "l1", "max_norm", "clip_norm")
"""Fields that every optimizer has besides its own; a form shows them last."""


class Optimizer(Kind):
    """Turns gradients into updates of the parameters. Definitions are those of torch.optim.

    Of the loss's gradient g an update is made in this order, each part only where it is set:

    1. g is shortened to the length `clip_norm`, all parameters taken together (`torch.nn.utils.clip_grad_norm_`);
    2. ``l1 * sign(w)`` and ``weight_decay * w`` are added to it: the derivatives of the penalties ``l1 * sum |w|`` and
       ``weight_decay / 2 * sum w^2``, which the reported loss leaves out;
    3. the optimizer's own rule makes the update;
    4. every row of a weight tensor that has become longer than `max_norm` is shortened to it (`torch.renorm`). A row is
       what stands at one index of the first axis: all that one unit or output channel takes in.

    As in torch, both penalties hold for all parameters, biases and those of normalisation included; `max_norm` holds
    for tensors of two or more axes only.

    Source: Deep Learning from Scratch, section 6.4.2 (weight decay); Srivastava et al. 2014, Dropout, section 5.1
    (max-norm); Pascanu et al. 2013, On the difficulty of training recurrent neural networks (clipping).
    """

    decouples_decay: ClassVar[bool] = False
    """Whether `weight_decay` shrinks the weights beside the update instead of adding to the gradient."""
    state_names: ClassVar[tuple[str, ...]] = ()
    """What it remembers of every trained parameter from step to step, by name: tensors of the parameter's own shape."""

    kind: str
    learning_rate: LearningRate = 0.01
    weight_decay: float = Field(
        default=0.0,
        title="Weight decay (L2)",
        ge=0,
        le=1,
        description="This times each weight is added to its gradient, so weights shrink where nothing holds them.",
        json_schema_extra={"x-scale": "log"},
    )
    l1: float = Field(
        default=0.0,
        title="L1 penalty",
        ge=0,
        le=1,
        description="This times each weight's sign is added to its gradient, so that idle weights go to zero.",
        json_schema_extra={"x-scale": "log"},
    )
    max_norm: float | None = Field(
        default=None,
        title="Max-norm",
        gt=0,
        le=1_000_000,
        description="The greatest length of the weights that reach one unit; empty sets no bound.",
        json_schema_extra={"x-empty": "no bound"},
    )
    clip_norm: float | None = Field(
        default=None,
        title="Gradient clipping",
        gt=0,
        le=1_000_000,
        description="The greatest length of the whole gradient; empty sets no bound.",
        json_schema_extra={"x-empty": "no bound"},
    )

    @classmethod
    def settings_schema(cls) -> dict[str, Any]:
        """Return the JSON schema of the settings, the optimizer's own before those that all have."""
        schema = super().settings_schema()
        properties = schema["properties"]
        last = {name: properties.pop(name) for name in REGULARISERS}
        return {**schema, "properties": {**properties, **last}}


def decay_rate(default: float, title: str, description: str) -> Any:
    """Return the field of a moving average's decay rate, in [0, 1)."""
    return Field(default=default, title=title, ge=0, lt=1, description=description)


def epsilon(default: float) -> Any:
    """Return the field of the small number that keeps a division from blowing up."""
    return Field(
        default=default,
        title="Epsilon",
        gt=0,
        le=1,
        description="Added to the divisor so that it never is zero.",
        json_schema_extra={"x-scale": "log"},
    )
