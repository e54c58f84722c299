"""Writing down a network node by node."""

from typing import Any

from neurarium.spec.layers import LAYERS

Node = dict[str, Any]
"""A node as a spec has it: ``{"id": "conv1", "kind": "conv2d", "out_channels": 16}``."""


class Nodes:
    """A network that grows by a node at a time; each takes the one added before it unless told otherwise.

    Example::

        nodes = Nodes()
        nodes.add("conv2d", out_channels=16)  # conv1
        skip = nodes.add("relu")  # relu1
        nodes.add("add", inputs=[skip, "input"])  # add1
    """

    def __init__(self) -> None:
        self.list: list[Node] = []
        self._numbers: dict[str, int] = {}

    @property
    def last(self) -> str:
        """The name of the node that was added last, or ``"input"``."""
        return self.list[-1]["id"] if self.list else "input"

    def add(self, kind: str, name: str | None = None, *, inputs: list[str] | None = None, **settings: Any) -> str:
        """Add a node and return its name.

        Arguments:
            kind: a layer kind.
            name: its name; left out, the kind's prefix and the next number, as the page names it.
            inputs: names of the nodes it takes; left out, the one before it.
            settings: the layer's own settings; what is left out keeps its default.
        """
        if name is None:
            prefix = LAYERS[kind].id_prefix
            self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
            name = f"{prefix}{self._numbers[prefix]}"
        self.list.append({"id": name, "kind": kind, **({} if inputs is None else {"inputs": inputs}), **settings})
        return name
