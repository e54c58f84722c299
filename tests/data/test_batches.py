"""Batches cover every epoch once, and any step gives the same batch however one comes to it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.data import Batches, Samples, steps_per_epoch
from neurarium.spec.randomness import generator

counts = st.integers(1, 200)
sizes = st.integers(1, 250)
seeds = st.integers(0, 2**32 - 1)


def numbered(count: int) -> Samples:
    """Samples that carry their own position."""
    order = np.arange(count)
    return Samples(np.stack([order, -order], axis=1).astype(np.float32), order.astype(np.int64))


@given(counts, sizes, seeds, st.integers(0, 5))
def test_an_epoch_takes_each_sample_once_in_the_order_of_its_stream(
    count: int, size: int, seed: int, epoch: int
) -> None:
    batches = Batches(numbered(count), size, seed)
    first = epoch * batches.steps_per_epoch
    seen = [batches.batch(step).targets for step in range(first, first + batches.steps_per_epoch)]
    np.testing.assert_array_equal(np.concatenate(seen), generator(seed, "batches", epoch).permutation(count))
    # Only the last batch may be shorter, and none is empty.
    assert all(len(targets) == min(size, count) for targets in seen[:-1])
    assert 1 <= len(seen[-1]) <= size


@given(counts, sizes, seeds, st.lists(st.integers(0, 2000), min_size=1, max_size=20))
def test_any_step_can_be_asked_for_in_any_order(count: int, size: int, seed: int, steps: list[int]) -> None:
    samples = numbered(count)
    kept = Batches(samples, size, seed)
    for step in steps:
        fresh = Batches(samples, size, seed).batch(step)
        found = kept.batch(step)
        np.testing.assert_array_equal(found.targets, fresh.targets)
        np.testing.assert_array_equal(found.inputs, fresh.inputs)


@given(counts, sizes, seeds, st.integers(0, 2000))
def test_a_batch_is_contiguous_and_the_callers_own(count: int, size: int, seed: int, step: int) -> None:
    samples = numbered(count)
    batches = Batches(samples, size, seed)
    batch = batches.batch(step)
    assert batch.inputs.dtype == np.float32
    assert batch.targets.dtype == np.int64
    assert batch.inputs.flags.c_contiguous
    np.testing.assert_array_equal(batch.inputs[:, 0], batch.targets)
    before = batch.inputs.copy()
    batch.inputs[:] = np.nan
    np.testing.assert_array_equal(batches.batch(step).inputs, before)


def test_each_epoch_has_an_order_of_its_own() -> None:
    batches = Batches(numbered(100), 100, seed=0)
    first, second = (batches.batch(step).targets.tolist() for step in (0, 1))
    assert first != second
    assert first != list(range(100))


def test_known_answers() -> None:
    assert steps_per_epoch(1617, 100) == 17
    assert steps_per_epoch(100, 100) == 1
    assert steps_per_epoch(1, 100) == 1
    batches = Batches(numbered(1617), 100, 0)
    assert batches.steps_per_epoch == 17
    assert len(batches.batch(16).targets) == 17
    assert len(batches.batch(17).targets) == 100


@pytest.mark.parametrize(("count", "size"), [(0, 10), (10, 0), (10, -1)])
def test_batches_of_nothing_are_refused(count: int, size: int) -> None:
    with pytest.raises(ValueError, match="needs samples and a batch_size"):
        Batches(numbered(count), size, 0)


def test_a_negative_step_is_refused() -> None:
    batches = Batches(numbered(10), 5, 0)
    batches.batch(0)
    with pytest.raises(ValueError, match="a step is 0 or more; received -1"):
        batches.batch(-1)
