"""From an error to the changes that mend it.

What a layer suggests is made changes of the document; what is wrong in the wiring is mended here, where all of it can
be seen. A mend makes its own error go; what then comes to light behind it is another error, with mends of its own.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from neurarium.graph.bridges import bring_together
from neurarium.graph.order import INPUT
from neurarium.graph.plan import Inspection, PlannedNode
from neurarium.graph.rewriting import RawNode, Rewrite
from neurarium.spec.base import Shape
from neurarium.spec.errors import ErrorInfo, Finding, NeurariumError
from neurarium.spec.layers import LAYERS, Layer, MergeLayer, PointwiseLayer
from neurarium.spec.mends import Change, EndWith, Mend, PutBefore, SetTo, pointer
from neurarium.words import Text, Value, say

MOST_MENDED = 50
"""Errors of one network that are given mends: more than anyone reads, and few enough to be quick."""


@dataclass(frozen=True)
class Scene:
    """A network with something wrong in it.

    Attributes:
        nodes: as they were sent.
        shapes: the output shapes that could be inferred, by name; ``"input"`` is the data.
        planned: the nodes that could be planned, by name.
        output: the name of the last node.
    """

    nodes: Sequence[RawNode]
    shapes: Mapping[str, Shape]
    planned: Mapping[str, PlannedNode]
    output: str

    @classmethod
    def of(cls, nodes: object, found: Inspection) -> "Scene | None":
        """Return what is to be mended; None where `nodes` are too odd for it."""
        if not isinstance(nodes, Sequence) or not all(_is_node(node) for node in nodes):
            return None
        planned = {node.name: node for node in found.nodes}
        shapes = {INPUT: found.input_shape, **{name: node.output_shape for name, node in planned.items()}}
        return cls(nodes, shapes, planned, found.output)

    @property
    def has_unique_names(self) -> bool:
        """Whether every node has a name of its own."""
        return len({node["id"] for node in self.nodes}) == len(self.nodes)

    def kind_of(self, name: str) -> type[Layer] | None:
        """Return the kind of the first node called `name`."""
        return next((LAYERS.get(node["kind"]) for node in self.nodes if node["id"] == name), None)


def with_mends(error: NeurariumError, scene: Scene | None) -> Finding:
    """Return what a person is told of `error`, with the mends that there are."""
    info = error.info
    # While a name stands for two nodes, nothing but that can be mended: who would be meant?
    clear = scene is not None and (scene.has_unique_names or info.code == "duplicate_name")
    found = [*_suggested(error, scene), *_BY_CODE.get(info.code, _none)(info, scene)] if scene and clear else []
    return Finding(**dict(info), mends=tuple(found))


def _is_node(node: object) -> bool:
    if not isinstance(node, Mapping) or not isinstance(node.get("id"), str) or not isinstance(node.get("kind"), str):
        return False
    inputs = node.get("inputs")
    return inputs is None or (isinstance(inputs, Sequence) and all(isinstance(name, str) for name in inputs))


def _mend(title: Text, rewrite: Rewrite) -> Iterator[Mend]:
    if rewrite.changes:
        yield Mend(title=title, changes=tuple(rewrite.changes))


def _suggested(error: NeurariumError, scene: Scene) -> Iterator[Mend]:
    """Make changes of what whoever raised the error suggests."""
    node = error.info.node
    for suggestion in error.suggestions:
        rewrite = Rewrite(scene.nodes)
        if isinstance(suggestion, EndWith):
            yield from _end_with(suggestion.outputs, scene)
        elif isinstance(suggestion, SetTo) and suggestion.of_run:
            change = Change(op="add", path=pointer(*suggestion.field.split(".")), value=suggestion.value)
            yield Mend(title=_setting(suggestion), changes=(change,))
        elif node is None:
            continue
        elif isinstance(suggestion, SetTo):
            rewrite.set(rewrite.position(node), suggestion.field, suggestion.value)
            yield from _mend(_setting(suggestion), rewrite)
        elif isinstance(suggestion, PutBefore):
            taken = rewrite.inputs(rewrite.position(node))[0]
            if suggestion.kind == "reshape":
                yield from _without_flatten(taken, scene)
            rewrite.put_between(taken, node, suggestion.kind, **suggestion.settings)
            yield from _mend(_insert(suggestion.kind, node), rewrite)


def _without_flatten(name: str, scene: Scene) -> Iterator[Mend]:
    """Take a flatten out that made a vector of an image."""
    planned = scene.planned.get(name)
    if planned is not None and planned.layer.kind == "flatten" and len(planned.input_shapes[0]) == 3:
        rewrite = Rewrite(scene.nodes)
        rewrite.take_out(name)
        yield from _mend(say("Take {node} out", node=name), rewrite)


def _end_with(outputs: int, scene: Scene) -> Iterator[Mend]:
    """Give the last linear layer as many units, where nothing behind it changes them; else put one at the end."""
    name = scene.output
    while name in scene.planned and isinstance(scene.planned[name].layer, PointwiseLayer):
        name = scene.planned[name].inputs[0]
    if name in scene.planned and scene.planned[name].layer.kind == "linear":
        rewrite = Rewrite(scene.nodes)
        rewrite.set(rewrite.position(name), "out_features", outputs)
        yield from _mend(say("Give {node} {units} units", node=name, units=outputs), rewrite)
        return
    rewrite = Rewrite(scene.nodes)
    if len(scene.shapes[scene.output]) != 1:
        rewrite.append("flatten")
    rewrite.append("linear", out_features=outputs)
    yield from _mend(say("Put a linear layer of {units} units at the end", units=outputs), rewrite)


def _none(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    yield from ()


def _misnamed(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Rename every node but the first of that name; the data's name is nobody's."""
    rewrite = Rewrite(scene.nodes)
    spare = 0 if info.node == INPUT else 1
    positions = [position for position, node in enumerate(scene.nodes) if node["id"] == info.node][spare:]
    for position in positions:
        kind = scene.nodes[position]["kind"]
        if kind not in LAYERS:
            return
        rewrite.set(position, "id", rewrite.fresh_name(kind))
    names = [rewrite.nodes[position]["id"] for position in positions]
    yield from _mend(say("Name it {names:and}", names=names), rewrite)


