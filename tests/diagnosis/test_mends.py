"""Mends on networks of every shape: what they leave is a network, with what was asked for where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.diagnosis import apply_patch
from neurarium.diagnosis.mends import (
    Editor,
    Mend,
    adam,
    another_activation,
    another_rate,
    batch_norm_after,
    clipping,
    dropout,
    early_stopping,
    is_ill_drawn,
    normalised_input,
    redrawn,
    scaled_input,
    weight_decay,
)
from neurarium.diagnosis.structure import Structure
from neurarium.graph import INPUT, Plan, plan_for
from neurarium.spec.run import RunSpec
from neurarium.words import verbatim
from tests.conformance.networks import NETWORKS
from tests.support.specs import linear


def planned(spec: RunSpec) -> Plan:
    return plan_for(spec.network.nodes, spec.data, spec.loss)


def mended(spec: RunSpec, mend: Mend | None) -> RunSpec:
    assert mend is not None
    return RunSpec.model_validate(apply_patch(spec.model_dump(mode="json"), mend.patch))


def run_of(*nodes: dict[str, Any], **settings: Any) -> RunSpec:
    return RunSpec.model_validate({"network": {"nodes": [{"id": "flat1", "kind": "flatten"}, *nodes]}, **settings})


def mlp(activation: str = "relu", **settings: Any) -> RunSpec:
    return run_of(
        linear("fc1", 20, weight_init={"kind": "normal", "std": 0.01}),
        {"id": "act1", "kind": activation},
        linear("fc2", 10),
        **settings,
    )


def inputs_without(plan: Plan, new: set[str]) -> dict[str, tuple[str, ...]]:
    """Return who takes what, as if the nodes `new`, of one input each, were not there."""
    behind = {node.name: node.inputs[0] for node in plan.nodes if node.name in new}

    def source(name: str) -> str:
        while name in behind:
            name = behind[name]
        return name

    return {node.name: tuple(map(source, node.inputs)) for node in plan.nodes if node.name not in new}


@pytest.mark.parametrize("name", NETWORKS)
@given(data=st.data())
@settings(max_examples=15)
def test_a_node_can_be_put_behind_any_other_of_any_network(name: str, data: st.DataObject) -> None:
    """All that took the old node's output takes the new one's, and nothing else changes."""
    spec = NETWORKS[name]
    before = planned(spec)
    sources = [INPUT, *(node.name for node in before.nodes if node.name != before.output)]
    chosen = data.draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3, unique=True))
    editor = Editor(spec)
    new = {editor.insert_after(source, "identity"): source for source in chosen}
    after = planned(mended(spec, editor.finish("test", verbatim("test"))))
    assert {node.name for node in after.nodes} == {node.name for node in before.nodes} | set(new)
    assert inputs_without(after, set(new)) == {node.name: node.inputs for node in before.nodes}
    takers = {node.name: node.inputs for node in after.nodes if node.name not in new}
    for node, source in new.items():
        assert after.node(node).inputs == (source,)
        # Nobody goes past it.
        assert all(source not in inputs for inputs in takers.values())
    assert after.output == before.output


@pytest.mark.parametrize("name", NETWORKS)
def test_every_mend_leaves_a_network_that_can_be_planned(name: str) -> None:
    spec = NETWORKS[name]
    structure = Structure(planned(spec))
    activations = [
        node
        for node, each in structure.nodes.items()
        if each.layer.kind in ("sigmoid", "tanh", "relu") and node != structure.plan.output
    ]
    mends = [
        batch_norm_after(spec, structure, structure.weighted_nodes),
        redrawn(spec, structure, structure.weighted_nodes),
        normalised_input(spec, structure),
        dropout(spec, structure),
        early_stopping(spec),
        weight_decay(spec),
        clipping(spec),
        adam(spec),
        another_rate(spec, 0.1),
        *(another_activation(spec, structure, [node], "leaky_relu") for node in activations),
    ]
    made = [mend for mend in mends if mend is not None]
    assert len(made) >= 4
    for mend in made:
        planned(mended(spec, mend))


def test_batch_normalisation_comes_before_the_activation_and_not_behind_the_output() -> None:
    spec = mlp()
    mend = batch_norm_after(spec, Structure(planned(spec)), ["fc1", "fc2"])
    after = mended(spec, mend)
    assert [node.id for node in after.network.nodes] == ["flat1", "fc1", "norm1", "act1", "fc2"]
    assert mend is not None
    assert mend.figures == {"nodes": ["fc1"]}
    assert batch_norm_after(after, Structure(planned(after)), ["fc1"]) is None


@pytest.mark.parametrize(
    ("activation", "kind"), [("relu", "he_normal"), ("gelu", "he_normal"), ("tanh", "xavier_normal")]
)
def test_weights_are_redrawn_as_the_activation_behind_them_asks(activation: str, kind: str) -> None:
    spec = mlp(activation)
    after = mended(spec, redrawn(spec, Structure(planned(spec)), ["fc1"])).network.nodes
    assert getattr(after[1], "weight_init").kind == kind  # noqa: B009
    assert after[2:] == spec.network.nodes[2:]


@pytest.mark.parametrize(
    ("init", "is_ill"),
    [
        ({"kind": "he_normal"}, False),
        ({"kind": "he_uniform"}, False),
        ({"kind": "xavier_normal"}, False),
        ({"kind": "orthogonal", "gain": 1.414}, False),
        ({"kind": "normal", "std": 0.15}, False),
        ({"kind": "normal", "std": 0.01}, True),
        ({"kind": "normal", "std": 1}, True),
        ({"kind": "zeros"}, True),
        ({"kind": "constant", "value": 0.1}, True),
        ({"kind": "uniform", "low": -0.3, "high": 0.3}, False),
        ({"kind": "uniform", "low": -0.4, "high": 0.2}, True),
    ],
)
def test_what_counts_as_ill_drawn(init: dict[str, Any], is_ill: bool) -> None:
    spec = run_of(linear("fc1", 64, weight_init=init), {"id": "relu1", "kind": "relu"}, linear("fc2", 10))
    assert is_ill_drawn(Structure(planned(spec)), "fc1") is is_ill
    normalised = run_of(
        linear("fc1", 64, weight_init=init),
        {"id": "norm1", "kind": "batch_norm"},
        {"id": "relu1", "kind": "relu"},
        linear("fc2", 10),
    )
    assert not is_ill_drawn(Structure(planned(normalised)), "fc1")


def test_weights_that_are_not_drawn_are_not_redrawn_and_a_changed_network_takes_what_fits() -> None:
    spec = mlp(initial_weights={"run": "other"})
    structure = Structure(planned(spec))
    assert redrawn(spec, structure, ["fc1"]) is None
    after = mended(spec, batch_norm_after(spec, structure, ["fc1"]))
    assert after.initial_weights is not None
    assert after.initial_weights.strict is False
    assert after.initial_weights.run == "other"
    only_faster = mended(spec, another_rate(spec, 0.1))
    assert only_faster.initial_weights == spec.initial_weights


@pytest.mark.parametrize(
    ("rate", "factor", "expected"),
    [(0.1, 0.1, 0.01), (1e-5, 1000, 0.01), (1e-5, 1234, 0.01), (500, 1000, 100), (1e-9, 1e-3, None)],
)
def test_another_rate_has_one_digit_and_stays_in_reach(rate: float, factor: float, expected: float | None) -> None:
    mend = another_rate(mlp(optimizer={"kind": "sgd", "learning_rate": rate}), factor)
    assert (mend and mend.figures["rate"]) == (expected and pytest.approx(expected))


def test_what_is_there_already_is_not_proposed() -> None:
    spec = mlp(
        optimizer={"kind": "adam", "learning_rate": 0.001, "weight_decay": 0.03},
        early_stopping={"patience": 3},
    )
    dropped = run_of(linear("fc1", 20), {"id": "drop1", "kind": "dropout"}, linear("fc2", 10))
    assert early_stopping(spec) is None
    assert weight_decay(spec) is None
    assert adam(spec) is None
    assert clipping(spec) is None
    assert clipping(mlp(optimizer={"kind": "sgd", "learning_rate": 0.1, "clip_norm": 0.5})) is None
    assert dropout(dropped, Structure(planned(dropped))) is None
    one_layer = run_of(linear("fc1", 10))
    assert dropout(one_layer, Structure(planned(one_layer))) is None
    assert early_stopping(mlp(data={"dataset": "digits", "validation_fraction": 0})) is None
    assert batch_norm_after(mlp(batch_size=1), Structure(planned(spec)), ["fc1"]) is None
    assert scaled_input(spec) is None  # digits are scaled unless told otherwise
    assert scaled_input(run_of(linear("fc1", 2), data={"dataset": "xor"})) is None


def test_weight_decay_goes_up_by_tens_and_is_stronger_where_it_is_decoupled() -> None:
    coupled = mlp(optimizer={"kind": "sgd", "learning_rate": 0.1})
    decoupled = mlp(optimizer={"kind": "adamw", "learning_rate": 0.001, "weight_decay": 0})
    assert mended(coupled, weight_decay(coupled)).optimizer.weight_decay == 0.001
    assert mended(decoupled, weight_decay(decoupled)).optimizer.weight_decay == 0.01
    again = mended(coupled, weight_decay(coupled))
    assert mended(again, weight_decay(again)).optimizer.weight_decay == pytest.approx(0.01)


def test_adam_keeps_what_was_set_besides_the_rate() -> None:
    spec = mlp(optimizer={"kind": "momentum", "learning_rate": 1e-6, "weight_decay": 0.01, "max_norm": 3})
    optimizer = mended(spec, adam(spec)).optimizer
    assert (optimizer.kind, optimizer.learning_rate) == ("adam", 0.001)
    assert (optimizer.weight_decay, optimizer.max_norm) == (0.01, 3)
