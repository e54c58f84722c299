"""The curves of activations: those of the layers that train, with their settings, and their derivatives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines.scratch.single import run_pointwise
from neurarium.probes.activation_curve import MOST_POINTS, ActivationCurve, CurveRequest, measure_curve
from neurarium.spec.errors import SpecError
from neurarium.spec.layers import LAYERS, PointwiseLayer
from tests.conformance.arrays import normal
from tests.conformance.cases import LAYER_CASES, LayerCase
from tests.conformance.layers import ScratchLayer, TorchLayer

ACTIVATIONS = [kind for kind, layer in LAYERS.items() if layer.documentation.family == "activation"]
WITH_CURVE = [kind for kind, layer in LAYERS.items() if layer.has_curve()]
CASES = [
    pytest.param(kind, dict(case), id=f"{kind}{dict(case) or ''}")
    for kind in WITH_CURVE
    # In the order of the cases, and each once: a set's order differs between two processes that share the tests.
    for case in dict.fromkeys(tuple(case.settings.items()) for case in LAYER_CASES[kind])
]


def curve(kind: str, settings: dict[str, Any] | None = None, **where: Any) -> ActivationCurve:
    node = {"id": "node", "kind": kind, **(settings or {})}
    return measure_curve(CurveRequest.model_validate({"node": node, **where}))


def test_all_activations_but_softmax_have_a_curve() -> None:
    assert set(ACTIVATIONS) - set(WITH_CURVE) == {"softmax"}
    assert set(WITH_CURVE) <= set(ACTIVATIONS)


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_a_curve_is_declared_where_values_go_through_one_by_one(kind: str) -> None:
    """Measured: other neighbours change an output of softmax, and of nothing else."""
    layer = ScratchLayer(LayerCase(kind, {}, ((5,),), 4).node(), np.float64)
    x = normal(0, kind, (4, 5))
    among = layer.forward([x]).copy()
    x[:, 1:] += 1.0
    assert np.array_equal(layer.forward([x])[:, 0], among[:, 0]) == LAYERS[kind].has_curve()


@pytest.mark.parametrize(("kind", "chosen"), CASES)
def test_the_derivative_is_the_slope_of_the_curve(kind: str, chosen: dict[str, Any]) -> None:
    """By central differences over the measured curve itself, save over kinks and jumps, which all lie at zero."""
    found = curve(kind, chosen, low=-3, high=3, points=2001)
    x, y, derivative = (np.array(values, float) for values in (found.x, found.y, found.derivative))
    slope = (y[2:] - y[:-2]) / (x[2:] - x[:-2])
    smooth = np.abs(x[1:-1]) > 0.004
    # The quotient's own error: h^2 / 6 of the third derivative, which beta = 60 makes large.
    sharp = 1e-2 if chosen.get("beta", 1) > 10 else 5e-5
    np.testing.assert_allclose(derivative[1:-1][smooth], slope[smooth], atol=sharp)


@pytest.mark.torch
@pytest.mark.parametrize(("kind", "chosen"), CASES)
def test_curves_are_torchs(kind: str, chosen: dict[str, Any]) -> None:
    found = curve(kind, chosen, low=-8, high=8, points=160)
    theirs = TorchLayer(LayerCase(kind, chosen, ((1,),), 160).node(), np.float64)
    output = theirs.forward([np.array(found.x)[:, None]])
    (derivative,), _ = theirs.backward(np.ones_like(output))
    np.testing.assert_allclose(np.array(found.y, float), output[:, 0], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(np.array(found.derivative, float), derivative[:, 0], rtol=1e-12, atol=1e-12)


@settings(max_examples=40)
@given(st.floats(0, 1), st.floats(0.01, 5), st.floats(0.1, 20))
def test_settings_shape_the_curve(slope: float, alpha: float, beta: float) -> None:
    at = {"low": -4, "high": 2, "points": 4}
    assert curve("leaky_relu", {"negative_slope": slope}, **at).y == pytest.approx([-4 * slope, -2 * slope, 0, 2])
    assert curve("leaky_relu", {"negative_slope": slope}, **at).derivative == pytest.approx([slope, slope, slope, 1])
    assert curve("elu", {"alpha": alpha}, **at).y[0] == pytest.approx(alpha * (np.exp(-4) - 1))
    assert curve("softplus", {"beta": beta}, **at).y[2] == pytest.approx(np.log(2) / beta)


@pytest.mark.parametrize("kind", WITH_CURVE)
def test_saturation_is_counted_as_in_a_run(kind: str) -> None:
    found = curve(kind, points=1201)
    layer = LAYERS[kind](id="node", kind=kind)
    assert (found.saturated is None) == (layer.saturation_bounds is None)
    if found.saturated and kind != "step":
        # Where it says so, the slope is a twentieth of its steepest at most, or nearly (the bounds are of outputs).
        slopes = np.abs(np.array(found.derivative, float))
        assert slopes[found.saturated].max() <= 0.2 * slopes.max()
        assert not found.saturated[600 + 60]


def test_a_layer_of_a_network_keeps_its_inputs_out_of_it() -> None:
    relu = LAYERS["relu"](id="relu1", kind="relu", inputs=("a", "b"))
    output, derivative = run_pointwise(relu, np.array([-1.0, 2.0]))
    assert (output.tolist(), derivative.tolist()) == ([0.0, 2.0], [0.0, 1.0])


@pytest.mark.parametrize("kind", ["softmax", "linear", "batch_norm", "dropout", "max_pool2d", "add"])
def test_a_layer_without_a_curve_says_which_have_one(kind: str) -> None:
    settings = {"out_features": 3} if kind == "linear" else {}
    with pytest.raises(SpecError) as raised:
        curve(kind, settings)
    info = raised.value.info
    assert (info.code, info.node, info.field) == ("no_curve", "node", "node.kind")
    assert "sigmoid" in str(info.hint)


def test_far_ends_stay_numbers_or_are_told_to_be_none() -> None:
    for kind in WITH_CURVE:
        found = curve(kind, low=-1e6, high=1e6, points=MOST_POINTS)
        assert len(found.x) == len(found.y) == len(found.derivative) == MOST_POINTS
        assert all(value is not None for value in (*found.y, *found.derivative)), kind


def test_a_range_has_to_rise() -> None:
    with pytest.raises(SpecError) as raised:
        curve("relu", low=1, high=1)
    assert (raised.value.info.code, raised.value.info.field) == ("out_of_range", "low")


def test_mixing_is_a_matter_of_activations() -> None:
    """Normalisation and dropout leave shapes alone too, and are no curves: the family says so."""
    pointwise = [layer for layer in LAYERS.values() if issubclass(layer, PointwiseLayer)]
    others = [layer for layer in pointwise if layer.documentation.family != "activation"]
    assert others
    assert not [layer for layer in others if layer.has_curve()]
