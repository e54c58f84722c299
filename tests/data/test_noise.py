"""Noise is standard normal, its teacher is linear, and its random labels tell nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from scipy.optimize import linprog

from neurarium.data import load_dataset
from neurarium.data.samples import Samples
from neurarium.data.sources import load_source
from neurarium.spec import DataSpec


def everything(seed: int = 0, **options: Any) -> Samples:
    dataset = DataSpec(dataset="noise", options=options).source
    return load_source(dataset, seed).recorded.pick(slice(None))


@given(
    samples=st.integers(20, 200),
    features=st.integers(1, 50),
    classes=st.integers(2, 30),
    labels=st.sampled_from(["teacher", "random"]),
    seed=st.integers(0, 2**32 - 1),
)
def test_there_are_as_many_as_asked_for(samples: int, features: int, classes: int, labels: str, seed: int) -> None:
    noise = everything(seed, samples=samples, features=features, classes=classes, labels=labels)
    assert noise.inputs.shape == (samples, features)
    assert (noise.inputs.dtype, noise.targets.dtype) == (np.float32, np.int64)
    assert noise.targets.shape == (samples,)
    assert noise.targets.min() >= 0
    assert noise.targets.max() < classes


def test_every_feature_is_standard_normal() -> None:
    inputs = everything(samples=20_000, features=8).inputs.astype(np.float64)
    # Five standard errors of a mean, of a variance and of a share.
    error = 5 / len(inputs) ** 0.5
    assert np.abs(inputs.mean(axis=0)).max() < error
    assert np.abs(inputs.var(axis=0) - 1).max() < error * 2**0.5
    within = (np.abs(inputs) < 1).mean(axis=0)
    assert np.abs(within - 0.6827).max() < error / 2
    correlation = np.corrcoef(inputs.T) - np.eye(8)
    assert np.abs(correlation).max() < error


def is_linear(noise: Samples, classes: int) -> bool:
    """Whether one linear layer without bias can give every label: a linear programme's feasibility."""
    rows = []
    for vector, target in zip(noise.inputs.astype(np.float64), noise.targets, strict=True):
        for other in set(range(classes)) - {int(target)}:
            row = np.zeros((classes, len(vector)))
            row[other], row[target] = vector, -vector
            rows.append(row.ravel())
    answer = linprog(np.zeros(rows[0].size), np.array(rows), -np.ones(len(rows)), bounds=(None, None))
    return answer.status == 0


def test_the_teacher_is_one_linear_layer_and_random_labels_have_none() -> None:
    options = {"samples": 300, "features": 10, "classes": 3}
    assert is_linear(everything(**options), 3)
    assert not is_linear(everything(**options, labels="random"), 3)


def test_random_labels_say_nothing_of_the_vectors() -> None:
    noise = everything(samples=20_000, features=5, classes=4, labels="random")
    means = np.array([noise.inputs[noise.targets == name].mean(axis=0) for name in range(4)])
    assert np.abs(means).max() < 5 / (len(noise) / 4) ** 0.5
    assert np.bincount(noise.targets).min() > 4500


def test_labels_and_length_leave_the_vectors_as_they_are() -> None:
    taught, drawn, longer = everything(), everything(labels="random"), everything(samples=3000)
    np.testing.assert_array_equal(taught.inputs, drawn.inputs)
    np.testing.assert_array_equal(taught.inputs, longer.inputs[:1000])
    np.testing.assert_array_equal(taught.targets, longer.targets[:1000])
    assert (taught.targets != drawn.targets).mean() > 0.8


def test_the_seed_fixes_all_of_it() -> None:
    first, again, other = everything(3), everything(3), everything(4)
    np.testing.assert_array_equal(first.inputs, again.inputs)
    np.testing.assert_array_equal(first.targets, again.targets)
    assert not np.array_equal(first.inputs, other.inputs)


def test_it_is_split_as_any_other_set() -> None:
    loaded = load_dataset(DataSpec(dataset="noise", options={"samples": 50, "features": 7}), 0)
    assert (loaded.input_shape, len(loaded.train), len(loaded.validation), loaded.test) == ((7,), 45, 5, None)


def test_more_than_fits_into_memory_is_refused() -> None:
    with pytest.raises(ValidationError, match="fit into memory 2684 at a time; lower samples"):
        DataSpec(dataset="noise", options={"samples": 100_000, "features": 100_000})
