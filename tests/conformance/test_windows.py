"""Convolution and pooling over sizes, strides and paddings that nobody thought of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines.scratch.layers import windows as scratch_windows
from neurarium.spec.errors import ShapeError
from tests.conformance.arrays import distinct, normal
from tests.conformance.cases import LayerCase
from tests.conformance.layers import ScratchLayer, TorchLayer

pytestmark = pytest.mark.torch

SIZES = st.tuples(st.integers(1, 7), st.integers(1, 7))


@st.composite
def windows(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[int, int, int], int]:
    """Draw settings, an image's shape and a batch size; the window may or may not fit."""
    kernel = draw(st.tuples(st.integers(1, 5), st.integers(1, 5)))
    sizes = {
        "kernel_size": list(kernel),
        "stride": list(draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))),
        "padding": [draw(st.integers(0, size // 2)) for size in kernel],
    }
    return sizes, (draw(st.integers(1, 3)), *draw(SIZES)), draw(st.integers(1, 3))


def assert_engines_agree(kind: str, sizes: dict[str, Any], shape: tuple[int, int, int], batch: int) -> None:
    case = LayerCase(kind, sizes, (shape,), batch)
    padded = [size + 2 * margin for size, margin in zip(shape[1:], sizes["padding"], strict=True)]
    if any(kernel > size for kernel, size in zip(sizes["kernel_size"], padded, strict=True)):
        with pytest.raises(ShapeError) as raised:
            case.node()
        assert raised.value.info.field == "kernel_size"
        return
    compare(case)


def compare(case: LayerCase) -> None:
    """Hold both engines' outputs and gradients against each other."""
    node, batch, (shape,) = case.node(), case.batch, case.inputs
    x = distinct(1, "input", (batch, *shape))
    ours, theirs = ScratchLayer(node, np.float64), TorchLayer(node, np.float64)
    output, expected = ours.forward([x]), theirs.forward([x])
    assert output.shape == expected.shape == (batch, *node.output_shape)
    np.testing.assert_allclose(output, expected, rtol=1e-12, atol=1e-12)
    upstream = normal(0, "upstream", output.shape)
    (by_input,), by_parameters = ours.backward(upstream)
    (expected_by_input,), expected_by_parameters = theirs.backward(upstream)
    np.testing.assert_allclose(by_input, expected_by_input, rtol=1e-12, atol=1e-12)
    for name, by_parameter in expected_by_parameters.items():
        np.testing.assert_allclose(by_parameters[name], by_parameter, rtol=1e-12, atol=1e-12)


@settings(max_examples=150)
@given(windows(), st.integers(1, 3), st.booleans(), st.sampled_from([1, 60, scratch_windows.BLOCK_VALUES]))
def test_convolution(
    drawn: tuple[dict[str, Any], tuple[int, int, int], int], out_channels: int, bias: bool, block: int
) -> None:
    """Whether the windows are unrolled at once, a few rows at a time, or row by row."""
    sizes, shape, batch = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scratch_windows, "BLOCK_VALUES", block)
        assert_engines_agree("conv2d", {**sizes, "out_channels": out_channels, "bias": bias}, shape, batch)


@settings(max_examples=120)
@given(windows())
def test_max_pooling(drawn: tuple[dict[str, Any], tuple[int, int, int], int]) -> None:
    assert_engines_agree("max_pool2d", *drawn)


@settings(max_examples=120)
@given(windows())
def test_average_pooling(drawn: tuple[dict[str, Any], tuple[int, int, int], int]) -> None:
    assert_engines_agree("avg_pool2d", *drawn)


PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3)).map(list)
BLOCKS = st.sampled_from([1, 60, scratch_windows.BLOCK_VALUES])


@settings(max_examples=150)
@given(st.data())
def test_dilated_and_grouped_convolution(data: st.DataObject) -> None:
    groups, dilation = data.draw(st.integers(1, 3)), data.draw(PAIRS)
    kernel = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    same = data.draw(st.booleans())
    sizes = {
        "kernel_size": list(kernel),
        "dilation": dilation,
        "groups": groups,
        "padding": "same" if same else data.draw(PAIRS),
        "stride": 1 if same else data.draw(PAIRS),
        "out_channels": groups * data.draw(st.integers(1, 2)),
    }
    # As many pixels as the window spans, and some more.
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    height, width = (data.draw(st.integers(1 if same else span, span + 3)) for span in spans)
    case = LayerCase("conv2d", sizes, ((groups * data.draw(st.integers(1, 2)), height, width),), batch=2)
    if same:
        assert case.node().output_shape[1:] == (height, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scratch_windows, "BLOCK_VALUES", data.draw(BLOCKS))
        compare(case)


