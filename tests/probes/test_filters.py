"""Filters are the weights themselves, with their own range."""

import numpy as np
import pytest

from neurarium.probes import filters


@pytest.mark.parametrize(
    ("shape", "shown"),
    [((4, 1, 3, 3), (4, 1, 3, 3)), ((64, 16, 1, 1), (64, 16, 1, 1)), ((70, 20, 2, 5), (64, 16, 2, 5))],
)
def test_the_first_filters(shape: tuple[int, ...], shown: tuple[int, ...]) -> None:
    weight = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    found = filters(weight)
    assert found is not None
    np.testing.assert_array_equal(found["weight"], weight[:64, :16])
    assert found["weight"].shape == shown
    assert found["weight"].flags.c_contiguous
    assert (found["out_channels"], found["in_channels"]) == shape[:2]
    assert (found["low"], found["high"]) == (found["weight"].min(), found["weight"].max())


def test_they_are_a_copy() -> None:
    weight = np.ones((2, 1, 3, 3), np.float32)
    found = filters(weight)
    assert found is not None
    weight[:] = 5
    assert found["weight"].max() == 1


def test_the_range_is_that_of_the_finite_values() -> None:
    found = filters(np.array([np.nan, np.inf, -3, 2], np.float32).reshape(1, 1, 2, 2))
    assert found is not None
    assert (found["low"], found["high"]) == (-3, 2)
    assert filters(np.full((1, 1, 2, 2), np.nan, np.float32)) is None
