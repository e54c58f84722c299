"""The gradient check finds right gradients right, wrong ones wrong, and says where it cannot judge."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.engines.scratch.layers.tanh import TanhLayer
from neurarium.spec.errors import LimitError
from neurarium.spec.run import RunSpec
from neurarium.training.gradient_check import MOST_VALUES, TOLERANCE, check_gradients
from tests.support.specs import ENGINES, convnet_spec, enormous_spec, linear, plane_spec


def checked(**changes: Any) -> Any:
    return check_gradients(RunSpec.model_validate(plane_spec(**changes)))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_smooth_network_is_right_in_every_value(engine: str) -> None:
    result = checked(engine=engine, dtype="float32")
    assert (result.verdict, result.engine, result.batch, result.at_kinks) == ("right", engine, 10, 0)
    assert [(entry.node, entry.parameter, entry.size) for entry in result.parameters] == [
        ("fc1", "weight", 16),
        ("fc1", "bias", 8),
        ("fc2", "weight", 16),
        ("fc2", "bias", 2),
    ]
    for entry in result.parameters:
        assert entry.checked == entry.size
        assert entry.max_relative_error is not None
        assert 0 <= entry.max_relative_error < TOLERANCE
        assert entry.largest_gradient > 0
        assert entry.verdict == "right"
    assert result.checked == 42


@pytest.mark.parametrize("engine", ENGINES)
def test_a_convnet_with_batch_norm_dropout_and_kinks_is_right_where_it_can_be_judged(engine: str) -> None:
    result = check_gradients(RunSpec.model_validate(convnet_spec(engine=engine)))
    assert result.verdict == "right"
    assert result.batch == 16
    sizes = {f"{entry.node}.{entry.parameter}": (entry.size, entry.checked) for entry in result.parameters}
    assert sizes["fc1.weight"] == (640, MOST_VALUES)
    assert result.at_kinks < result.checked / 4
    assert check_gradients(RunSpec.model_validate(convnet_spec(engine=engine))) == result


def test_a_wrong_derivative_is_found_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    backward = TanhLayer.backward

    def wrong(self: TanhLayer, gradient: np.ndarray) -> Any:
        (by_input,) = backward(self, gradient)  # pyright: ignore[reportCallIssue]
        return (by_input * 1.0001,)

    monkeypatch.setattr(TanhLayer, "backward", wrong)
    result = checked()
    assert result.verdict == "wrong"
    assert {entry.node: entry.verdict for entry in result.parameters} == {"fc1": "wrong", "fc2": "right"}
    assert result.max_relative_error == pytest.approx(1e-4, rel=0.01)


def test_values_that_sit_on_a_kink_are_counted_and_not_judged() -> None:
    """Weights of zero put every ReLU at its corner."""
    zero = {"kind": "zeros"}
    nodes = [linear("fc1", 3, weight_init=zero), {"id": "relu1", "kind": "relu"}, linear("fc2", 2)]
    result = checked(network={"nodes": nodes})
    by_name = {(entry.node, entry.parameter): entry for entry in result.parameters}
    bias = by_name["fc1", "bias"]
    assert bias.at_kinks == bias.checked == 3
    assert (bias.verdict, bias.max_relative_error) == ("kinks", None)
    assert by_name["fc2", "weight"].verdict == "right"
    assert result.verdict == "right"
    assert result.at_kinks >= 3


def test_weights_to_start_from_are_those_that_are_checked() -> None:
    spec = RunSpec.model_validate(plane_spec())
    given = check_gradients(spec, {"fc2.weight": np.zeros((2, 8)), "fc2.bias": np.zeros(2)})
    assert given.loss == pytest.approx(np.log(2))
    assert given.verdict == "right"


def test_a_network_that_is_too_large_is_refused_with_the_node() -> None:
    with pytest.raises(LimitError) as raised:
        check_gradients(RunSpec.model_validate(enormous_spec()))
    assert raised.value.info.node == "fc2"