@settings(max_examples=150)
@given(st.data())
def test_transposed_convolution(data: st.DataObject) -> None:
    groups, stride, dilation = data.draw(st.integers(1, 3)), data.draw(PAIRS), data.draw(PAIRS)
    kernel = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    shape = (groups * data.draw(st.integers(1, 2)), *data.draw(SIZES))
    whole = [(n - 1) * s + d * (k - 1) + 1 for n, s, d, k in zip(shape[1:], stride, dilation, kernel, strict=True)]
    sizes = {
        "kernel_size": list(kernel),
        "stride": stride,
        "dilation": dilation,
        "groups": groups,
        "padding": [data.draw(st.integers(0, min(3, (size - 1) // 2))) for size in whole],
        "output_padding": [data.draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation, strict=True)],
        "out_channels": groups * data.draw(st.integers(1, 2)),
        "bias": data.draw(st.booleans()),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scratch_windows, "BLOCK_VALUES", data.draw(BLOCKS))
        compare(LayerCase("conv_transpose2d", sizes, (shape,), batch=2))


@settings(max_examples=80)
@given(SIZES, SIZES, st.integers(1, 3))
def test_adaptive_pooling(size: tuple[int, int], output_size: tuple[int, int], channels: int) -> None:
    compare(LayerCase("adaptive_avg_pool2d", {"output_size": list(output_size)}, ((channels, *size),)))


@pytest.mark.parametrize(
    ("kind", "setting", "shape", "field"),
    [
        ("conv2d", {"padding": "same", "stride": 2}, (1, 6, 6), "padding"),
        ("conv2d", {"groups": 2}, (3, 6, 6), "groups"),
        ("conv2d", {"groups": 3}, (3, 6, 6), "groups"),
        ("conv2d", {"dilation": 3}, (1, 6, 6), "dilation"),
        ("conv2d", {"kernel_size": 7}, (1, 6, 6), "kernel_size"),
        ("conv2d", {}, (12,), "inputs"),
        ("conv_transpose2d", {"groups": 3}, (3, 6, 6), "groups"),
        ("conv_transpose2d", {"stride": 2, "output_padding": 2}, (1, 6, 6), "output_padding"),
        ("conv_transpose2d", {"padding": 4}, (1, 6, 6), "padding"),
        ("reshape", {"shape": [5, -1]}, (12,), "shape"),
        ("reshape", {"shape": [3, 5]}, (12,), "shape"),
        ("layer_norm", {"dimensions": 2}, (12,), "dimensions"),
        ("local_response_norm", {}, (12,), "inputs"),
    ],
)
def test_what_does_not_fit_is_told_on_its_field(
    kind: str, setting: dict[str, Any], shape: tuple[int, ...], field: str
) -> None:
    required = {"out_channels": 4} if kind.startswith("conv") else {}
    with pytest.raises(ShapeError) as raised:
        LayerCase(kind, {**required, **setting}, (shape,)).node()
    assert raised.value.info.field == field
    assert raised.value.info.hint


@pytest.mark.parametrize(
    ("kind", "sizes", "weights", "multiply_adds"),
    [
        # Every output of 16 x 10 x 10 sums over its group's channels times the kernel's places.
        ("conv2d", {}, (16, 8, 3, 3), 1600 * 8 * 9),
        ("conv2d", {"groups": 4}, (16, 2, 3, 3), 1600 * 2 * 9),
        ("conv2d", {"groups": 8}, (16, 1, 3, 3), 1600 * 1 * 9),
        # Every one of 8 x 12 x 12 inputs lays a pattern on its group's channels.
        ("conv_transpose2d", {}, (8, 16, 3, 3), 1152 * 16 * 9),
        ("conv_transpose2d", {"groups": 4, "stride": 2}, (8, 4, 3, 3), 1152 * 4 * 9),
    ],
)
def test_parameters_and_cost_know_of_groups(
    kind: str, sizes: dict[str, Any], weights: tuple[int, ...], multiply_adds: int
) -> None:
    node = LayerCase(kind, {"out_channels": 16, **sizes}, ((8, 12, 12),)).node()
    assert node.parameters["weight"].shape == weights
    assert node.parameter_count == int(np.prod(weights)) + 16
    assert node.multiply_adds == multiply_adds
