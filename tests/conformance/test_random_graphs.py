"""Graphs that nobody drew: branches, skips, joins and shared inputs train one step alike in both engines."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines import create_engine
from neurarium.graph import plan
from neurarium.spec import RunSpec, Shape
from neurarium.spec.layers import LAYERS
from tests.conformance.arrays import normal

pytestmark = pytest.mark.torch

CLASSES, BATCH, RATE = 3, 4, 0.1
IMAGE: Shape = (2, 4, 5)
SMALL = {"kind": "normal", "std": 0.3}
# Those with a kink, too: on it lie only exact zeros, of which both engines think alike, since everything before them is
# drawn at random, and equal to some fifteen digits in both.
ACTIVATIONS = ("tanh", "sigmoid", "softplus", "silu", "gelu", "elu", "softmax", "identity", "relu", "leaky_relu")
ON_IMAGES: tuple[dict[str, Any], ...] = (
    {"kind": "conv2d", "out_channels": 2, "padding": "same", "weight_init": SMALL},
    {"kind": "conv2d", "out_channels": 4, "kernel_size": [1, 3], "padding": "same", "groups": 2, "weight_init": SMALL},
    {"kind": "conv2d", "out_channels": 2, "padding": 2, "dilation": 2, "weight_init": SMALL},
    {"kind": "conv_transpose2d", "out_channels": 2, "padding": 1, "weight_init": SMALL},
    {"kind": "avg_pool2d", "kernel_size": 3, "stride": 1, "padding": 1},
    {"kind": "max_pool2d", "kernel_size": 3, "stride": 1, "padding": 1},
    {"kind": "adaptive_avg_pool2d", "output_size": [4, 5]},
    {"kind": "batch_norm"},
    {"kind": "layer_norm"},
    {"kind": "local_response_norm", "alpha": 0.5},
    {"kind": "dropout", "p": 0.3},
)
JOINS = ("add", "multiply", "concat")


@st.composite
def graphs(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw the nodes of a network for `IMAGE`: each takes any earlier ones, and what nobody took meets at the end."""
    shapes: dict[str, Shape] = {"input": IMAGE}
    nodes: list[dict[str, Any]] = []

    def place(settings: dict[str, Any], inputs: list[str]) -> str:
        node = {"id": f"n{len(nodes)}", **settings, "inputs": inputs}
        layer = LAYERS[settings["kind"]].model_validate(node)
        shapes[node["id"]] = layer.output_shape([shapes[name] for name in inputs])
        nodes.append(node)
        return node["id"]

    for _ in range(draw(st.integers(2, 9))):
        taken = draw(st.sampled_from(sorted(shapes)))
        what = draw(st.sampled_from(("join", "activation", "layer")))
        if what == "activation":
            place({"kind": draw(st.sampled_from(ACTIVATIONS))}, [taken])
        elif what == "layer":
            place(dict(draw(st.sampled_from(ON_IMAGES))), [taken])
        else:
            alike = sorted(name for name, shape in shapes.items() if shape == shapes[taken])
            # The same node may be taken twice.
            others = draw(st.lists(st.sampled_from(alike), min_size=1, max_size=2))
            place({"kind": draw(st.sampled_from(JOINS))}, [taken, *others])

    used = {name for node in nodes for name in node["inputs"]}
    loose = [node["id"] for node in nodes if node["id"] not in used]
    flat = [place({"kind": "flatten"}, [name]) for name in loose]
    last = flat[0] if len(flat) == 1 else place({"kind": "concat"}, flat)
    place({"kind": "linear", "out_features": CLASSES, "weight_init": SMALL}, [last])
    return nodes


@settings(max_examples=60)
@given(graphs(), st.integers(0, 3))
def test_one_step_is_the_same_in_both_engines(nodes: list[dict[str, Any]], seed: int) -> None:
    base = {"network": {"nodes": nodes}, "device": "cpu", "seed": seed, "optimizer": {"kind": "sgd"}}
    spec = RunSpec.model_validate({**base, "engine": "scratch"})
    planned = plan(spec.network.nodes, IMAGE)
    scratch, torch = (
        create_engine(spec.model_copy(update={"engine": name}), planned, np.float64) for name in ("scratch", "torch")
    )
    inputs, targets = normal(seed, "inputs", (BATCH, *IMAGE)), np.arange(BATCH) % CLASSES
    before = {name: tensor.copy() for name, tensor in scratch.state().items()}
    ours, theirs = (engine.train_step(inputs, targets, RATE, observe=True) for engine in (scratch, torch))
    assert ours.loss == pytest.approx(theirs.loss, rel=1e-9)
    for node in planned.nodes:
        for name in node.parameters:
            expected = torch.observation.gradient(node.name, name)
            scale = max(float(np.abs(expected).max()), 1e-3)
            np.testing.assert_allclose(
                scratch.observation.gradient(node.name, name), expected, rtol=1e-9, atol=1e-9 * scale
            )
    after = scratch.state()
    for name, tensor in torch.state().items():
        np.testing.assert_allclose(after[name], tensor, rtol=1e-9, atol=1e-9, err_msg=name)
    assert any(not np.array_equal(after[name], tensor) for name, tensor in before.items() if name != "step")
