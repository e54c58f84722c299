"""Weights that leave their initializer to the activation: which one they get, in stacks and in graphs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.engines.initial import Start, initial_parameters
from neurarium.graph import plan
from neurarium.spec import NetworkSpec
from neurarium.spec.initializers import Initializer
from neurarium.spec.layers import LAYERS

Node = dict[str, Any]
RECTIFIERS = ("relu", "elu", "gelu", "silu", "softplus")
SYMMETRIC = ("sigmoid", "tanh", "softmax")


def layer(name: str, kind: str, *inputs: str, **settings: Any) -> Node:
    left_open = {"weight_init": {"kind": "by_activation"}}
    required = {
        "linear": {"out_features": 6, **left_open},
        "conv2d": {"out_channels": 4, "padding": "same", **left_open},
    }
    return {
        "id": name,
        "kind": kind,
        **required.get(kind, {}),
        **({"inputs": list(inputs)} if inputs else {}),
        **settings,
    }


def chosen(*nodes: Node, shape: tuple[int, ...] = (6,)) -> dict[str, Initializer]:
    planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, shape)
    found = {node.name: node.parameters["weight"].initializer for node in planned.nodes if "weight" in node.parameters}
    return {name: initializer for name, initializer in found.items() if initializer is not None}


@pytest.mark.parametrize("kind", [*RECTIFIERS, *SYMMETRIC])
def test_the_activation_behind_decides(kind: str) -> None:
    found = chosen(layer("fc1", "linear"), layer("act", kind), layer("fc2", "linear"))
    assert found["fc1"].kind == ("he_normal" if kind in RECTIFIERS else "xavier_normal")
    assert found["fc2"].kind == "he_normal"  # nothing follows it


def test_every_activation_has_a_say_or_lets_others_have_it() -> None:
    activations = {kind for kind, one in LAYERS.items() if one.documentation.family == "activation"}
    assert activations == {*RECTIFIERS, *SYMMETRIC, "leaky_relu", "identity", "step"}
    for kind in ("identity", "step"):
        assert chosen(layer("fc", "linear"), layer("a", kind), layer("b", "tanh"))["fc"].kind == "xavier_normal"


def test_a_leaky_relu_gives_its_slope() -> None:
    found = chosen(layer("fc1", "linear"), layer("act", "leaky_relu", negative_slope=0.3))
    assert found["fc1"].model_dump() == {"kind": "he_normal", "mode": "fan_in", "negative_slope": 0.3}


def test_the_way_leads_past_layers_without_a_say_and_ends_at_other_weights() -> None:
    found = chosen(
        layer("conv1", "conv2d"),
        layer("norm", "batch_norm"),
        layer("pool", "max_pool2d", kernel_size=2),
        layer("drop", "dropout"),
        layer("flat", "flatten"),
        layer("tanh", "tanh"),
        layer("fc1", "linear"),
        layer("fc2", "linear"),
        layer("sigmoid", "sigmoid"),
        shape=(2, 4, 4),
    )
    assert {name: one.kind for name, one in found.items()} == {
        "conv1": "xavier_normal",
        "fc1": "he_normal",
        "fc2": "xavier_normal",
    }


def test_where_the_way_parts_the_first_branch_with_an_activation_decides() -> None:
    found = chosen(
        layer("fc1", "linear"),
        layer("straight", "linear", "fc1"),
        layer("bent", "tanh", "fc1"),
        layer("late", "relu", "fc1"),
        layer("sum", "add", "straight", "bent", "late"),
        layer("end", "sigmoid"),
    )
    assert found["fc1"].kind == "xavier_normal"
    assert found["straight"].kind == "xavier_normal"


def test_a_choice_that_was_made_stands() -> None:
    assert chosen(layer("fc", "linear", weight_init={"kind": "ones"}), layer("act", "tanh"))["fc"].kind == "ones"


def test_weights_are_those_of_the_same_choice_made_by_hand() -> None:
    def weights(**settings: Any) -> np.ndarray:
        nodes = [layer("fc", "linear", **settings), layer("act", "tanh"), layer("out", "linear")]
        planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, (6,))
        return initial_parameters(planned, 3, np.dtype(np.float64), Start())["fc"]["weight"]

    np.testing.assert_array_equal(weights(), weights(weight_init={"kind": "xavier_normal"}))
    assert not np.array_equal(weights(), weights(weight_init={"kind": "he_normal"}))


def test_no_layer_leaves_it_open_by_itself() -> None:
    """Or networks that differ in an activation alone would start from different weights."""
    for kind, one in LAYERS.items():
        default = one.settings_defaults().get("weight_init")
        assert default is None or default["kind"] == "he_normal", kind
