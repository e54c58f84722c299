"""Every initializer: mean, variance and bounds of what it draws, against theory."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines.initial import Start, initial_parameters
from neurarium.graph import plan
from neurarium.spec import NetworkSpec, Shape, parse
from neurarium.spec.errors import SpecError
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.randomness import generator
from tests.conformance.cases import INITIALIZER_CASES, InitializerCase

CASES = [
    pytest.param(kind, case, id=f"{kind}{case.settings or ''}")
    for kind, cases in INITIALIZER_CASES.items()
    for case in cases
]
TENSORS = [((250, 400), 400, 250), ((400, 10, 5, 5), 250, 10_000)]
"""Shape, fan-in and fan-out of the weights of a linear and of a convolutional layer, of 100,000 elements each."""


@pytest.mark.parametrize("tensor", TENSORS)
@pytest.mark.parametrize(("kind", "case"), CASES)
def test_moments_and_bounds(kind: str, case: InitializerCase, tensor: tuple[Shape, int, int]) -> None:
    initializer = INITIALIZERS[kind](kind=kind, **case.settings)
    variance = case.variance(*tensor)
    drawn = initializer.draw(generator(0, kind), *tensor)
    assert drawn.shape == tensor[0]
    assert drawn.dtype == np.float64
    assert initializer.standard_deviation(*tensor) == pytest.approx(variance**0.5, rel=1e-12)
    # Five standard errors: of the mean, and of the variance (at most 2 sigma^4 / n, that of a normal distribution).
    assert abs(drawn.mean() - case.mean) <= 5.0 * (variance / drawn.size) ** 0.5 + 1e-12
    assert abs(drawn.var() - variance) <= 5.0 * variance * (2.0 / drawn.size) ** 0.5 + 1e-24
    distance = np.abs(drawn - case.mean)
    if case.bound is not None:
        bound = case.bound(*tensor)
        # And the bound is reached, nearly: 100,000 uniform draws leave less than a thousandth free.
        assert bound * 0.999 <= distance.max() <= bound * (1 + 1e-15)
    else:
        # A normal distribution has 4.55 % beyond two standard deviations; a uniform one none.
        beyond = (distance > 2.0 * variance**0.5).mean()
        assert 0.042 < beyond < 0.049


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_fans_of_real_layers(kind: str, case: InitializerCase) -> None:
    """The fans are those of the layers: for a convolution, kernel positions count on both sides."""
    initializer = {"kind": kind, **case.settings}
    nodes = [
        {"id": "conv", "kind": "conv2d", "out_channels": 64, "kernel_size": [3, 5], "weight_init": initializer},
        {"id": "flat", "kind": "flatten"},
        {"id": "fc", "kind": "linear", "out_features": 100, "weight_init": initializer},
    ]
    planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, (32, 6, 8))
    first = initial_parameters(planned, 3, np.dtype(np.float32), Start())
    for node, fan_in, fan_out in (("conv", 32 * 15, 64 * 15), ("fc", 64 * 4 * 4, 100)):
        weight = first[node]["weight"]
        variance = case.variance(weight.shape, fan_in, fan_out)
        assert weight.dtype == np.float32
        assert abs(weight.mean() - case.mean) <= 5.0 * (variance / weight.size) ** 0.5 + 1e-6
        assert abs(weight.var() - variance) <= 5.0 * variance * (2.0 / weight.size) ** 0.5 + 1e-12
        np.testing.assert_array_equal(first[node]["bias"], 0.0)


def test_a_layer_more_leaves_the_others_weights_as_they_were() -> None:
    def weights(*units: int) -> np.ndarray:
        nodes = [
            {"id": f"fc{position}", "kind": "linear", "out_features": count} for position, count in enumerate(units)
        ]
        planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, (4,))
        return initial_parameters(planned, 5, np.dtype(np.float64), Start())["fc0"]["weight"]

    np.testing.assert_array_equal(weights(6, 2), weights(6, 9, 3, 2))


def test_seeds_nodes_and_layers_draw_different_numbers() -> None:
    nodes = [{"id": name, "kind": "linear", "out_features": 4} for name in ("a", "b")]
    planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, (4,))
    first = initial_parameters(planned, 0, np.dtype(np.float64), Start())
    other = initial_parameters(planned, 1, np.dtype(np.float64), Start())
    assert not np.array_equal(first["a"]["weight"], first["b"]["weight"])
    assert not np.array_equal(first["a"]["weight"], other["a"]["weight"])


@settings(max_examples=60)
@given(st.lists(st.integers(1, 7), min_size=1, max_size=4), st.floats(0.1, 3.0), st.integers(0, 1000))
def test_orthogonal_rows_or_columns(shape: list[int], gain: float, seed: int) -> None:
    initializer = INITIALIZERS["orthogonal"].model_validate({"kind": "orthogonal", "gain": gain})
    drawn = initializer.draw(np.random.default_rng(seed), tuple(shape), 1, 1)
    assert drawn.shape == tuple(shape)
    matrix = drawn.reshape(shape[0], -1) if len(shape) > 1 else drawn.reshape(1, -1)
    rows, columns = matrix.shape
    product = matrix @ matrix.T if rows <= columns else matrix.T @ matrix
    np.testing.assert_allclose(product, gain**2 * np.eye(min(rows, columns)), atol=1e-12)


def test_every_rotation_is_equally_likely() -> None:
    """QR alone would leave the first column's sign, and so its mean, to the algorithm."""
    initializer = INITIALIZERS["orthogonal"](kind="orthogonal")
    random = np.random.default_rng(0)
    first = np.array([initializer.draw(random, (2, 2), 2, 2) for _ in range(2000)])
    # An element's variance is 1/2; five standard errors.
    assert np.abs(first.mean(axis=0)).max() < 5.0 * (0.5 / 2000) ** 0.5
    assert 0.44 < (np.linalg.det(first) > 0).mean() < 0.56


def test_uniform_needs_low_below_high() -> None:
    nodes = [{"id": "fc", "kind": "linear", "out_features": 1, "weight_init": {"kind": "uniform", "low": 1, "high": 1}}]
    with pytest.raises(SpecError) as raised:
        parse(NetworkSpec, {"nodes": nodes})
    assert raised.value.info.code == "out_of_range"
    assert raised.value.info.node == "fc"
    assert "low below high" in raised.value.info.message
