"""Order, shapes, parameters and cost, against what can be counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from neurarium.graph import Limits, Plan, check_limits, plan, plan_for
from neurarium.spec import DataSpec, NetworkSpec, Shape
from neurarium.spec.errors import ErrorInfo, GraphError, LimitError, NeurariumError, ShapeError
from neurarium.spec.losses import LOSSES

Node = dict[str, Any]


def planned(*nodes: Node, shape: Shape = (1, 28, 28)) -> Plan:
    return plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, shape)


def refusal(error: type[NeurariumError], *nodes: Node, shape: Shape = (1, 8, 8)) -> ErrorInfo:
    with pytest.raises(error) as raised:
        planned(*nodes, shape=shape)
    return raised.value.info


def node(name: str, kind: str, *inputs: str, **settings: Any) -> Node:
    return {"id": name, "kind": kind, **({"inputs": inputs} if inputs else {}), **settings}


def test_the_books_convnet() -> None:
    """Deep Learning from Scratch, section 7.5: 28x28 images, 30 filters of 5x5, pooling, 100 units, 10 classes."""
    found = planned(
        node("conv", "conv2d", out_channels=30, kernel_size=5),
        node("relu", "relu"),
        node("pool", "max_pool2d"),
        node("flat", "flatten"),
        node("fc1", "linear", out_features=100),
        node("relu2", "relu"),
        node("fc2", "linear", out_features=10),
    )
    assert [entry.output_shape for entry in found.nodes] == [
        (30, 24, 24),
        (30, 24, 24),
        (30, 12, 12),
        (4320,),
        (100,),
        (100,),
        (10,),
    ]
    counts = {entry.name: entry.parameter_count for entry in found.nodes if entry.parameters}
    assert counts == {"conv": 30 * 25 + 30, "fc1": 4320 * 100 + 100, "fc2": 1010}
    assert found.parameter_count == sum(counts.values())
    assert found.multiply_adds == 30 * 24 * 24 * 25 + 4320 * 100 + 100 * 10
    assert found.values_per_sample == 784 + 2 * 17280 + 2 * 4320 + 2 * 100 + 10
    assert (found.output, found.output_shape) == ("fc2", (10,))
    weight = found.node("conv").parameters["weight"]
    assert (weight.shape, weight.fan_in, weight.fan_out) == ((30, 1, 5, 5), 25, 30 * 25)


def test_nodes_are_sorted_so_that_each_comes_after_what_it_takes() -> None:
    found = planned(
        node("join", "add", "left", "right"),
        node("left", "relu", "first"),
        node("right", "tanh", "first"),
        node("first", "flatten", "input"),
        node("out", "linear", "join", out_features=3),
    )
    assert [entry.name for entry in found.nodes] == ["first", "left", "right", "join", "out"]
    assert found.output == "out"


def test_batch_norm_keeps_running_statistics_a_channel() -> None:
    found = planned(node("norm", "batch_norm"), shape=(3, 4, 5)).node("norm")
    assert {name: parameter.shape for name, parameter in found.parameters.items()} == {"weight": (3,), "bias": (3,)}
    assert {name: (buffer.shape, buffer.fill) for name, buffer in found.buffers.items()} == {
        "running_mean": ((3,), 0.0),
        "running_var": ((3,), 1.0),
    }


def test_no_node_of_that_name() -> None:
    with pytest.raises(KeyError):
        planned(node("flat", "flatten")).node("other")


@pytest.mark.parametrize(
    ("nodes", "at", "field", "received"),
    [
        ([node("c", "conv2d", out_channels=4, kernel_size=9)], "c", "kernel_size", "8x8"),
        ([node("p", "max_pool2d", kernel_size=3, padding=2)], "p", "padding", "2x2"),
        ([node("fc", "linear", out_features=3)], "fc", "inputs", "(1, 8, 8)"),
        ([node("f", "flatten"), node("c", "conv2d", out_channels=2)], "c", "inputs", "(64)"),
        (
            [node("a", "conv2d", out_channels=2), node("s", "add", "a", "input")],
            "s",
            "inputs",
            "(2, 6, 6) and (1, 8, 8)",
        ),
        (
            [node("a", "conv2d", out_channels=2), node("s", "concat", "a", "input")],
            "s",
            "inputs",
            "(2, 6, 6) and (1, 8, 8)",
        ),
    ],
    ids=["kernel", "padding", "linear", "flat image", "add", "concat"],
)
def test_shapes_that_do_not_fit_are_located(nodes: list[Node], at: str, field: str, received: str) -> None:
    info = refusal(ShapeError, *nodes)
    assert (info.code, info.node, info.field) == ("shape_mismatch", at, field)
    assert received in info.message
    assert info.hint


FLAT = node("flat", "flatten")


@pytest.mark.parametrize(
    ("nodes", "code", "at", "field", "words"),
    [
        ([FLAT, node("r", "relu", "nobody")], "unknown_input", "r", "inputs", '"nobody"'),
        ([FLAT, node("r", "relu", "flat", "input")], "wrong_inputs", "r", "inputs", "1 input; r has 2: flat, input"),
        ([FLAT, node("s", "add", "flat")], "wrong_inputs", "s", "inputs", "2 or more inputs; s has 1: flat"),
        ([FLAT, node("s", "add")], "wrong_inputs", "s", "inputs", "2 or more inputs; s has 1: flat"),
        ([FLAT, FLAT], "duplicate_name", "flat", "id", "Two nodes are named flat"),
        ([node("input", "flatten")], "reserved_name", "input", "id", "the name of the data"),
        ([node("a", "relu", "a")], "cycle", "a", "inputs", "a → a"),
        (
            [FLAT, node("a", "add", "flat", "c"), node("b", "relu", "a"), node("c", "tanh", "b")],
            "cycle",
            "a",
            "inputs",
            "in a circle",
        ),
        ([FLAT, node("r", "relu", "input")], "unused_output", "flat", None, "Nobody takes the output of flat"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wiring_that_is_wrong_is_located(nodes: list[Node], code: str, at: str, field: str | None, words: str) -> None:
    info = refusal(GraphError, *nodes)
    assert (info.code, info.node, info.field) == (code, at, field)
    assert words in info.message
    assert info.hint


@pytest.mark.parametrize("loss", list(LOSSES))
def test_the_output_must_fit_the_loss_and_the_classes(loss: str) -> None:
    nodes = NetworkSpec.model_validate({"nodes": [FLAT, node("fc", "linear", out_features=7)]}).nodes
    with pytest.raises(ShapeError) as raised:
        plan_for(nodes, DataSpec(), LOSSES[loss](kind=loss))
    info = raised.value.info
    assert (info.code, info.node) == ("output_mismatch", "fc")
    assert "10 classes" in info.message
    assert "puts out 7" in info.message


def test_too_many_parameters_are_laid_to_the_node_that_has_them() -> None:
    found = planned(FLAT, node("huge", "linear", out_features=10**12), node("fc", "linear", out_features=10))
    with pytest.raises(LimitError) as raised:
        check_limits(found, 32, Limits())
    info = raised.value.info
    assert (info.code, info.node) == ("too_many_parameters", "huge")
    assert f"{784 * 10**12 + 10**12:,} of them in huge" in info.message
    assert "200,000,000 at most" in info.message


def test_a_batch_larger_than_memory_is_refused() -> None:
    found = planned(FLAT, node("wide", "linear", out_features=100_000), node("fc", "linear", out_features=10))
    check_limits(found, 1000, Limits())
    with pytest.raises(LimitError) as raised:
        check_limits(found, 100_000, Limits())
    info = raised.value.info
    assert (info.code, info.node, info.field) == ("batch_too_large", "wide", "batch_size")


def test_limits_are_upper_bounds() -> None:
    found = planned(FLAT, node("fc", "linear", out_features=10))
    exact = Limits(parameters=found.parameter_count, batch_bytes=found.values_per_sample * 5 * 4)
    check_limits(found, 5, exact)
    with pytest.raises(LimitError):
        check_limits(found, 6, exact)
    with pytest.raises(LimitError):
        check_limits(found, 5, Limits(parameters=found.parameter_count - 1))
