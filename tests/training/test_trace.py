"""One step under the glass: the worked example of the book, and the same numbers in both engines."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.spec.errors import LimitError, SpecError
from neurarium.training.trace import Trace, TraceRequest, check_trace, trace
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec

W1, W2 = [[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]


def worked_example(engine: str = "scratch") -> dict[str, Any]:
    """Two inputs, two hidden sigmoids, two outputs: computed by hand in many a textbook."""
    nodes = [
        linear("hidden", 2),
        {"id": "sigmoid1", "kind": "sigmoid"},
        linear("out", 2),
        {"id": "sigmoid2", "kind": "sigmoid"},
    ]
    return {
        "spec": {
            "engine": engine,
            "device": "cpu",
            "dtype": "float64",
            "data": {"dataset": "xor"},
            "network": {"nodes": nodes},
            "loss": {"kind": "sum_of_squares"},
            "optimizer": {"kind": "sgd", "learning_rate": 0.5},
        },
        "inputs": [[0.05, 0.10]],
        "targets": [[0.01, 0.99]],
        "parameters": {"hidden.weight": W1, "hidden.bias": [0.35, 0.35], "out.weight": W2, "out.bias": [0.60, 0.60]},
    }


def traced(raw: dict[str, Any]) -> Trace:
    return trace(TraceRequest.model_validate(raw))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_worked_example(engine: str) -> None:
    result = traced(worked_example(engine))
    assert [node.node for node in result.forward] == ["hidden", "sigmoid1", "out", "sigmoid2"]
    assert [node.node for node in result.backward] == ["sigmoid2", "out", "sigmoid1", "hidden"]
    assert result.forward[-1].output.values[0] == pytest.approx([0.75136507, 0.77292847], abs=5e-9)
    assert result.loss == pytest.approx(0.298371109, abs=5e-10)
    after = {node.node: node.parameters["weight"].value.values for node in result.backward if node.parameters}
    np.testing.assert_allclose(after["out"], [[0.35891648, 0.40866619], [0.51130127, 0.56137012]], atol=5e-9)
    np.testing.assert_allclose(after["hidden"], [[0.14978072, 0.19956143], [0.24975114, 0.29950229]], atol=5e-9)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_number_of_the_worked_example_follows_from_those_before_it(engine: str) -> None:
    result = traced(worked_example(engine))
    nodes, back = {node.node: node for node in result.forward}, {node.node: node for node in result.backward}
    x = np.array(result.inputs.values)
    assert nodes["hidden"].inputs[0].node == "input"
    np.testing.assert_array_equal(nodes["hidden"].inputs[0].values, x)
    hidden = x @ np.array(W1).T + 0.35
    activated = 1 / (1 + np.exp(-hidden))
    y = np.array(nodes["sigmoid2"].output.values)
    np.testing.assert_allclose(nodes["hidden"].output.values, hidden)
    np.testing.assert_allclose(nodes["sigmoid1"].output.values, activated)
    by_y = y - [[0.01, 0.99]]
    by_out = by_y * y * (1 - y)
    by_activated = by_out @ np.array(W2)
    by_hidden = by_activated * activated * (1 - activated)
    for name, expected in (("sigmoid2", by_y), ("out", by_out), ("sigmoid1", by_activated), ("hidden", by_hidden)):
        np.testing.assert_allclose(back[name].gradient.values, expected, rtol=1e-12)
    np.testing.assert_allclose(result.input_gradient.values, by_hidden @ np.array(W1), rtol=1e-12)
    weight = back["out"].parameters["weight"]
    np.testing.assert_allclose(weight.gradient.values, by_out.T @ activated, rtol=1e-12)
    np.testing.assert_allclose(weight.update.values, -0.5 * np.array(weight.gradient.values), rtol=1e-12)
    np.testing.assert_allclose(weight.value.values, np.array(W2) + np.array(weight.update.values), rtol=1e-12)
    assert nodes["out"].parameters["weight"].values == W2


@pytest.mark.torch
def test_both_engines_trace_the_same_numbers_of_a_graph_with_a_skip() -> None:
    spec = convnet_spec(batch_size=3, dtype="float64", device="cpu")
    skip = {"id": "both", "kind": "add", "inputs": ["relu1", "conv1"]}
    spec["network"]["nodes"].insert(3, skip)
    ours, theirs = (traced({"spec": {**spec, "engine": engine}}) for engine in ("scratch", "torch"))
    assert [node.node for node in ours.backward] == [node["id"] for node in reversed(spec["network"]["nodes"])]
    assert [taken.node for taken in ours.forward[3].inputs] == ["relu1", "conv1"]
    first, second = ours.model_dump(exclude={"engine"}), theirs.model_dump(exclude={"engine"})

    def compare(one: Any, other: Any, place: str) -> None:
        if isinstance(one, dict):
            assert set(one) == set(other), place
            if "values" in one:
                assert one["shape"] == other["shape"] == list(np.shape(one["values"])), place
                np.testing.assert_allclose(one["values"], other["values"], rtol=1e-7, atol=1e-9, err_msg=place)
                return
            # Only the scratch engine's lines are written down.
            for name in one.keys() - {"lines", "loss_lines", "update_lines"}:
                compare(one[name], other[name], f"{place}.{name}")
        elif isinstance(one, list):
            assert len(one) == len(other), place
            for position, pair in enumerate(zip(one, other, strict=True)):
                compare(*pair, f"{place}[{position}]")
        else:
            assert one == (pytest.approx(other) if isinstance(one, float) else other), place

    compare(first, second, "trace")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_frozen_node_has_gradients_and_no_update(engine: str) -> None:
    raw = worked_example(engine)
    raw["spec"]["frozen"] = ["hidden"]
    weight = traced(raw).backward[-1].parameters["weight"]
    assert np.abs(weight.gradient.values).max() > 0
    assert weight.value.values == W1
    assert not np.any(weight.update.values)


def change(raw: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**raw, **fields}


REFUSED: dict[str, tuple[dict[str, Any], str | None, str]] = {
    "inputs alone": (change(worked_example(), targets=None), None, "targets"),
    "inputs of another shape": (change(worked_example(), inputs=[[1, 2, 3]]), None, "inputs"),
    "rows of different lengths": (change(worked_example(), inputs=[[1, 2], [3]]), None, "inputs"),
    "inputs that are no numbers": (change(worked_example(), inputs=[["a", "b"]]), None, "inputs"),
    "too few targets": (change(worked_example(), targets=[[1, 0], [0, 1]]), None, "targets"),
    "a class that is not there": (change(worked_example(), targets=[2]), None, "targets"),
    "no samples": (change(worked_example(), inputs=[], targets=[]), None, "inputs"),
    "weights of another shape": (change(worked_example(), parameters={"out.weight": [[1.0]]}), "out", "parameters"),
    "weights of no node": (change(worked_example(), parameters={"nobody.weight": [1.0]}), None, "parameters"),
    "weights that are no numbers": (
        change(worked_example(), parameters={"out.bias": "much"}),
        None,
        "parameters.out.bias",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused_before_anything_is_computed(name: str) -> None:
    raw, node, field = REFUSED[name]
    with pytest.raises(SpecError) as raised:
        check_trace(TraceRequest.model_validate(raw))
    assert (raised.value.info.node, raised.value.info.field) == (node, field)


def test_a_trace_that_would_be_too_large_names_the_node() -> None:
    spec = plane_spec(network={"nodes": [linear("fc1", 3), linear("wide", 40_000), linear("fc2", 2)]})
    with pytest.raises(LimitError, match="at wide") as raised:
        check_trace(TraceRequest.model_validate({"spec": spec}))
    assert (raised.value.info.node, raised.value.info.code) == ("wide", "trace_too_large")


def test_a_number_that_is_not_finite_is_null() -> None:
    raw = worked_example()
    raw["spec"]["loss"] = {"kind": "softmax_cross_entropy"}
    raw["spec"]["network"]["nodes"] = raw["spec"]["network"]["nodes"][:3]
    raw = change(raw, targets=[1], inputs=[[1e200, 1e200]], parameters={"out.weight": [[1e200, 0], [0, 1]]})
    raw["parameters"]["hidden.weight"] = [[1e200, 1e200], [1, 1]]
    raw["spec"]["network"]["nodes"][1] = {"id": "relu1", "kind": "relu"}
    result = traced(raw)
    assert result.loss is None
    assert result.forward[-1].output.values[0][0] is None
