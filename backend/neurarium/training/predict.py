"""What a network answers, with the weights that it has now, to samples that somebody sends."""

from typing import Any, Literal

import numpy as np
from pydantic import Field

from neurarium.engines import Engine
from neurarium.engines.node_outputs import node_outputs
from neurarium.graph import Plan
from neurarium.spec.base import NodeId, SpecModel
from neurarium.spec.errors import GraphError, LimitError, SpecError
from neurarium.spec.layers.base import count
from neurarium.spec.losses import Loss
from neurarium.training.arrays import from_nested, plain
from neurarium.words import Text, say

MOST_SAMPLES = 256
MOST_VALUES = 500_000
"""Numbers in one answer: all nodes' outputs for one image of the book's deep network are 90,000."""


class PredictRequest(SpecModel):
    """Samples, and whose outputs to return beside the network's own."""

    inputs: list[Any] = Field(description="Samples, nested lists of shape (count, *input_shape).")
    outputs: list[NodeId] | Literal["all"] | None = Field(
        default=None, description='Nodes whose outputs are returned too, or "all"; left out, none.'
    )


class NodeOutput(SpecModel):
    """What a node put out."""

    shape: list[int] = Field(description="(count, *output_shape).")
    values: Any = Field(description="Nested lists; null where a number is not finite.")


class Prediction(SpecModel):
    """The network's answers in evaluation mode, in the samples' order; a number that is not finite is null."""

    step: int = Field(description="Updates made when it was computed.")
    class_names: list[Text]
    predicted: list[int] = Field(description="The class that each sample is taken for.")
    probabilities: list[list[float | None]] | None = Field(
        description="A row for each sample, a column for each class; null where the loss takes outputs for no"
        " probabilities."
    )
    outputs: list[list[float | None]] = Field(
        description="What the network put out, raw: logits where its loss takes them."
    )
    nodes: dict[str, NodeOutput] = Field(description="What the nodes asked for put out, in order of computation.")


def check_prediction(request: PredictRequest, plan: Plan) -> np.ndarray:
    """Return the request's samples, checked to fit the network and to be answered in bounds; computes nothing.

    Returns:
        float64, ``(count, *input_shape)``.

    Raises:
        SpecError: they are no samples of this network; located at the field.
        GraphError: there is no such node; located at it.
        LimitError: there are too many, or the answer would hold too many numbers, located at the node with most.
    """
    inputs = from_nested(request.inputs, "inputs").astype(np.float64)
    if inputs.shape[1:] != plan.input_shape or not len(inputs):
        raise SpecError(
            say(
                "The inputs have shape {shape}; the network takes (count, {sizes}), of one sample or more.",
                shape=str(inputs.shape),
                sizes=", ".join(map(str, plan.input_shape)),
            ),
            hint=say("A single sample is a list of one.") if inputs.shape == plan.input_shape else None,
            field="inputs",
            code="shape_mismatch",
        )
    if len(inputs) > MOST_SAMPLES:
        raise LimitError(
            say("{count:,} samples were sent; {most} are the most at once.", count=len(inputs), most=MOST_SAMPLES),
            hint=say("Send them in several requests."),
            field="inputs",
            code="too_many_samples",
        )
    names = {node.name for node in plan.nodes}
    wanted = wanted_nodes(request, plan)
    for name in wanted:
        if name not in names:
            raise GraphError(
                say('There is no node "{name}".', name=name),
                hint=say("There are {known}.", known=[node.name for node in plan.nodes]),
                node=name,
                field="outputs",
                code="unknown_node",
            )
    sizes = {node.name: len(inputs) * count(node.output_shape) for node in plan.nodes if node.name in wanted}
    if (total := sum(sizes.values())) > MOST_VALUES:
        largest = max(sizes, key=lambda name: sizes[name])
        raise LimitError(
            say(
                "The answer would hold {total:,} numbers, {part:,} of them of {largest}; {most:,} are the most.",
                total=total,
                part=sizes[largest],
                largest=largest,
                most=MOST_VALUES,
            ),
            hint=say("Send fewer samples, or ask for fewer nodes."),
            node=largest,
            field="outputs",
            code="answer_too_large",
        )
    return inputs


def predict(engine: Engine, plan: Plan, inputs: np.ndarray, nodes: list[str]) -> dict[str, Any]:
    """Return ``step``, the network's raw ``outputs`` and what each of `nodes` put out, as arrays.

    It is a forward pass in evaluation mode and changes nothing; it ends the engine's observation.
    """
    found = node_outputs(engine, plan, inputs, {*nodes, plan.output})
    return {
        "step": engine.step,
        "outputs": found[plan.output],
        "nodes": {name: values for name, values in found.items() if name in nodes},
    }


def wanted_nodes(request: PredictRequest, plan: Plan) -> list[str]:
    """Return the names of the nodes whose outputs the request asks for."""
    if request.outputs == "all":
        return [node.name for node in plan.nodes]
    return list(request.outputs or ())


def describe_prediction(
    step: int, outputs: np.ndarray, nodes: dict[str, np.ndarray], loss: Loss, class_names: tuple[str, ...]
) -> Prediction:
    """Return an answer as plain data, by the loss's own rules of what outputs say of the classes."""
    probabilities = plain(loss.class_scores(outputs))["values"] if loss.gives_probabilities else None
    return Prediction.model_validate(
        {
            "step": step,
            "class_names": list(class_names),
            "predicted": loss.predicted_classes(outputs).tolist(),
            "probabilities": probabilities,
            "outputs": plain(outputs)["values"],
            "nodes": {name: plain(values) for name, values in nodes.items()},
        }
    )
