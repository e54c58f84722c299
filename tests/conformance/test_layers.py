"""Every layer kind in both engines: shapes, gradients by central differences, and one engine against the other."""

from __future__ import annotations

import numpy as np
import pytest

from tests.conformance.arrays import central_difference, distinct, normal
from tests.conformance.cases import LAYER_CASES, LayerCase
from tests.conformance.layers import LayerUnderTest, ScratchLayer, TorchLayer

CASES = [pytest.param(case, id=str(case)) for cases in LAYER_CASES.values() for case in cases]
ENGINES = [pytest.param(ScratchLayer, id="scratch"), pytest.param(TorchLayer, id="torch", marks=pytest.mark.torch)]
WITH_MODES = [case for kind in ("dropout", "batch_norm") for case in LAYER_CASES[kind]]


def inputs_of(case: LayerCase, dtype: type = np.float64) -> list[np.ndarray]:
    return [
        distinct(position, "input", (case.batch, *shape), dtype) for position, shape in enumerate(case.inputs, start=1)
    ]


def upstream(case: LayerCase, dtype: type = np.float64) -> np.ndarray:
    """A derivative by the output, as the layer behind would hand it down."""
    return normal(0, "upstream", (case.batch, *case.node().output_shape), dtype)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("case", CASES)
def test_output_has_the_inferred_shape(case: LayerCase, engine: type) -> None:
    node = case.node()
    layer: LayerUnderTest = engine(node, np.float64)
    for training in (True, False):
        output = layer.forward(inputs_of(case), training=training)
        assert output.shape == (case.batch, *node.output_shape)
        assert np.isfinite(output).all()


@pytest.mark.parametrize("case", CASES)
def test_scratch_gradients_are_central_differences(case: LayerCase) -> None:
    layer = ScratchLayer(case.node(), np.float64)
    inputs, weights = inputs_of(case), upstream(case)

    def weighted_output() -> float:
        return float((layer.forward(inputs) * weights).sum())

    weighted_output()
    by_inputs, by_parameters = layer.backward(weights)
    by_inputs = [by_input.copy() for by_input in by_inputs]
    assert len(by_inputs) == len(inputs)
    assert set(by_parameters) == set(layer.parameters)
    for x, by_input in zip(inputs, by_inputs, strict=True):
        assert_close_to_difference(by_input, central_difference(weighted_output, x))
    for name, parameter in layer.parameters.items():
        assert_close_to_difference(by_parameters[name].copy(), central_difference(weighted_output, parameter))


def assert_close_to_difference(derivative: np.ndarray, difference: np.ndarray) -> None:
    """Relative error below 1e-6, of each element, and of the largest one where an element is nearly zero."""
    assert derivative.shape == difference.shape
    scale = np.maximum(np.abs(difference), 1e-2 * max(np.abs(difference).max(), 1e-2))
    assert (np.abs(derivative - difference) / scale).max() < 1e-6


@pytest.mark.torch
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 1e-5)], ids=["float64", "float32"])
@pytest.mark.parametrize("case", CASES)
def test_engines_agree(case: LayerCase, dtype: type, tolerance: float) -> None:
    scratch, torch = ScratchLayer(case.node(), dtype), TorchLayer(case.node(), dtype)
    inputs, weights = inputs_of(case, dtype), upstream(case, dtype)
    assert_agree(scratch.forward(inputs), torch.forward(inputs), tolerance)
    ours, ours_by_parameter = scratch.backward(weights)
    theirs, theirs_by_parameter = torch.backward(weights)
    assert len(ours) == len(theirs) == len(inputs)
    for by_input, expected in zip(ours, theirs, strict=True):
        assert_agree(by_input, expected, tolerance)
    assert set(ours_by_parameter) == set(theirs_by_parameter)
    for name, expected in theirs_by_parameter.items():
        assert_agree(ours_by_parameter[name], expected, tolerance)
    scratch.commit()
    torch.commit()
    for name, expected in torch.kept().items():
        assert_agree(scratch.kept()[name], expected, tolerance)
    assert_agree(scratch.forward(inputs, training=False), torch.forward(inputs, training=False), tolerance)


