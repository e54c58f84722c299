"""The generated points of the plane lie where their formulas say."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.data import load_dataset
from neurarium.data.samples import Samples
from neurarium.data.sources import load_source, source_kinds
from neurarium.spec import DataSpec
from neurarium.spec.datasets import DATASETS
from neurarium.spec.datasets.base import PlaneDataset

PLANE = sorted(name for name, kind in DATASETS.items() if issubclass(kind, PlaneDataset))


def everything(kind: str, seed: int = 0, **options: Any) -> Samples:
    dataset = DataSpec(dataset=kind, options=options).source
    return load_source(dataset, seed).recorded.pick(slice(None))


def test_every_described_data_set_has_a_source_and_no_source_is_left_over() -> None:
    assert source_kinds() == tuple(sorted(DATASETS))


@pytest.mark.parametrize("kind", PLANE)
@given(samples=st.integers(20, 400), noise=st.floats(0, 2), seed=st.integers(0, 2**32 - 1))
def test_classes_are_balanced_and_interleaved(kind: str, samples: int, noise: float, seed: int) -> None:
    classes = len(DataSpec(dataset=kind).source.class_names())
    points = everything(kind, seed, samples=samples, noise=noise)
    assert points.inputs.shape == (samples, 2)
    assert points.inputs.dtype == np.float32
    assert points.targets.dtype == np.int64
    assert np.isfinite(points.inputs).all()
    assert points.targets.tolist() == [position % classes for position in range(samples)]


@pytest.mark.parametrize("kind", PLANE)
def test_the_same_seed_gives_the_same_points_and_another_seed_others(kind: str) -> None:
    first, again, other = (everything(kind, seed).inputs for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("kind", PLANE)
def test_points_fill_about_minus_one_to_one(kind: str) -> None:
    inputs = everything(kind, noise=0).inputs
    assert np.abs(inputs).max() <= 1.0
    assert np.abs(inputs).max() >= 0.6


@pytest.mark.parametrize("kind", PLANE)
def test_noise_has_the_stated_deviation_in_each_coordinate(kind: str) -> None:
    samples, noise = 20_000, 0.3
    added = everything(kind, samples=samples, noise=noise).inputs - everything(kind, samples=samples, noise=0).inputs
    # Four standard errors of a mean and of a deviation.
    assert np.abs(added.mean(axis=0)).max() < 4 * noise / samples**0.5
    assert np.abs(added.std(axis=0) - noise).max() < 4 * noise / (2 * samples) ** 0.5


def test_spiral_follows_its_formula() -> None:
    points = everything("spiral", samples=60, noise=0, classes=3, turns=0.5)
    for position in (0, 1, 2, 31, 59):
        arm, place = position % 3, position // 3
        radius = (place + 1) / 20
        angle = 2 * np.pi * 0.5 * radius + 2 * np.pi * arm / 3
        np.testing.assert_allclose(
            points.inputs[position], [radius * np.sin(angle), radius * np.cos(angle)], atol=1e-6, rtol=0
        )
    assert np.hypot(*points.inputs[-1]) == pytest.approx(1)


def test_circle_is_a_disc_and_a_ring_each_evenly_filled() -> None:
    points = everything("circle", samples=20_000, noise=0)
    radius = np.hypot(points.inputs[:, 0], points.inputs[:, 1])
    disc, ring = radius[points.targets == 0], radius[points.targets == 1]
    assert disc.max() <= 0.5
    assert ring.min() >= 0.7 - 1e-6
    assert ring.max() <= 1 + 1e-6
    # Half of an evenly filled area lies within the radius that halves it.
    assert np.mean(disc < np.sqrt(0.5**2 / 2)) == pytest.approx(0.5, abs=0.02)
    assert np.mean(ring < np.sqrt((0.7**2 + 1) / 2)) == pytest.approx(0.5, abs=0.02)


def test_xor_classes_are_told_by_the_signs_and_fill_all_quarters() -> None:
    points = everything("xor", samples=400, noise=0)
    x, y = points.inputs.T
    np.testing.assert_array_equal(points.targets, (x > 0) ^ (y > 0))
    for sign_x in (True, False):
        for sign_y in (True, False):
            assert np.sum(((x > 0) == sign_x) & ((y > 0) == sign_y)) == 100
    assert min(np.abs(x).min(), np.abs(y).min()) >= 0.1


def test_gaussian_centres_stand_evenly_on_a_circle() -> None:
    points = everything("gaussians", samples=24, noise=0, classes=6)
    for name in range(6):
        centre = points.inputs[points.targets == name]
        np.testing.assert_allclose(centre, np.broadcast_to(centre[0], centre.shape))
        angle = 2 * np.pi * name / 6
        np.testing.assert_allclose(centre[0], [0.6 * np.cos(angle), 0.6 * np.sin(angle)], atol=1e-6, rtol=0)


def test_moons_are_those_of_scikit_learn_moved_and_scaled() -> None:
    from sklearn.datasets import make_moons

    expected, labels = make_moons(n_samples=100, shuffle=False, noise=None)
    points = everything("moons", samples=100, noise=0)
    for name in (0, 1):
        np.testing.assert_allclose(
            points.inputs[points.targets == name],
            (expected[labels == name] - [0.5, 0.25]) / 1.5,
            atol=1e-6,
            rtol=0,
        )


@pytest.mark.parametrize("kind", PLANE)
def test_a_loaded_set_knows_its_shape_and_classes(kind: str) -> None:
    loaded = load_dataset(DataSpec(dataset=kind, options={"samples": 50}), 0)
    assert loaded.input_shape == (2,)
    assert loaded.class_names == DataSpec(dataset=kind).source.class_names()
    assert (len(loaded.train), len(loaded.validation), loaded.test) == (45, 5, None)
