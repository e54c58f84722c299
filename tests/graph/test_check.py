"""A network that is still being written: what can be inferred is, and each mistake stands where it was made."""

from __future__ import annotations

from typing import Any

from neurarium.graph import Limits, NetworkCheck, check_network
from neurarium.spec.catalog import presets

Node = dict[str, Any]
CONV: Node = {"id": "conv", "kind": "conv2d", "out_channels": 4, "padding": 1}
POOL: Node = {"id": "pool", "kind": "max_pool2d"}
FLAT: Node = {"id": "flat", "kind": "flatten"}
FC: Node = {"id": "fc", "kind": "linear", "out_features": 10}
LOSS = {"kind": "softmax_cross_entropy"}


def check(*nodes: Any, **more: Any) -> NetworkCheck:
    return check_network({"network": {"nodes": list(nodes)}, **more}, Limits())


def found(result: NetworkCheck) -> list[tuple[str | None, str | None, str]]:
    return [(error.node, error.field, error.code) for error in result.errors]


def known(result: NetworkCheck) -> list[str]:
    return [node.id for node in result.nodes]


def test_a_network_that_is_right() -> None:
    result = check(CONV, POOL, FLAT, FC, loss=LOSS, batch_size=100)
    assert result.ok
    assert result.errors == []
    assert result.input_shape == (1, 8, 8)
    assert [node.output_shape for node in result.nodes] == [(4, 8, 8), (4, 4, 4), (64,), (10,)]
    assert [node.parameters for node in result.nodes] == [40, 0, 0, 650]
    assert result.nodes[0].parameter_shapes == {"weight": (4, 1, 3, 3), "bias": (4,)}
    assert result.parameters == 690
    assert result.multiply_adds == 4 * 64 * 9 + 640


def test_every_preset_is_right() -> None:
    for preset in presets():
        spec = preset.spec.model_dump(mode="json")
        given = {name: spec[name] for name in ("data", "network", "loss", "batch_size")}
        assert check_network(given, Limits()).errors == []


def test_a_node_with_a_mistake_takes_nothing_before_it_along() -> None:
    result = check(CONV, POOL, FLAT, {**FC, "out_feature": 3}, loss=LOSS)
    assert not result.ok
    assert known(result) == ["conv", "pool", "flat"]
    assert found(result) == [("fc", "out_feature", "unknown_field")]


def test_nodes_behind_a_mistake_are_not_blamed() -> None:
    result = check(CONV, {**POOL, "kernel_size": 0}, FLAT, FC)
    assert known(result) == ["conv"]
    assert found(result) == [("pool", "kernel_size", "out_of_range")]


def test_a_kernel_larger_than_its_input() -> None:
    result = check(CONV, POOL, {**CONV, "id": "conv2", "kernel_size": 7, "padding": 0}, FLAT, FC, loss=LOSS)
    assert known(result) == ["conv", "pool"]
    assert found(result) == [("conv2", "kernel_size", "shape_mismatch")]
    assert "7x7" in result.errors[0].message
    assert "4x4" in result.errors[0].message


def test_several_mistakes_at_once() -> None:
    result = check({**CONV, "out_channels": 0}, {**POOL, "strides": 2}, FLAT, {**FC, "kind": "dense"})
    assert found(result) == [
        ("conv", "out_channels", "out_of_range"),
        ("pool", "strides", "unknown_field"),
        ("fc", "kind", "unknown_kind"),
    ]


def test_a_name_given_twice_is_one_mistake_and_the_first_node_is_known() -> None:
    result = check(FLAT, FC, {**FC, "out_features": 5}, {"id": "relu", "kind": "relu"})
    assert found(result) == [("fc", "id", "duplicate_name")]
    assert known(result) == ["flat", "fc"]


def test_the_datas_name_is_taken() -> None:
    result = check({**CONV, "id": "input"}, FLAT, FC)
    assert found(result) == [("input", "id", "reserved_name")]
    assert known(result) == []


def test_a_cycle() -> None:
    result = check(FLAT, {"id": "a", "kind": "add", "inputs": ["flat", "b"]}, {"id": "b", "kind": "relu"}, FC)
    assert found(result) == [("a", "inputs", "cycle")]


def test_wrong_inputs_leave_the_other_branch_known() -> None:
    result = check(CONV, {**POOL, "inputs": ["conv", "input"]}, {**FLAT, "inputs": ["conv"]}, FC)
    assert found(result) == [("pool", "inputs", "wrong_inputs")]
    assert known(result) == ["conv", "flat", "fc"]


def test_a_billion_billion_parameters_are_refused_with_or_without_a_loss() -> None:
    huge: Node = {"id": "huge", "kind": "linear", "out_features": 10**12}
    for more in ({}, {"loss": LOSS}):
        result = check(FLAT, huge, FC, **more)
        assert found(result) == [("huge", None, "too_many_parameters")]
        assert known(result) == ["flat", "huge", "fc"]
        assert result.parameters == 64 * 10**12 + 10**12 + 10**13 + 10


def test_a_batch_larger_than_memory_is_refused() -> None:
    result = check({**CONV, "out_channels": 4000}, FLAT, FC, loss=LOSS, batch_size=100_000)
    assert found(result) == [("conv", "batch_size", "batch_too_large")]


def test_an_output_that_does_not_fit_the_classes() -> None:
    result = check(FLAT, {**FC, "out_features": 3}, loss=LOSS)
    assert found(result) == [("fc", None, "output_mismatch")]
    assert known(result) == ["flat", "fc"]


def test_data_and_loss_are_checked_too() -> None:
    assert found(check(FLAT, FC, data={"dataset": "spirals"})) == [(None, "data.dataset", "unknown_dataset")]
    assert found(check(FLAT, FC, loss={"kind": "hinge"})) == [(None, "loss.kind", "unknown_kind")]
    assert found(check(FLAT, FC, batch_size="many")) == [(None, "batch_size", "invalid_value")]
    assert found(check(FLAT, FC, batch_size=0)) == [(None, "batch_size", "out_of_range")]
    assert found(check_network({"network": {"nodes": [FLAT, FC], "edges": []}}, Limits())) == [
        (None, "network.edges", "unknown_field")
    ]
    assert found(check(FLAT, FC, optimiser={})) == [(None, "optimiser", "unknown_field")]


def test_whatever_is_sent_is_answered() -> None:
    for raw in (
        {},
        {"network": None},
        {"network": []},
        {"network": {}},
        {"network": {"nodes": None}},
        {"network": {"nodes": []}},
        {"network": {"nodes": {}}},
        {"network": {"nodes": [None, 5, "conv", [], {}]}},
        {"network": {"nodes": [{"id": 5, "kind": []}]}},
        {"network": {"nodes": [{**CONV, "inputs": "input"}]}},
        {"network": {"nodes": [CONV, FLAT, FC], "edges": []}},
        {"network": {"nodes": [CONV, FLAT, FC]}, "data": None, "loss": 3},
        {"network": {"nodes": [CONV, FLAT, FC]}, "batch_size": "many"},
    ):
        result = check_network(raw, Limits())
        assert not result.ok, raw
        assert result.errors, raw
        assert all(error.message and error.code for error in result.errors)


def test_a_million_nodes_are_refused_unread() -> None:
    nodes = [{"id": f"r{position}", "kind": "relu"} for position in range(1_000_000)]
    result = check(*nodes)
    assert [(error.field, error.code) for error in result.errors] == [("network.nodes", "out_of_range")]
    assert result.nodes == []
    assert len(result.errors[0].message) < 300
