"""Every value is counted once, in the bin that its edges say, whatever the values are."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from neurarium.probes import histogram
from neurarium.probes.histogram import BINS

any_float32 = st.floats(width=32, allow_nan=True, allow_infinity=True)
few_different = st.sampled_from([0.0, -0.0, 1.0, np.float32(1.0000001), -1e-30, 3e38, -3e38, 1e-45, math.inf, math.nan])
mixed = arrays(np.float32, array_shapes(max_dims=3, max_side=12), elements=any_float32 | few_different)


def finite_part(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return values[np.isfinite(values)]


def counted_one_by_one(values: NDArray[np.float32], edges: NDArray[np.float32]) -> list[int]:
    """Each finite value in its bin by direct comparison: slow, and plainly right."""
    counts = [0] * (len(edges) - 1)
    for value in finite_part(values).tolist():
        inside = [place for place in range(len(counts)) if edges[place] <= value < edges[place + 1]]
        counts[inside[0] if inside else len(counts) - 1] += 1
        assert len(inside) == 1 or value == edges[-1]
    return counts


@settings(max_examples=300)
@given(mixed)
def test_counts_add_up_and_nothing_is_outside(values: NDArray[np.float32]) -> None:
    found = histogram(values, total=values.size)
    edges, counts, finite = found["edges"], found["counts"], finite_part(values)
    assert edges.dtype == np.float32
    assert counts.dtype == np.uint32
    assert (edges.shape, counts.shape) == ((BINS + 1,), (BINS,))
    assert np.isfinite(edges).all()
    assert (np.diff(edges) > 0).all()
    assert counts.sum() == found["sampled"] == finite.size
    assert found["sampled"] + found["non_finite"] == values.size
    if finite.size:
        assert edges[0] <= finite.min() == found["min"]
        assert edges[-1] >= finite.max() == found["max"]


@given(mixed)
def test_each_value_is_in_its_bin(values: NDArray[np.float32]) -> None:
    found = histogram(values, total=values.size)
    assert found["counts"].tolist() == counted_one_by_one(values, found["edges"])


@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 5000),
    st.floats(-30, 30),
    st.floats(-1e4, 1e4),
    st.sampled_from(["normal", "relu", "few"]),
)
def test_it_agrees_with_numpy_on_its_own_edges(
    seed: int, size: int, exponent: float, centre: float, shape: str
) -> None:
    random = np.random.default_rng(seed)
    values = (random.standard_normal(size) * 10**exponent + centre * 10**exponent).astype(np.float32)
    if shape == "relu":
        values = np.maximum(values, 0)
    elif shape == "few":
        values = random.choice(values[:3], size)
    found = histogram(values, total=size)
    # In float64, in which the float32 edges are exact, so that numpy places no value by rounding.
    expected, _ = np.histogram(values.astype(np.float64), found["edges"].astype(np.float64))
    np.testing.assert_array_equal(found["counts"], expected)


@given(mixed)
def test_figures_are_those_of_the_finite_values(values: NDArray[np.float32]) -> None:
    found = histogram(values, total=values.size, saturation_bounds=(-0.5, 0.5))
    finite = finite_part(values).astype(np.float64)
    if not finite.size:
        for name in ("mean", "std", "min", "max", "zero_fraction", "saturated_fraction"):
            assert found[name] is None
        return
    scale = np.abs(finite).max()
    assert found["mean"] == pytest.approx(finite.mean(), rel=1e-9, abs=1e-9 * scale)
    assert found["std"] == pytest.approx(finite.std(), rel=1e-6, abs=1e-9 * scale)
    assert found["zero_fraction"] == np.mean(finite == 0)
    assert found["saturated_fraction"] == np.mean((finite < -0.5) | (finite > 0.5))


@pytest.mark.parametrize("value", [0.0, 1.0, -5.25, 1e-30, 1e-44, 3.4028235e38, -3.4028235e38])
def test_values_that_are_all_alike_get_a_range_around_them(value: float) -> None:
    found = histogram(np.full(100, value, np.float32), total=100)
    edges = found["edges"]
    assert edges[0] <= np.float32(value) <= edges[-1]
    assert (np.diff(edges) > 0).all()
    assert found["counts"].max() == found["counts"].sum() == 100
    assert found["min"] == found["max"] == np.float32(value)
    assert edges[-1] - edges[0] <= max(1e-3 * abs(value), 1e-5)


def test_neighbouring_float32_values_are_told_from_their_range_not_torn_apart() -> None:
    value = np.float32(1000)
    found = histogram(np.array([value, np.nextafter(value, np.float32(2000))]), total=2)
    assert found["counts"].sum() == 2
    assert (np.diff(found["edges"]) > 0).all()


def test_known_answer() -> None:
    found = histogram(np.array([0, 1, 2, 3, 4], np.float32), total=50, saturation_bounds=(0.5, 3.5), bins=4)
    assert found["edges"].tolist() == [0, 1, 2, 3, 4]
    assert found["counts"].tolist() == [1, 1, 1, 2]
    assert (found["sampled"], found["total"], found["non_finite"]) == (5, 50, 0)
    assert (found["mean"], found["std"]) == (2, math.sqrt(2))
    assert (found["min"], found["max"]) == (0, 4)
    assert (found["zero_fraction"], found["saturated_fraction"]) == (0.2, 0.4)


def test_what_is_not_finite_is_counted_apart() -> None:
    found = histogram(np.array([np.nan, np.inf, -np.inf, 1, 3], np.float32), total=5)
    assert (found["sampled"], found["non_finite"]) == (2, 3)
    assert (found["min"], found["max"], found["mean"]) == (1, 3, 2)


def test_without_bounds_nothing_counts_as_saturated() -> None:
    assert histogram(np.ones(3, np.float32), total=3)["saturated_fraction"] is None


def test_float64_beyond_float32_counts_as_not_finite() -> None:
    found = histogram(np.array([1e300, 0.5, -1e300]), total=3)
    assert (found["sampled"], found["non_finite"], found["max"]) == (1, 2, 0.5)


def test_the_values_are_left_as_they_were() -> None:
    values = np.array([3, 1, 2], np.float32)
    values.flags.writeable = False
    histogram(values, total=3)
    assert values.tolist() == [3, 1, 2]
