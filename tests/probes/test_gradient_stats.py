"""Norms and ratios are those of the definitions, for tiny and huge gradients too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.probes import gradient_stats, total_norm
from neurarium.probes.kinds.gradient_stats import CHUNK

ONES = np.ones((2, 2), np.float32)


def test_known_answer() -> None:
    gradient = np.array([[3, -4], [0, 0]], np.float32)
    parameter = np.array([[6, 8], [0, 0]], np.float32)
    found = gradient_stats(gradient, parameter, update_norm=0.01)
    assert found["norm"] == 5
    assert found["mean"] == -0.25
    assert found["std"] == pytest.approx(gradient.std())
    assert found["max_abs"] == 4
    assert found["update_ratio"] == pytest.approx(0.001)


@given(st.integers(0, 2**32 - 1), st.integers(1, 3000), st.integers(-37, 36))
def test_any_scale(seed: int, size: int, exponent: int) -> None:
    gradient = (np.random.default_rng(seed).standard_normal(size) * 10.0**exponent).astype(np.float32)
    found = gradient_stats(gradient, gradient, None)
    exact = gradient.astype(np.float64)
    assert found["norm"] == pytest.approx(np.linalg.norm(exact), rel=1e-12)
    assert found["mean"] == pytest.approx(exact.mean(), rel=1e-9, abs=1e-12 * 10.0**exponent)
    assert found["std"] == pytest.approx(exact.std(), rel=1e-6, abs=1e-7 * 10.0**exponent)
    assert found["max_abs"] == np.abs(exact).max()


def test_a_tensor_of_several_chunks() -> None:
    gradient = np.random.default_rng(0).standard_normal((3, CHUNK // 2 + 5)).astype(np.float32)
    found = gradient_stats(gradient, 2 * gradient, update_norm=1.0)
    norm = np.linalg.norm(gradient.astype(np.float64))
    assert found["norm"] == pytest.approx(norm)
    assert found["update_ratio"] == pytest.approx(1 / (2 * norm))
    assert found["std"] == pytest.approx(gradient.std(dtype=np.float64))


def test_a_view_in_another_order_gives_the_same() -> None:
    gradient = np.random.default_rng(0).standard_normal((6, 7)).astype(np.float32)
    assert gradient_stats(gradient.T, gradient.T, 0.5) == pytest.approx(gradient_stats(gradient, gradient, 0.5))


def test_no_update_and_nothing_to_compare_with_give_no_ratio() -> None:
    assert gradient_stats(ONES, ONES, None)["update_ratio"] is None
    assert gradient_stats(ONES, 0 * ONES, 0.5)["update_ratio"] is None
    assert gradient_stats(ONES, ONES, 0.0)["update_ratio"] == 0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_figures_that_are_not_finite_are_left_out(bad: float) -> None:
    gradient = np.array([1, bad, 2], np.float32)
    found = gradient_stats(gradient, np.ones(3, np.float32), 0.3)
    assert (found["norm"], found["mean"], found["std"], found["max_abs"]) == (None, None, None, None)
    assert found["update_ratio"] == pytest.approx(0.3 / np.sqrt(3))
    assert gradient_stats(np.array([np.inf, -np.inf], np.float32), gradient[:2], 0.3)["update_ratio"] is None


def test_a_gradient_of_zeros() -> None:
    found = gradient_stats(0 * ONES, ONES, 0.0)
    assert found == {"norm": 0, "mean": 0, "std": 0, "max_abs": 0, "update_ratio": 0}


def test_all_gradients_together() -> None:
    stats = [gradient_stats(np.array([value], np.float32), ONES, None) for value in (3, 4, 12)]
    assert total_norm(stats) == 13
    assert total_norm([]) == 0
    assert total_norm([*stats, {"norm": None}]) is None
