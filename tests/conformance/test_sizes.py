"""Every layer kind at sizes and settings that nobody thought of: both engines, both number formats, both modes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.spec import Shape
from neurarium.spec.layers import LAYERS
from tests.conformance.arrays import distinct, normal
from tests.conformance.cases import LayerCase
from tests.conformance.layers import ScratchLayer, TorchLayer
from tests.conformance.test_layers import assert_agree, assert_close_to_difference, inputs_of, upstream

Drawn = st.SearchStrategy[tuple[dict[str, Any], tuple[Shape, ...]]]

SMALL = st.integers(1, 4)
VECTORS = st.integers(1, 9).map(lambda size: (size,))
IMAGES = st.tuples(SMALL, SMALL, SMALL)
ANY_SHAPE: st.SearchStrategy[Shape] = st.one_of(VECTORS, st.tuples(SMALL, SMALL), IMAGES)
PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3)).map(list)


def on(shapes: st.SearchStrategy[Any], **chosen: st.SearchStrategy[Any]) -> Drawn:
    """Return settings, and one input of such a shape."""
    return st.tuples(st.fixed_dictionaries(chosen), shapes.map(lambda shape: (shape,)))


@st.composite
def windowed(draw: st.DrawFn, **more: st.SearchStrategy[Any]) -> tuple[dict[str, Any], tuple[Shape, ...]]:
    """Draw a window that fits: the image is as large as its dilated window and a little larger."""
    chosen = {name: draw(strategy) for name, strategy in more.items()}
    groups, dilation = chosen.get("groups", 1), chosen.get("dilation", [1, 1])
    kernel = draw(PAIR)
    sides = [d * (k - 1) + 1 + draw(st.integers(0, 2)) for k, d in zip(kernel, dilation, strict=True)]
    channels = groups * draw(st.integers(1, 2))
    if "out_channels" in chosen:
        chosen["out_channels"] *= groups
    return {**chosen, "kernel_size": kernel}, ((channels, *sides),)


@st.composite
def transposed(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[Shape, ...]]:
    groups, stride, dilation, kernel = draw(st.integers(1, 2)), draw(PAIR), draw(PAIR), draw(PAIR)
    extra = [draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation, strict=True)]
    chosen = {"groups": groups, "stride": stride, "dilation": dilation, "kernel_size": kernel, "output_padding": extra}
    shape = (groups * draw(st.integers(1, 2)), draw(SMALL), draw(SMALL))
    return {**chosen, "out_channels": groups * draw(st.integers(1, 2)), "bias": draw(st.booleans())}, (shape,)


@st.composite
def layer_norms(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[Shape, ...]]:
    shape = draw(ANY_SHAPE)
    dimensions = draw(st.one_of(st.none(), st.integers(1, len(shape))))
    # A value normalised by itself alone is always zero, and its derivative rounding.
    shape = (*shape[:-1], shape[-1] + 1)
    return {"dimensions": dimensions, "eps": draw(st.floats(1e-3, 1.0)), "elementwise_affine": draw(st.booleans())}, (
        shape,
    )


@st.composite
def reshapes(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[Shape, ...]]:
    shape = draw(ANY_SHAPE)
    order = draw(st.permutations(shape))
    left_open = draw(st.one_of(st.none(), st.integers(0, len(order) - 1)))
    return {"shape": [-1 if place == left_open else size for place, size in enumerate(order)]}, (shape,)


ALIKE: Drawn = st.tuples(ANY_SHAPE, st.integers(2, 4)).map(lambda drawn: ({}, (drawn[0],) * drawn[1]))
JOINED: Drawn = st.tuples(ANY_SHAPE, st.lists(SMALL, min_size=2, max_size=4)).map(
    lambda drawn: ({}, tuple((size, *drawn[0][1:]) for size in drawn[1]))
)
POOLS = windowed(stride=PAIR)
DRAWN: dict[str, Drawn] = {
    "linear": on(VECTORS, out_features=st.integers(1, 6), bias=st.booleans()),
    "conv2d": windowed(
        out_channels=st.integers(1, 2), groups=st.integers(1, 2), stride=PAIR, dilation=PAIR, padding=PAIR,
        bias=st.booleans(),
    ),
    "conv_transpose2d": transposed(),
    "max_pool2d": POOLS,
    "avg_pool2d": POOLS,
    "global_avg_pool2d": on(IMAGES),
    "adaptive_avg_pool2d": on(IMAGES, output_size=PAIR),
    "flatten": on(ANY_SHAPE),
    "reshape": reshapes(),
    "batch_norm": on(st.one_of(VECTORS, IMAGES), eps=st.floats(1e-3, 1.0), momentum=st.floats(0.01, 1.0)),
    "layer_norm": layer_norms(),
    "local_response_norm": on(
        IMAGES, size=st.integers(1, 6), alpha=st.floats(0.01, 2.0), beta=st.floats(0.1, 1.5), k=st.floats(0.5, 3.0)
    ),
    "dropout": on(ANY_SHAPE, p=st.floats(0, 0.9)),
    "identity": on(ANY_SHAPE),
    "step": on(ANY_SHAPE),
    "relu": on(ANY_SHAPE),
    "leaky_relu": on(ANY_SHAPE, negative_slope=st.floats(0, 1)),
    "elu": on(ANY_SHAPE, alpha=st.floats(0.05, 5.0)),
    "gelu": on(ANY_SHAPE, approximate=st.sampled_from(["none", "tanh"])),
    "silu": on(ANY_SHAPE),
    "softplus": on(ANY_SHAPE, beta=st.floats(0.1, 30.0)),
    "sigmoid": on(ANY_SHAPE),
    "tanh": on(ANY_SHAPE),
    "softmax": on(ANY_SHAPE),
    "add": ALIKE,
    "multiply": ALIKE,
    "concat": JOINED,
}  # fmt: skip
"""Settings and input shapes to draw, by kind."""
KINDS = pytest.mark.parametrize("kind", DRAWN)
PER_KIND = 25


def case_of(data: st.DataObject, kind: str) -> LayerCase:
    chosen, shapes = data.draw(DRAWN[kind])
    # One sample alone has no spread to normalise over the batch by.
    return LayerCase(kind, chosen, shapes, data.draw(st.integers(3 if kind == "batch_norm" else 1, 4)))


def test_every_kind_is_drawn() -> None:
    assert set(DRAWN) == set(LAYERS)


@pytest.mark.torch
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-11), (np.float32, 2e-4)], ids=["float64", "float32"])
@KINDS
@settings(max_examples=PER_KIND)
@given(data=st.data())
def test_engines_agree_in_both_modes(kind: str, data: st.DataObject, dtype: type, tolerance: float) -> None:
    case = case_of(data, kind)
    ours, theirs = ScratchLayer(case.node(), dtype), TorchLayer(case.node(), dtype)
    inputs, weights = inputs_of(case, dtype), upstream(case, dtype)
    output = ours.forward(inputs)
    assert output.shape == (case.batch, *case.node().output_shape)
    assert_agree(output, theirs.forward(inputs), tolerance)
    by_inputs, by_parameters = ours.backward(weights)
    expected_by_inputs, expected_by_parameters = theirs.backward(weights)
    for found, expected in zip(by_inputs, expected_by_inputs, strict=True):
        assert_agree(found, expected, tolerance)
    assert set(by_parameters) == set(expected_by_parameters)
    for name, expected in expected_by_parameters.items():
        assert_agree(by_parameters[name], expected, tolerance)
    ours.commit()
    theirs.commit()
    for name, expected in theirs.kept().items():
        assert_agree(ours.kept()[name], expected, tolerance)
    assert_agree(ours.forward(inputs, training=False), theirs.forward(inputs, training=False), tolerance)


@KINDS
@settings(max_examples=PER_KIND)
@given(data=st.data())
def test_gradients_are_central_differences(kind: str, data: st.DataObject) -> None:
    """At a few places of every input and parameter, drawn at random: all of them would take long."""
    case = case_of(data, kind)
    layer = ScratchLayer(case.node(), np.float64)
    inputs = [distinct(place, "input", (case.batch, *shape)) for place, shape in enumerate(case.inputs, start=1)]
    weights = normal(0, "upstream", (case.batch, *case.node().output_shape))

    def weighted() -> float:
        return float((layer.forward(inputs) * weights).sum())

    weighted()
    by_inputs, by_parameters = layer.backward(weights)
    found = [gradient.copy() for gradient in (*by_inputs, *by_parameters.values())]
    random = np.random.default_rng(0)
    for values, gradient in zip([*inputs, *layer.parameters.values()], found, strict=True):
        places = random.choice(values.size, min(8, values.size), replace=False)
        difference = np.array([_difference(weighted, values, place) for place in places])
        # A gradient is as exact as its largest values: those that were not drawn count in the scale, too.
        largest = np.abs(gradient).max()
        assert_close_to_difference(np.append(gradient.reshape(-1)[places], largest), np.append(difference, largest))


def _difference(function: Callable[[], float], values: np.ndarray, place: int, step: float = 1e-5) -> float:
    position = np.unravel_index(place, values.shape)
    value = values[position]
    found = []
    for change in (step, -step):
        values[position] = value + change
        found.append(function())
    values[position] = value
    return (found[0] - found[1]) / (2 * step)
