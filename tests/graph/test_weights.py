"""Weights on offer are compared with the network's by name and shape, and misfits are located."""

from __future__ import annotations

from typing import Any

import pytest

from neurarium.graph import Plan, match_weights, plan
from neurarium.spec.errors import SpecError
from neurarium.spec.run import RunSpec
from tests.support.specs import convnet_spec

ALL: dict[str, tuple[int, ...]] = {
    "conv1.weight": (4, 1, 3, 3),
    "conv1.bias": (4,),
    **{f"norm1.{name}": (4,) for name in ("weight", "bias", "running_mean", "running_var")},
    "fc1.weight": (10, 64),
    "fc1.bias": (10,),
}


@pytest.fixture
def convnet() -> Plan:
    return plan(RunSpec.model_validate(convnet_spec()).network.nodes, (1, 8, 8))


def test_all_weights_of_the_same_network_fit(convnet: Plan) -> None:
    match = match_weights(convnet, ALL)
    assert match.is_complete
    assert set(match.used) == set(ALL)
    assert match.in_words() == "8 of 8 tensors were taken over."


WRONG: dict[str, tuple[dict[str, Any], str | None, list[str]]] = {
    "another shape": ({"fc1.weight": (5, 64)}, "fc1", ["fc1.weight", "(5, 64)", "(10, 64)"]),
    "a missing tensor": ({"norm1.running_var": None}, "norm1", ["norm1.running_var"]),
    "an unknown tensor": ({"fc9.weight": (1,)}, None, ["fc9.weight"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_located_and_taken_only_where_asked(convnet: Plan, name: str) -> None:
    changes, node, words = WRONG[name]
    offered = {key: shape for key, shape in {**ALL, **changes}.items() if shape is not None}
    with pytest.raises(SpecError) as raised:
        match_weights(convnet, offered, field="initial_weights")
    info = raised.value.info
    assert (info.code, info.node, info.field) == ("weights_misfit", node, "initial_weights")
    for word in words:
        assert word in info.message
    match = match_weights(convnet, offered, strict=False)
    assert not match.is_complete
    assert words[0] in (*match.missing, *match.unknown, *match.misfits)
    assert words[0] in match.in_words()
    assert set(match.used) == set(ALL) - set(changes)


def test_weights_of_which_none_fits_are_refused_even_where_parts_are_welcome(convnet: Plan) -> None:
    with pytest.raises(SpecError, match=r"None of the weights.*other\.weight"):
        match_weights(convnet, {"other.weight": (3,)}, strict=False)