def _unused(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Take the branch out that leads nowhere; or add its end to the output, where their shapes are the same."""
    name = info.node or ""
    if scene.output in scene.shapes and scene.shapes.get(name) == scene.shapes[scene.output]:
        rewrite = Rewrite(scene.nodes)
        rewrite.append("add", [scene.output, name])
        yield from _mend(say("Add it to {node}", node=scene.output), rewrite)
    rewrite = Rewrite(scene.nodes)
    gone = {name}
    while True:
        more = {
            node["id"]
            for node in scene.nodes
            if node["id"] not in gone | {scene.output}
            and (takers := {rewrite.nodes[position]["id"] for position in rewrite.consumers(node["id"])})
            and takers <= gone
        }
        if not more:
            break
        gone |= more
    if len(gone) == len(scene.nodes):
        return
    for position in reversed(range(len(scene.nodes))):
        if scene.nodes[position]["id"] in gone:
            rewrite.remove(position)
    removed = [node["id"] for node in scene.nodes if node["id"] in gone]
    yield from _mend(say("Remove {name}", name=_some(removed)), rewrite)


def _unknown_input(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Take the node whose name is nearest; or do without."""
    name = info.node or ""
    rewrite = Rewrite(scene.nodes)
    position = rewrite.position(name)
    inputs = rewrite.inputs(position)
    known = [INPUT, *(node["id"] for node in scene.nodes)]
    possible = [one for one in known if one != name and one not in rewrite.behind(name)]
    missing = [one for one in inputs if one not in known]
    nearest = {one: difflib.get_close_matches(one, possible, n=1) for one in missing}
    if all(nearest.values()):
        rewrite.take(position, list(dict.fromkeys(nearest[one][0] if one in missing else one for one in inputs)))
        yield from _mend(say("Take {names}", names=_some([found[0] for found in nearest.values()])), rewrite)
    rewrite = Rewrite(scene.nodes)
    left = [one for one in inputs if one in known]
    kind = scene.kind_of(name)
    if kind is None or (left and len(left) < kind.minimum_inputs):
        return
    if not left:
        before = rewrite.before(position)
        left = [before if before in possible else INPUT]
    rewrite.take(position, left)
    yield from _mend(say("Take {names} alone", names=_some(left)), rewrite)


def _wrong_inputs(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Join what a layer cannot join itself; give a merge more to join, or take it out."""
    name = info.node or ""
    kind = scene.kind_of(name)
    if kind is None:
        return
    position = Rewrite(scene.nodes).position(name)
    inputs = Rewrite(scene.nodes).inputs(position)
    if len(inputs) < kind.minimum_inputs:
        yield from _more_inputs(name, kind, scene)
    elif kind.maximum_inputs == 1:
        shapes = [scene.shapes.get(one) for one in inputs]
        merges = [merge for merge in ("add", "concat") if _can_merge(merge, shapes)]
        for merge in merges:
            rewrite = Rewrite(scene.nodes)
            # The merge stands where the layer does, so that what is said of no inputs stays true.
            fresh = rewrite.fresh_name(merge)
            rewrite.put_between(inputs[0], name, merge)
            rewrite.take(position, inputs)
            rewrite.take(position + 1, [fresh])
            yield from _mend(_insert(merge, name), rewrite)
        rewrite = Rewrite(scene.nodes)
        rewrite.take(position, inputs[:1])
        yield from _mend(say("Take {names} alone", names=inputs[:1]), rewrite)


def _more_inputs(name: str, kind: type[Layer], scene: Scene) -> Iterator[Mend]:
    rewrite = Rewrite(scene.nodes)
    position = rewrite.position(name)
    behind = rewrite.behind(name) | {name}
    before = rewrite.before(position)
    inputs = [one for one in rewrite.inputs(position) if one not in behind]
    inputs = inputs or [INPUT if before in behind else before]
    if kind.minimum_inputs == 1:
        rewrite.take(position, inputs)
        yield from _mend(say("Take {names}", names=inputs[:1]), rewrite)
        return
    earlier = [node["id"] for node in reversed(scene.nodes[:position]) if node["id"] not in behind]
    partner = next(
        (
            one
            for one in (*earlier, INPUT)
            if one not in inputs
            and _can_merge(kind.kind_name(), [*map(scene.shapes.get, inputs), scene.shapes.get(one)])
        ),
        None,
    )
    if partner is not None:
        rewrite.take(position, [*inputs, partner])
        yield from _mend(say("Take {node} as well", node=partner), rewrite)
    if len(scene.nodes) > 1:
        rewrite = Rewrite(scene.nodes)
        rewrite.take_out(name)
        yield from _mend(say("Take {node} out", node=name), rewrite)


def _can_merge(kind: str, shapes: Sequence[Shape | None]) -> bool:
    """Return whether these shapes are known, and the merge takes them."""
    known = [shape for shape in shapes if shape is not None]
    if len(known) < len(shapes):
        return False
    same = known if kind != "concat" else [shape[1:] for shape in known]
    return all(shape == same[0] for shape in same)


def _cycle(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Cut the connections that lead from a node back to itself."""
    name = info.node or ""
    rewrite = Rewrite(scene.nodes)
    position = rewrite.position(name)
    inputs, behind = rewrite.inputs(position), rewrite.behind(name)
    cut = [one for one in inputs if one in behind]
    rewrite.take(position, [one for one in inputs if one not in behind] or [INPUT])
    yield from _mend(say("Cut {names} → {node}", names=_some(cut), node=name), rewrite)


def _misfits(info: ErrorInfo, scene: Scene) -> Iterator[Mend]:
    """Bring the branches of a merge to one shape."""
    kind = scene.kind_of(info.node or "")
    if info.node is None or info.field != "inputs" or kind is None or not issubclass(kind, MergeLayer):
        return
    inputs = Rewrite(scene.nodes).inputs(Rewrite(scene.nodes).position(info.node))
    shapes = {one: scene.shapes[one] for one in inputs if one in scene.shapes}
    if len(shapes) < len(set(inputs)):
        return
    if kind.kind_name() != "concat" and _can_merge("concat", list(shapes.values())):
        rewrite = Rewrite(scene.nodes)
        rewrite.set(rewrite.position(info.node), "kind", "concat")
        yield from _mend(say("Lay them side by side: make it a concat"), rewrite)
    for title, bridges in bring_together(shapes, channels_too=kind.kind_name() != "concat"):
        rewrite = Rewrite(scene.nodes)
        for taken, layers in bridges.items():
            last = taken
            for bridge, settings in layers:
                last = rewrite.put_between(last, info.node, bridge, **settings)
        yield from _mend(title, rewrite)


def _setting(suggestion: SetTo) -> Text:
    return say("Set {field} to {value}", field=suggestion.field, value=suggestion.value)


def _insert(kind: str, node: str) -> Text:
    return say("Insert {kind} before {node}", kind=kind, node=node)


def _some(names: Sequence[str], most: int = 3) -> Value:
    if len(names) > most:
        return say("{names} and {count} more", names=names[:most], count=len(names) - most)
    return names


_BY_CODE: Mapping[str, Callable[[ErrorInfo, Scene], Iterator[Mend]]] = {
    "reserved_name": _misnamed,
    "duplicate_name": _misnamed,
    "unused_output": _unused,
    "unknown_input": _unknown_input,
    "wrong_inputs": _wrong_inputs,
    "cycle": _cycle,
    "shape_mismatch": _misfits,
}
