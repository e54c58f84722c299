"""Another activation in the place of one that passes too little on."""

from collections.abc import Sequence

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.mends.initializer import fitting
from neurarium.diagnosis.structure import Structure
from neurarium.diagnosis.wording import kind_title, names
from neurarium.spec.run import RunSpec
from neurarium.words import say


def another_activation(spec: RunSpec, structure: Structure, nodes: Sequence[str], kind: str) -> Mend | None:
    """Return the change that puts an activation `kind` in the place of these nodes, which are of one kind, and draws
    the weights before them as it asks for; None where there is no node.
    """
    if not nodes:
        return None
    editor = Editor(spec)
    for node in nodes:
        editor.replace_node(node, kind)
        before = structure.weights_before(node)
        if before is not None and spec.initial_weights is None:
            editor.set_of_node(before, "weight_init", to=fitting(structure, before, kind))
    old = structure.nodes[nodes[0]].layer.kind
    title = say(
        "{activation} instead of {replaced} in {nodes}",
        activation=kind_title(kind),
        replaced=kind_title(old),
        nodes=names(nodes),
    )
    return editor.finish("activation", title, activation=kind, replaced=old, nodes=list(nodes))
