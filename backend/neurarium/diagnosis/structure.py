"""Who stands before and behind whom in a network."""

from functools import cached_property

from neurarium.graph import INPUT, Plan, PlannedNode

RECTIFIERS = frozenset({"relu", "leaky_relu", "elu", "gelu", "silu", "softplus"})
"""Activations that pass one side on and cut the other: their weights are drawn after He."""

NORMALISERS = frozenset({"batch_norm", "layer_norm"})
"""What brings its input to mean 0 and spread 1."""


class Structure:
    """A plan, with what rules and mends ask of it.

    Arguments:
        plan: the network.
        frozen: nodes that do not train.
    """

    def __init__(self, plan: Plan, frozen: frozenset[str] = frozenset()) -> None:
        self.plan = plan
        self.nodes = {node.name: node for node in plan.nodes}
        self.weighted_nodes = [node.name for node in plan.nodes if _is_weighted(node) and node.name not in frozen]
        """Nodes that multiply by weights and train them, in order."""

    @cached_property
    def consumers(self) -> dict[str, list[str]]:
        """Of each node, and of ``"input"``: who takes its output."""
        consumers: dict[str, list[str]] = {name: [] for name in (INPUT, *self.nodes)}
        for node in self.plan.nodes:
            for name in node.inputs:
                consumers[name].append(node.name)
        return consumers

    def are_on_one_path(self, one: str, other: str) -> bool:
        """Return whether what one of them puts out reaches the other, or they are the same."""
        return one == other or other in self._behind[one] or one in self._behind[other]

    def weights_before(self, name: str) -> str | None:
        """Return the nearest node before `name` that multiplies by weights, along the first input of each."""
        node = self.nodes.get(name)
        while node is not None:
            node = self.nodes.get(node.inputs[0])
            if node is not None and _is_weighted(node):
                return node.name
        return None

    @cached_property
    def first_weights(self) -> list[str]:
        """Nodes with weights that the data comes to as it is, not through other weights or a normalisation."""
        as_it_is = {INPUT}
        for name, node in self.nodes.items():
            passes_it_on = not _is_weighted(node) and node.layer.kind not in NORMALISERS
            if passes_it_on and not as_it_is.isdisjoint(node.inputs):
                as_it_is.add(name)
        return [name for name, node in self.nodes.items() if _is_weighted(node) and as_it_is & set(node.inputs)]

    def activation_after(self, name: str) -> PlannedNode | None:
        """Return the activation that the output of `name` comes to, through normalisation, pooling and the like; None
        where it comes to none before the next weights.
        """
        followers = self.consumers[name]
        while followers:
            node = self.nodes[followers[0]]
            if node.layer.documentation.family == "activation" and node.layer.kind != "identity":
                return node
            if _is_weighted(node):
                return None
            followers = self.consumers[node.name]
        return None

    def is_normalised(self, name: str) -> bool:
        """Return whether what `name` puts out is normalised at once."""
        followers = [self.nodes[follower] for follower in self.consumers[name]]
        return bool(followers) and all(node.layer.kind in NORMALISERS for node in followers)

    @cached_property
    def _behind(self) -> dict[str, frozenset[str]]:
        """Of each node, and of ``"input"``: all that its output reaches."""
        behind: dict[str, frozenset[str]] = {}
        for name in [*reversed([node.name for node in self.plan.nodes]), INPUT]:
            reached = set(self.consumers[name])
            behind[name] = frozenset(reached.union(*(behind[follower] for follower in reached)))
        return behind


def _is_weighted(node: PlannedNode) -> bool:
    weight = node.parameters.get("weight")
    return weight is not None and len(weight.shape) > 1
