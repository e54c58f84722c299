"""Writing a change of a spec down as a patch, step by step."""

from dataclasses import dataclass
from typing import Any

from neurarium.diagnosis.patch import Operation, Patch, apply_patch, pointer
from neurarium.graph import INPUT
from neurarium.spec.layers import LAYERS
from neurarium.spec.run import RunSpec
from neurarium.words import Text


@dataclass(frozen=True)
class Mend:
    """Something to do about a finding.

    Attributes:
        code: what sort of change it is.
        title: what it does, in a few words.
        figures: what the title names, as data.
        patch: the change of the run's spec.
    """

    code: str
    title: Text
    figures: dict[str, Any]
    patch: Patch


class Editor:
    """The spec of a run as JSON, changed by operations that are kept."""

    def __init__(self, spec: RunSpec) -> None:
        self.document: dict[str, Any] = spec.model_dump(mode="json")
        self.patch: Patch = []

    def set(self, *path: str | int, to: Any) -> None:
        """Give a setting another value."""
        self._do(Operation(op="add", path=pointer(*path), value=to))

    def set_of_node(self, node: str, field: str, to: Any) -> None:
        """Give a setting of a node another value."""
        self.set("network", "nodes", self._position(node), field, to=to)

    def replace_node(self, node: str, kind: str, **settings: Any) -> None:
        """Put a node of another kind in the place of `node`, with the same name and inputs."""
        position = self._position(node)
        inputs = self._nodes[position]["inputs"]
        self._do(Operation(op="remove", path=pointer("network", "nodes", position)))
        wired = {"id": node, "kind": kind, **settings, **({"inputs": inputs} if inputs is not None else {})}
        self._insert(position, wired)

    def insert_after(self, node: str, kind: str, **settings: Any) -> str:
        """Put a new node behind `node`, between it and all that took its output; return its name."""
        return self._insert_behind(node, 0 if node == INPUT else self._position(node) + 1, kind, settings)

    def finish(self, code: str, title: Text, **figures: Any) -> Mend:
        """Return the change as a mend."""
        weights = self.document["initial_weights"]
        changed = any(operation.path.startswith("/network/") for operation in self.patch)
        if weights is not None and weights["strict"] and changed:
            # Weights that the run starts from were made for the network as it is.
            self.set("initial_weights", "strict", to=False)
        return Mend(code, title, figures, self.patch)

    @property
    def _nodes(self) -> list[dict[str, Any]]:
        return self.document["network"]["nodes"]

    def _position(self, node: str) -> int:
        return next(position for position, other in enumerate(self._nodes) if other["id"] == node)

    def _insert_behind(self, source: str, position: int, kind: str, settings: dict[str, Any]) -> str:
        prefix = LAYERS[kind].id_prefix
        taken = {node["id"] for node in self._nodes}
        name = next(f"{prefix}{number}" for number in range(1, len(taken) + 2) if f"{prefix}{number}" not in taken)
        # Whoever takes "the node before it" takes the new one by standing behind it; the others name what they take.
        for other, node in enumerate(self._nodes):
            if node["inputs"] is not None and source in node["inputs"]:
                inputs = [name if taken_node == source else taken_node for taken_node in node["inputs"]]
                self.set("network", "nodes", other, "inputs", to=inputs)
        self._insert(position, {"id": name, "kind": kind, **settings})
        return name

    def _insert(self, position: int, node: dict[str, Any]) -> None:
        self._do(Operation(op="add", path=pointer("network", "nodes", position), value=node))
        self._nodes[position].setdefault("inputs", None)

    def _do(self, operation: Operation) -> None:
        self.document = apply_patch(self.document, [operation])
        self.patch.append(operation)
