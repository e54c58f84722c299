"""A network as a list of nodes, each naming what it takes."""

from pydantic import Field

from neurarium.spec.base import SpecModel
from neurarium.spec.layers import AnyLayer

MOST_NODES = 2000


class NetworkSpec(SpecModel):
    """Nodes in order; a node without `inputs` takes the node before it, the first one takes ``"input"``; the last
    one is the output.
    """

    nodes: tuple[AnyLayer, ...] = Field(min_length=1, max_length=MOST_NODES)
