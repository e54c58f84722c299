"""Changing a network as it was sent, and keeping the JSON Patch that does the same to the sender's copy."""

from collections.abc import Mapping, Sequence
from typing import Any

from neurarium.graph.order import INPUT
from neurarium.spec.layers import LAYERS
from neurarium.spec.mends import Change, pointer

RawNode = Mapping[str, Any]


class Rewrite:
    """The nodes of a network under change.

    Nodes without `inputs` take the node before them, so what is put in or taken out at a place rewires its neighbours;
    `inputs` are written out only where that does not say it.

    Attributes:
        nodes: the nodes as they stand now.
        changes: what was done to them, in order.
    """

    def __init__(self, nodes: Sequence[RawNode]) -> None:
        self.nodes: list[dict[str, Any]] = [dict(node) for node in nodes]
        self.changes: list[Change] = []

    def position(self, name: str) -> int:
        """Return where the first node of this name stands."""
        return next(position for position, node in enumerate(self.nodes) if node.get("id") == name)

    def inputs(self, position: int) -> list[str]:
        """Return the names of what the node at `position` takes."""
        named = self.nodes[position].get("inputs")
        return list(named) if named is not None else [self.before(position)]

    def before(self, position: int) -> str:
        """Return the name of the node before the one at `position`, or of the data."""
        return self.nodes[position - 1]["id"] if position else INPUT

    def consumers(self, name: str) -> list[int]:
        """Return the positions of the nodes that take `name`."""
        return [position for position in range(len(self.nodes)) if name in self.inputs(position)]

    def behind(self, name: str) -> set[str]:
        """Return the names of all nodes that take `name`, directly or through others; on a circle, its own too."""
        reached: set[str] = set()
        open_names = [name]
        while open_names:
            for position in self.consumers(open_names.pop()):
                found = self.nodes[position]["id"]
                if found not in reached:
                    reached.add(found)
                    open_names.append(found)
        return reached

    def fresh_name(self, kind: str) -> str:
        """Return a name that no node has, made of the kind's prefix and a number."""
        taken = {node.get("id") for node in self.nodes}
        number = 1
        while f"{LAYERS[kind].id_prefix}{number}" in taken:
            number += 1
        return f"{LAYERS[kind].id_prefix}{number}"

    def set(self, position: int, field: str, value: Any) -> None:
        """Give a field of a node a value; dots lead into nested ones."""
        *path, last = field.split(".")
        owner: dict[str, Any] = self.nodes[position]
        for name in path:
            owner[name] = dict(owner[name])
            owner = owner[name]
        op = "replace" if last in owner else "add"
        owner[last] = value
        self._note(op, position, *path, last, value=value)

    def unset(self, position: int, field: str) -> None:
        """Take a field out, so that its default holds."""
        if field in self.nodes[position]:
            del self.nodes[position][field]
            self._note("remove", position, field)

    def take(self, position: int, inputs: Sequence[str]) -> None:
        """Have the node at `position` take these; left unsaid where it is the node before it alone."""
        if list(inputs) == [self.before(position)]:
            self.unset(position, "inputs")
        elif list(inputs) != self.nodes[position].get("inputs"):
            self.set(position, "inputs", list(inputs))

    def append(self, kind: str, inputs: Sequence[str] | None = None, **settings: Any) -> str:
        """Put a node behind the last one and return its name."""
        name = self.fresh_name(kind)
        taken = {} if inputs is None else {"inputs": list(inputs)}
        self._insert(len(self.nodes), {"id": name, "kind": kind, **taken, **settings})
        return name

    def put_between(self, taken: str, name: str, kind: str, **settings: Any) -> str:
        """Put a node on the connection from `taken` to the node `name`, and return its name."""
        position = self.position(name)
        inputs = self.inputs(position)
        fresh = self.fresh_name(kind)
        unsaid = self.nodes[position].get("inputs") is None
        self._insert(position, {"id": fresh, "kind": kind, **({} if unsaid else {"inputs": [taken]}), **settings})
        if not unsaid:
            self.take(position + 1, [fresh if one == taken else one for one in inputs])
        return fresh

    def take_out(self, name: str) -> None:
        """Remove a node; whoever takes it takes what it took, as far as the kind has room for that."""
        position = self.position(name)
        # A node that takes itself leaves nothing of itself behind.
        inputs = [one for one in self.inputs(position) if one != name] or [self.before(position)]
        after = {}
        for consumer in self.consumers(name):
            if consumer == position:
                continue
            merged = list(
                dict.fromkeys(one for had in self.inputs(consumer) for one in (inputs if had == name else [had]))
            )
            kind = LAYERS.get(self.nodes[consumer].get("kind", ""))
            after[self.nodes[consumer]["id"]] = merged[: kind.maximum_inputs if kind else 1]
        self.remove(position)
        for consumer, taken in after.items():
            self.take(self.position(consumer), taken)

    def remove(self, position: int) -> None:
        """Remove the node at `position`, and nothing else."""
        del self.nodes[position]
        self._note("remove", position)

    def _insert(self, position: int, node: dict[str, Any]) -> None:
        self.nodes.insert(position, node)
        self._note("add", position, value=dict(node))

    def _note(self, op: Any, *path: str | int, value: Any = None) -> None:
        self.changes.append(Change(op=op, path=pointer("network", "nodes", *path), value=value))
