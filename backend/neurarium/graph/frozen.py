"""Which nodes of a network are frozen."""

from collections.abc import Sequence

from neurarium.graph.plan import Plan
from neurarium.spec.errors import GraphError
from neurarium.spec.mends import SetTo
from neurarium.words import say


def frozen_nodes(plan: Plan, names: Sequence[str]) -> frozenset[str]:
    """Return those of the nodes called `names` that have anything to freeze: parameters, or running statistics.

    The others, such as an activation or dropout, compute as ever; naming them is no mistake.

    Raises:
        GraphError: there is no such node.
    """
    nodes = {node.name: node for node in plan.nodes}
    for name in names:
        if name not in nodes:
            raise GraphError(
                say('"{name}" is to be frozen, and there is no such node.', name=name),
                hint=say("Known here: {known}.", known=list(nodes)),
                node=name,
                field="frozen",
                code="unknown_node",
                suggests=[SetTo("frozen", [other for other in names if other in nodes], of_run=True)],
            )
    return frozenset(name for name in names if nodes[name].parameters or nodes[name].buffers)
