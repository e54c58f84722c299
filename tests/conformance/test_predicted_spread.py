"""The spread that `POST /api/networks/check` promises is that of the weights which a run starts with."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines.initial import Start, initial_parameters
from neurarium.graph import Limits, check_network, plan
from neurarium.graph.check import ParameterStart
from neurarium.spec import NetworkSpec
from tests.conformance.cases import INITIALIZER_CASES, InitializerCase

CASES = [
    pytest.param(kind, case, id=f"{kind}{case.settings or ''}")
    for kind, cases in INITIALIZER_CASES.items()
    for case in cases
]
IMAGE = {"dataset": "shapes", "options": {"channels": 3, "image_size": 12}}


@st.composite
def networks(draw: st.DrawFn, initializer: dict[str, Any]) -> list[dict[str, Any]]:
    """Draw a convolution, one back to images, and a linear layer, wide enough for their spread to be told."""
    groups = draw(st.sampled_from([1, 2, 4]))
    channels = 8 * draw(st.integers(2, 5))
    kernel = list(draw(st.tuples(st.integers(1, 4), st.integers(2, 5))))
    drawn = {"weight_init": initializer}
    return [
        {"id": "conv", "kind": "conv2d", "out_channels": channels, "kernel_size": kernel, "padding": "same", **drawn},
        {
            "id": "back",
            "kind": "conv_transpose2d",
            "out_channels": 12,
            "groups": groups,
            "kernel_size": kernel,
            **drawn,
        },
        {"id": "norm", "kind": "batch_norm"},
        {"id": "flat", "kind": "flatten"},
        {"id": "fc", "kind": "linear", "out_features": draw(st.integers(20, 60)), **drawn},
    ]


def promised(nodes: list[dict[str, Any]]) -> dict[str, dict[str, ParameterStart]]:
    answer = check_network({"data": IMAGE, "network": {"nodes": nodes}}, Limits())
    assert answer.ok, answer.errors
    return {node.id: node.starts for node in answer.nodes}


@pytest.mark.parametrize(("kind", "case"), CASES)
@settings(max_examples=12)
@given(st.data())
def test_the_weights_of_a_run_spread_as_promised(kind: str, case: InitializerCase, data: st.DataObject) -> None:
    nodes = data.draw(networks({"kind": kind, **case.settings}))
    starts = promised(nodes)
    seed = data.draw(st.integers(0, 1000))
    first = initial_parameters(
        plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, (3, 12, 12)), seed, np.dtype(np.float64), Start()
    )
    for node in ("conv", "back", "fc"):
        weight, start = first[node]["weight"], starts[node]["weight"]
        # No activation stands in this network, so a choice left to it falls on He.
        assert start.initializer == ("he_normal" if kind == "by_activation" else kind)
        # Five standard errors of a standard deviation; a normal distribution's is the largest of these, sigma/sqrt(2n).
        assert abs(weight.std() - start.std) <= 5.0 * start.std / (2.0 * (weight.size - 1)) ** 0.5 + 1e-15
        np.testing.assert_array_equal(first[node]["bias"], 0.0)
        assert starts[node]["bias"] == ParameterStart(initializer=None, std=0.0, fan_in=1, fan_out=1)
    assert starts["norm"]["weight"].std == 0.0


def test_fans_are_those_of_one_group() -> None:
    nodes = [
        {"id": "conv", "kind": "conv2d", "out_channels": 6, "kernel_size": [3, 5], "groups": 3, "padding": "same"},
        {"id": "flat", "kind": "flatten"},
        {"id": "fc", "kind": "linear", "out_features": 4, "weight_init": {"kind": "xavier_normal", "gain": 3.0}},
    ]
    starts = promised(nodes)
    conv, fc = starts["conv"]["weight"], starts["fc"]["weight"]
    assert (conv.fan_in, conv.fan_out) == (15, 30)
    assert conv.std == pytest.approx((2 / 15) ** 0.5)
    assert (fc.fan_in, fc.fan_out) == (6 * 144, 4)
    assert fc.std == pytest.approx(3.0 * (2 / (6 * 144 + 4)) ** 0.5)


def test_a_fan_beyond_all_numbers_is_answered() -> None:
    huge = {"id": "huge", "kind": "linear", "out_features": 10**400}
    nodes = [{"id": "flat", "kind": "flatten"}, huge, {"id": "fc", "kind": "linear", "out_features": 4}]
    answer = check_network({"data": IMAGE, "network": {"nodes": nodes}}, Limits())
    assert [error.code for error in answer.errors] == ["too_many_parameters"]
    assert answer.nodes[2].starts["weight"].std == 0.0
