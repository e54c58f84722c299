"""The fully connected (affine) layer."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.initializers import INITIALIZERS, AnyInitializer
from neurarium.spec.kinds import Documentation, default_of, picked_from
from neurarium.spec.layers.base import Layer, ParameterShape, describe_shape, flattening
from neurarium.words import say


class Linear(Layer):
    """Every output is a weighted sum of all inputs plus a bias.

    Input shape: ``(in_features,)``. Output shape: ``(out_features,)``. Weight: ``(out_features, in_features)``.
    """

    documentation = Documentation(
        title="Linear",
        sentence="Every output is a weighted sum of all inputs, plus a bias.",
        formula=r"y = W x + b",
        source="Deep Learning from Scratch, section 5.6",
        family="weights",
    )
    id_prefix: ClassVar[str] = "fc"

    kind: Literal["linear"] = "linear"
    out_features: int = Field(title="Units", ge=1, description="How many outputs it has.")
    bias: bool = Field(default=True, title="Bias", description="Whether it adds a learned constant to each output.")
    weight_init: AnyInitializer = Field(
        default_factory=default_of(INITIALIZERS, "he_normal"),
        title="Initializer",
        description="How its weights are drawn before training.",
        json_schema_extra=picked_from("initializers"),
    )

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        if len(inputs[0]) != 1:
            raise ShapeError(
                say("linear takes a flat vector; it receives {shape}.", shape=describe_shape(inputs[0])),
                hint=say("Put a flatten layer before it."),
                field="inputs",
                suggests=flattening(inputs[0]),
            )
        return (self.out_features,)

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        in_features = inputs[0][0]
        shapes = {
            "weight": ParameterShape(
                (self.out_features, in_features),
                self.weight_init,
                fan_in=in_features,
                fan_out=self.out_features,
            )
        }
        if self.bias:
            shapes["bias"] = ParameterShape((self.out_features,))
        return shapes

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return inputs[0][0] * self.out_features
