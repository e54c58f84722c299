"""What has to stand between two shapes that are to meet in a merge."""

from collections.abc import Iterator, Mapping
from typing import Any

from neurarium.spec.base import Shape
from neurarium.spec.layers.base import as_size, count, describe_shape, describe_size
from neurarium.words import Text, say

Bridge = list[tuple[str, dict[str, Any]]]
"""Layers, one behind the other: kinds with their settings."""


def bring_together(shapes: Mapping[str, Shape], *, channels_too: bool) -> Iterator[tuple[Text, dict[str, Bridge]]]:
    """Yield, in words and as layers behind the nodes that need them, what makes `shapes` fit together.

    Arguments:
        shapes: those that meet, by the name of the node.
        channels_too: whether they have to be the same altogether, or in height and width alone.
    """
    images = all(len(shape) == 3 for shape in shapes.values())
    if images:
        # The first stands for what the others come back to; a branch can be made smaller, not larger.
        first = next(iter(shapes.values()))
        height, width = (min(shape[axis] for shape in shapes.values()) for axis in (1, 2))
        target = (first[0], height, width)
        bridges = {name: _image_bridge(shape, target, channels_too=channels_too) for name, shape in shapes.items()}
        needed = {name: bridge for name, bridge in bridges.items() if bridge}
        size = describe_shape(target) if channels_too else describe_size(target[1:])
        yield _bring(needed, size), needed
        return
    flat = {name: [("flatten", {})] for name, shape in shapes.items() if len(shape) != 1}
    if not channels_too:
        if flat:
            yield say("Flatten {names:and}", names=list(flat)), dict(flat)
        return
    features = count(next(iter(shapes.values())))
    bridged = {
        name: flat.get(name, []) + ([("linear", {"out_features": features})] if count(shape) != features else [])
        for name, shape in shapes.items()
    }
    needed = {name: bridge for name, bridge in bridged.items() if bridge}
    yield _bring(needed, describe_shape((features,))), needed


def _bring(needed: Mapping[str, Bridge], size: str) -> Text:
    return say("Bring {names:and} to {size}", names=list(needed), size=size)


def _image_bridge(shape: Shape, target: Shape, *, channels_too: bool) -> Bridge:
    """Return what brings an image to the target's size, and to its channels where they count.

    A projection of a skip connection is a 1x1 convolution, with a stride where the image is halved (He et al. 2016,
    section 3.3, option B); where no stride leads to the size, an adaptive pooling comes before it.
    """
    widens = channels_too and shape[0] != target[0]
    if shape[1:] == target[1:]:
        return [_projection(target[0])] if widens else []
    strides = [-(-n // m) for n, m in zip(shape[1:], target[1:], strict=True)]
    reached = tuple((n - 1) // stride + 1 for n, stride in zip(shape[1:], strides, strict=True))
    if channels_too and reached == target[1:]:
        return [_projection(target[0], stride=as_size(strides))]
    pooling: tuple[str, dict[str, Any]] = ("adaptive_avg_pool2d", {"output_size": as_size(target[1:])})
    return [pooling, *([_projection(target[0])] if widens else [])]


def _projection(channels: int, **settings: Any) -> tuple[str, dict[str, Any]]:
    return ("conv2d", {"out_channels": channels, "kernel_size": 1, **settings})
