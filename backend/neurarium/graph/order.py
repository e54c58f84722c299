"""Who takes what, and in which order nodes can be computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from neurarium.spec.errors import GraphError
from neurarium.spec.layers import Layer

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
            f"The nodes {' → '.join(names)} go in a circle: {first} takes, through the others, its own output.",
            hint="Remove one of the connections between them.",
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
            f"Nobody takes the output of {node.layer.id}, and it is not the last node.",
            hint=f'Name it in the "inputs" of a later node, or remove it. The output is {wired[-1].layer.id}.',
            node=node.layer.id,
            code="unused_output",
        )
        for node in wired[:-1]
        if node.layer.id not in taken
    ]


def _name_error(layer: Layer, seen: set[str]) -> GraphError | None:
    if layer.id == INPUT:
        return GraphError(
            f'"{INPUT}" is the name of the data; a node needs another one.',
            hint=f"Name it {layer.id_prefix}1, for instance.",
            node=layer.id,
            field="id",
            code="reserved_name",
        )
    if layer.id in seen:
        return GraphError(
            f"Two nodes are named {layer.id}.",
            hint="Give one of them another name.",
            node=layer.id,
            field="id",
            code="duplicate_name",
        )
    return None


def _input_error(layer: Layer, inputs: Sequence[str], known: set[str]) -> GraphError | None:
    for name in inputs:
        if name not in known:
            return GraphError(
                f'{layer.id} takes "{name}", and there is no such node.',
                hint=f"Known here: {', '.join(sorted(known - {layer.id}))}.",
                node=layer.id,
                field="inputs",
                code="unknown_input",
            )
    low, high = layer.minimum_inputs, layer.maximum_inputs
    if len(inputs) < low or (high is not None and len(inputs) > high):
        wanted = (
            f"{low} or more inputs"
            if high is None
            else f"{low} input"
            if low == high == 1
            else f"{low} to {high} inputs"
        )
        return GraphError(
            f"{layer.kind} takes {wanted}; {layer.id} has {len(inputs)}: {', '.join(inputs) or 'none'}.",
            hint='List the names of the nodes it should join in "inputs".'
            if high is None
            else "To join several nodes, put an add or concat before it.",
            node=layer.id,
            field="inputs",
            code="wrong_inputs",
        )
    return None
