"""Other first weights: drawn so that signals keep their spread through the activation that follows."""

from collections.abc import Sequence
from typing import Any

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.structure import RECTIFIERS, Structure
from neurarium.diagnosis.wording import names
from neurarium.graph import PlannedNode
from neurarium.spec.initializers import INITIALIZERS, Initializer
from neurarium.spec.initializers.uniform import Uniform
from neurarium.spec.kinds import default_of
from neurarium.spec.layers import ParameterShape
from neurarium.spec.run import RunSpec
from neurarium.words import say

_WRONG_BY = 1.5
"""How many times too wide or too narrow weights may be drawn before another initializer is worth a word: through ten
layers 1.5 comes to 58.
"""


def redrawn(spec: RunSpec, structure: Structure, nodes: Sequence[str], *, activation: str | None = None) -> Mend | None:
    """Return the change that draws these nodes' weights after He or Xavier, whichever fits what follows.

    Arguments:
        spec: the run.
        structure: its network.
        nodes: the nodes; those that are well drawn already are left alone.
        activation: what follows them; left out, what does.

    None where all of them are well drawn, or start from weights that are not drawn at all.
    """
    if spec.initial_weights is not None:
        return None
    ill = [node for node in nodes if is_ill_drawn(structure, node)]
    if not ill:
        return None
    editor = Editor(spec)
    kinds = []
    for node in ill:
        initializer = fitting(structure, node, activation)
        kinds.append(initializer["kind"])
        editor.set_of_node(node, "weight_init", to=initializer)
    kind = kinds[0]
    title = (
        say("He normal initializer in {nodes}", nodes=names(ill))
        if kind == "he_normal"
        else say("Xavier normal initializer in {nodes}", nodes=names(ill))
    )
    return editor.finish("initializer", title, initializer=kind, nodes=ill)


def is_ill_drawn(structure: Structure, name: str) -> bool:
    """Return whether the weights of a node are drawn much wider or narrower than what follows them asks for."""
    node = structure.nodes[name]
    weight = _weight(node)
    if weight.initializer is None or structure.is_normalised(name):
        return False
    asked = default_of(INITIALIZERS, fitting(structure, name)["kind"])()
    fans = weight.shape, weight.fan_in, weight.fan_out
    drawn, right = weight.initializer.standard_deviation(*fans), asked.standard_deviation(*fans)
    # A mean that is not zero adds up over all inputs, which a spread does not.
    leans = abs(_mean(weight.initializer)) * weight.fan_in > drawn * weight.fan_in**0.5
    return leans or not right / _WRONG_BY <= drawn <= right * _WRONG_BY


def fitting(structure: Structure, name: str, activation: str | None = None) -> dict[str, Any]:
    """Return the initializer that fits the activation behind a node: He for rectifiers, Xavier else. Where none is
    behind it, as at the output, it is the one that fits the network's others.
    """
    if activation is None:
        follower = structure.activation_after(name)
        kinds = {follower.layer.kind} if follower else {node.layer.kind for node in structure.plan.nodes}
    else:
        kinds = {activation}
    return {"kind": "he_normal" if kinds & RECTIFIERS else "xavier_normal"}


def _mean(initializer: Initializer) -> float:
    return (initializer.low + initializer.high) / 2 if isinstance(initializer, Uniform) else 0.0


def _weight(node: PlannedNode) -> ParameterShape:
    return node.parameters["weight"]
