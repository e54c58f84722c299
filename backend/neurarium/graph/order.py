"""Who takes what, and in which order nodes can be computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from neurarium.spec.errors import GraphError
from neurarium.spec.layers import Layer
from neurarium.words import say

INPUT = "input"
"""The name under which nodes take the data itself."""


@dataclass(frozen=True)
class Wiring:
    """Which nodes a node takes.

    Attributes:
        layer: the node.
        inputs: names of the nodes it takes, in order; `INPUT` is the data.
    """

    layer: Layer
    inputs: tuple[str, ...]


def wire(layers: Sequence[Layer]) -> tuple[list[Wiring], list[GraphError]]:
    """Return every node's wiring, in the given order, and what is wrong with it.

    A node whose name or inputs are wrong is left out, and so is one that takes the node before it where that has a
    wrong name; so the rest can still be looked at, and nothing is blamed for another's mistake.
    """
    errors: list[GraphError] = []
    known = {layer.id for layer in layers} | {INPUT}
    seen: set[str] = set()
    wired: list[Wiring] = []
    previous: str | None = INPUT
    for layer in layers:
        inputs = layer.inputs
        if inputs is None and previous is not None:
            inputs = (previous,)
        misnamed = _name_error(layer, seen)
        seen.add(layer.id)
        previous = None if misnamed else layer.id
        problem = misnamed or (_input_error(layer, inputs, known) if inputs is not None else None)
        if problem:
            errors.append(problem)
        elif inputs is not None:
            wired.append(Wiring(layer, inputs))
    return wired, errors


def sort(wired: Sequence[Wiring]) -> list[Wiring]:
    """Return the nodes so that each stands after those it takes.

    Nodes that could stand in either order keep the order in which they were given.

    Raises:
        GraphError: some node takes, through others, its own output.
    """
    by_name = {node.layer.id: node for node in wired}
    position = {node.layer.id: index for index, node in enumerate(wired)}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for node in wired:
        sorter.add(node.layer.id, *(name for name in node.inputs if name in by_name))
    try:
        sorter.prepare()
    except CycleError as error:
        names = list(error.args[1])[::-1]
        first = min(names, key=lambda name: position[name])
        raise GraphError(
            say(
                "The nodes {names:→} go in a circle: {first} takes, through the others, its own output.",
                names=names,
                first=first,
            ),
            hint=say("Remove one of the connections between them."),
            node=first,
            field="inputs",
            code="cycle",
        ) from error
    order: list[Wiring] = []
    while sorter.is_active():
        for name in sorted(sorter.get_ready(), key=lambda name: position[name]):
            order.append(by_name[name])
            sorter.done(name)
    return order


def unused(wired: Sequence[Wiring]) -> list[GraphError]:
    """Return an error for each node, other than the last, whose output nobody takes."""
    taken = {name for node in wired for name in node.inputs}
    return [
        GraphError(
            say("Nobody takes the output of {node}, and it is not the last node.", node=node.layer.id),
            hint=say(
                'Name it in the "inputs" of a later node, or remove it. The output is {node}.', node=wired[-1].layer.id
            ),
            node=node.layer.id,
            code="unused_output",
        )
        for node in wired[:-1]
        if node.layer.id not in taken
    ]


def _name_error(layer: Layer, seen: set[str]) -> GraphError | None:
    if layer.id == INPUT:
        return GraphError(
            say('"{name}" is the name of the data; a node needs another one.', name=INPUT),
            hint=say("Name it {prefix}1, for instance.", prefix=layer.id_prefix),
            node=layer.id,
            field="id",
            code="reserved_name",
        )
    if layer.id in seen:
        return GraphError(
            say("Two nodes are named {node}.", node=layer.id),
            hint=say("Give one of them another name."),
            node=layer.id,
            field="id",
            code="duplicate_name",
        )
    return None


def _input_error(layer: Layer, inputs: Sequence[str], known: set[str]) -> GraphError | None:
    for name in inputs:
        if name not in known:
            return GraphError(
                say('{node} takes "{name}", and there is no such node.', node=layer.id, name=name),
                hint=say("Known here: {known}.", known=sorted(known - {layer.id})),
                node=layer.id,
                field="inputs",
                code="unknown_input",
            )
    low, high = layer.minimum_inputs, layer.maximum_inputs
    if len(inputs) < low or (high is not None and len(inputs) > high):
        wanted = (
            say("{count} or more inputs", count=low)
            if high is None
            else say("1 input")
            if low == high == 1
            else say("{least} to {most} inputs", least=low, most=high)
        )
        return GraphError(
            say(
                "{kind} takes {wanted}; {node} has {count}: {names}.",
                kind=layer.kind,
                wanted=wanted,
                node=layer.id,
                count=len(inputs),
                names=inputs or say("none"),
            ),
            hint=say('List the names of the nodes it should join in "inputs".')
            if high is None
            else say("To join several nodes, put an add or concat before it."),
            node=layer.id,
            field="inputs",
            code="wrong_inputs",
        )
    return None