def assert_agree(ours: np.ndarray, theirs: np.ndarray, tolerance: float) -> None:
    """Agreement to `tolerance`, relative to each value, or to one where it is smaller."""
    assert ours.dtype == theirs.dtype
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("case", [pytest.param(case, id=str(case)) for case in WITH_MODES])
def test_forward_alone_changes_nothing_kept(case: LayerCase, engine: type) -> None:
    layer: LayerUnderTest = engine(case.node(), np.float64)
    before = {name: kept.copy() for name, kept in layer.kept().items()}
    layer.forward(inputs_of(case))
    layer.forward(inputs_of(case), training=False)
    for name, kept in layer.kept().items():
        np.testing.assert_array_equal(kept, before[name])


@pytest.mark.parametrize("engine", ENGINES)
def test_batch_norm_normalises_by_the_batch_and_remembers_it(engine: type) -> None:
    case = LayerCase("batch_norm", {"momentum": 0.25, "eps": 1e-3}, ((2, 3, 4),), batch=5)
    layer: LayerUnderTest = engine(case.node(), np.float64)
    (x,) = inputs_of(case)
    gamma, beta = (layer.parameters[name].reshape(2, 1, 1) for name in ("weight", "bias"))
    mean, variance = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))

    trained = layer.forward([x])
    normal_x = (x - mean.reshape(2, 1, 1)) / np.sqrt(variance + 1e-3).reshape(2, 1, 1)
    np.testing.assert_allclose(trained, gamma * normal_x + beta, rtol=1e-12, atol=1e-12)

    layer.commit()
    count = x.size // 2
    np.testing.assert_allclose(layer.kept()["running_mean"], 0.25 * mean, rtol=1e-12)
    running_var = 0.75 + 0.25 * variance * count / (count - 1)
    np.testing.assert_allclose(layer.kept()["running_var"], running_var, rtol=1e-12)

    evaluated = layer.forward([x], training=False)
    running_x = (x - (0.25 * mean).reshape(2, 1, 1)) / np.sqrt(running_var + 1e-3).reshape(2, 1, 1)
    np.testing.assert_allclose(evaluated, gamma * running_x + beta, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("engine", ENGINES)
def test_batch_norm_of_a_single_value_puts_out_the_bias(engine: type) -> None:
    case = LayerCase("batch_norm", {"momentum": 0.25}, ((3,),), batch=1)
    layer: LayerUnderTest = engine(case.node(), np.float64)
    (x,) = inputs_of(case)
    np.testing.assert_allclose(layer.forward([x])[0], layer.parameters["bias"])
    (by_input,), by_parameters = layer.backward(np.ones((1, 3)))
    np.testing.assert_array_equal(by_input, np.zeros((1, 3)))
    np.testing.assert_array_equal(by_parameters["weight"], np.zeros(3))
    np.testing.assert_array_equal(by_parameters["bias"], np.ones(3))
    layer.commit()
    np.testing.assert_allclose(layer.kept()["running_mean"], 0.25 * x[0])
    np.testing.assert_allclose(layer.kept()["running_var"], np.full(3, 0.75))


@pytest.mark.parametrize("engine", ENGINES)
def test_dropout_silences_its_share_and_keeps_the_mean(engine: type) -> None:
    case = LayerCase("dropout", {"p": 0.3}, ((200,),), batch=100)
    layer: LayerUnderTest = engine(case.node(), np.float64)
    ones = np.ones((100, 200))
    output = layer.forward([ones])
    np.testing.assert_allclose(np.unique(output), [0.0, 1.0 / 0.7])
    # 20,000 draws: five standard deviations are 0.016.
    assert abs((output == 0).mean() - 0.3) < 0.016
    np.testing.assert_array_equal(layer.forward([ones], training=False), ones)


@pytest.mark.parametrize("engine", ENGINES)
def test_max_pooling_hands_the_gradient_to_the_first_of_equals(engine: type) -> None:
    case = LayerCase("max_pool2d", {"kernel_size": 2, "stride": 1}, ((1, 2, 3),), batch=1)
    layer: LayerUnderTest = engine(case.node(), np.float64)
    layer.forward([np.array([[[[0.0, 5.0, 0.0], [5.0, 5.0, 0.0]]]])])
    (by_input,), _ = layer.backward(np.array([[[[1.0, 10.0]]]]))
    np.testing.assert_array_equal(by_input, [[[[0.0, 11.0, 0.0], [0.0, 0.0, 0.0]]]])
