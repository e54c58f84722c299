"""What is sent in two bytes a value is what was measured, to 0.05 %, and says what was left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.probes.compact import as_halves, block_means, compact, finite_range, smallest_block


def restored(figures: dict[str, object]) -> np.ndarray:
    values, scale = figures["values"], figures["scale"]
    assert isinstance(values, np.ndarray)
    assert values.dtype == np.float16
    assert values.flags.c_contiguous
    return values.astype(np.float64) * float(scale)  # type: ignore[arg-type]


@given(st.integers(-120, 120), st.integers(0, 2**32 - 1))
def test_values_of_any_size_keep_eleven_binary_digits(exponent: int, seed: int) -> None:
    drawn = np.random.default_rng(seed).uniform(0.01, 1, (4, 5)) * 2.0**exponent
    values = (drawn * np.where(drawn > np.median(drawn), 1, -1)).astype(np.float32)
    figures = compact(values, (5,))
    np.testing.assert_allclose(restored(figures), values, rtol=2.0**-11)
    assert (figures["low"], figures["high"]) == (values.min(), values.max())


def test_a_vanishing_signal_beside_a_strong_one_does_not_vanish() -> None:
    values = np.array([3.0, 3e-8], np.float32)
    stored, scale = as_halves(values, 3e-8, 3.0)
    assert stored[1] * scale == pytest.approx(3e-8, rel=0.1)


def test_zeros_are_zeros_and_what_is_not_finite_stays_so() -> None:
    assert restored(compact(np.zeros((3,), np.float32), (3,))).tolist() == [0, 0, 0]
    figures = compact(np.array([np.nan, np.inf, -np.inf, 2.0, -1.0], np.float32), (5,))
    np.testing.assert_array_equal(restored(figures), [np.nan, np.inf, -np.inf, 2, -1])
    assert (figures["low"], figures["high"]) == (-1, 2)
    assert finite_range(np.array([np.nan])) == (None, None)


def test_images_are_reduced_by_the_means_of_square_blocks() -> None:
    images = np.arange(2 * 5 * 7, dtype=np.float64).reshape(2, 5, 7)
    found = block_means(images, 3)
    assert found.shape == (2, 2, 3)
    for row in range(2):
        for column in range(3):
            expected = images[:, 3 * row : 3 * row + 3, 3 * column : 3 * column + 3].mean(axis=(1, 2))
            np.testing.assert_allclose(found[:, row, column], expected)


@pytest.mark.parametrize(
    ("shape", "most", "sent", "block"),
    [
        ((16, 28, 28), 65_536, (16, 28, 28), 1),
        ((100, 4, 4), 65_536, (64, 4, 4), 1),
        ((64, 64, 64), 65_536, (64, 32, 32), 2),
        ((8, 10, 10), 100, (8, 3, 3), 4),
        ((9, 6, 6), 4, (4, 1, 1), 6),
    ],
)
def test_no_more_is_sent_than_was_allowed(shape: tuple[int, ...], most: int, sent: tuple[int, ...], block: int) -> None:
    figures = compact(np.ones(shape, np.float32), shape, most)
    assert figures["values"].shape == sent
    assert (figures["shape"], figures["block"]) == (list(shape), block)
    assert figures["values"].size <= most


def test_the_smallest_block_that_fits_is_taken() -> None:
    assert smallest_block((3, 8, 8), 3 * 64) == 1
    assert smallest_block((3, 8, 8), 3 * 64 - 1) == 2


def test_many_of_one_shape_share_what_is_allowed() -> None:
    samples = np.random.default_rng(0).standard_normal((16, 1, 28, 28)).astype(np.float32)
    figures = compact(samples, (1, 28, 28), 16 * 14 * 14)
    assert figures["values"].shape == (16, 1, 14, 14)
    np.testing.assert_allclose(restored(figures), block_means(samples, 2), rtol=1e-3, atol=1e-6)
    assert compact(samples[:, 0, 0], (28,), 160)["values"].shape == (16, 10)
