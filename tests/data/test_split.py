"""The split loses no sample, doubles none, and depends on the seed alone."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from neurarium.data import load_dataset, split_positions, split_sizes
from neurarium.spec import DataSpec
from neurarium.spec.errors import SpecError

counts = st.integers(1, 3000)
fractions = st.floats(0, 0.9)
seeds = st.integers(0, 2**32 - 1)


def spec(fraction: float, train_size: int | None = None) -> DataSpec:
    return DataSpec(validation_fraction=fraction, train_size=train_size)


@given(counts, fractions, seeds)
def test_each_sample_is_in_one_part(count: int, fraction: float, seed: int) -> None:
    assume(count > 1 or fraction == 0)
    train, validation = split_positions(count, spec(fraction), seed)
    assert sorted([*train.tolist(), *validation.tolist()]) == list(range(count))
    assert (len(train), len(validation)) == split_sizes(count, spec(fraction))


@given(counts, fractions)
def test_the_share_is_kept_to_the_nearest_sample(count: int, fraction: float) -> None:
    assume(count > 1 or fraction == 0)
    _, validation = split_sizes(count, spec(fraction))
    assert abs(validation - count * fraction) <= 0.5 or validation == 1
    assert (validation > 0) == (fraction > 0)


@given(st.integers(20, 3000), fractions, seeds, st.data())
def test_a_smaller_train_size_takes_the_first_of_the_same_samples(
    count: int, fraction: float, seed: int, data: st.DataObject
) -> None:
    all_train, all_validation = split_positions(count, spec(fraction), seed)
    size = data.draw(st.integers(1, len(all_train)))
    train, validation = split_positions(count, spec(fraction, size), seed)
    np.testing.assert_array_equal(train, all_train[:size])
    np.testing.assert_array_equal(validation, all_validation)


def test_the_seed_decides() -> None:
    first, again, other = (split_positions(1000, spec(0.1), seed)[1] for seed in (0, 0, 1))
    np.testing.assert_array_equal(first, again)
    assert set(first.tolist()) != set(other.tolist())


def test_known_sizes() -> None:
    assert split_sizes(1797, spec(0.1)) == (1617, 180)
    assert split_sizes(1797, spec(0)) == (1797, 0)
    assert split_sizes(1797, spec(0.1, 1000)) == (1000, 180)
    assert split_sizes(20, spec(0.001)) == (19, 1)


def test_nothing_left_to_train_on() -> None:
    with pytest.raises(SpecError, match=r"Nothing is left to train on: of 1 samples, validation_fraction 0.5 takes 1"):
        split_sizes(1, spec(0.5))
    with pytest.raises(SpecError, match="Nothing is left to train on: of 0 samples"):
        split_sizes(0, spec(0))


def test_more_asked_for_than_there_is() -> None:
    with pytest.raises(SpecError, match=r"train_size is 1,618; of 1,797 samples 1,617 are left") as caught:
        load_dataset(spec(0.1, 1618), 0)
    assert caught.value.info.field == "data.train_size"
    assert "1,617 or less" in str(caught.value.info.hint)


def test_without_a_validation_share_there_is_nothing_to_validate() -> None:
    loaded = load_dataset(spec(0), 0)
    assert len(loaded.train) == 1797
    assert loaded.validation.inputs.shape == (0, 1, 8, 8)
    assert loaded.validation.targets.shape == (0,)


def test_no_sample_is_both_trained_on_and_validated() -> None:
    loaded = load_dataset(DataSpec(dataset="spiral", validation_fraction=0.3), 5)
    train = {tuple(point) for point in loaded.train.inputs.tolist()}
    validation = {tuple(point) for point in loaded.validation.inputs.tolist()}
    assert len(train) == 350
    assert len(validation) == 150
    assert not train & validation


def test_inputs_keep_their_targets() -> None:
    loaded = load_dataset(DataSpec(dataset="xor", options={"noise": 0}), 1)
    for part in (loaded.train, loaded.validation):
        np.testing.assert_array_equal(part.targets, (part.inputs[:, 0] > 0) ^ (part.inputs[:, 1] > 0))
