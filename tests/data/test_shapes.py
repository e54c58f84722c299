"""Drawn shapes are what their class says, and every size, channel count and class count can be had."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from neurarium.data.samples import Recorded
from neurarium.data.sources import load_source
from neurarium.data.sources.shapes import DISTANCES, RGB
from neurarium.spec import DataSpec
from neurarium.spec.datasets.shapes import COLOURS, SHAPES, Shapes


def drawn(seed: int = 0, **options: Any) -> Recorded:
    return load_source(DataSpec(dataset="shapes", options=options).source, seed).recorded


@given(
    image_size=st.integers(24, 40),
    channels=st.sampled_from([1, 3]),
    shapes=st.integers(2, len(SHAPES)),
    counts=st.integers(1, 10),
    seed=st.integers(0, 2**32 - 1),
)
def test_images_are_what_was_asked_for(image_size: int, channels: int, shapes: int, counts: int, seed: int) -> None:
    options = {"image_size": image_size, "channels": channels, "shapes": shapes, "counts": counts, "samples": 30}
    images, classes = drawn(seed, **options), Shapes.model_validate(options).class_names()
    assert images.values.shape == (30, channels, image_size, image_size)
    assert images.values.dtype == np.uint8
    assert images.targets.tolist() == [position % len(classes) for position in range(30)]
    assert len(set(classes)) == len(classes) == shapes * counts
    # Something was drawn: without it an image holds the background's one grey and a little noise.
    assert (images.values.max(axis=(1, 2, 3)).astype(int) - images.values.min(axis=(1, 2, 3)) > 50).all()


def test_the_smallest_images_hold_a_shape_too() -> None:
    assert np.ptp(drawn(image_size=8, shapes=10).values, axis=(1, 2, 3)).min() > 50


def test_the_same_seed_draws_the_same_images_and_another_seed_others() -> None:
    np.testing.assert_array_equal(drawn(3).values, drawn(3).values)
    assert not np.array_equal(drawn(3).values, drawn(4).values)


def test_a_class_is_its_shape_its_colour_and_its_count() -> None:
    names = Shapes(image_size=24, channels=3, shapes=10, colours=10, counts=10).class_names()
    assert len(names) == 1000
    assert names[0] == "1 red circle"
    assert names[437] == f"5 {COLOURS[3]} {SHAPES[7]}"
    assert Shapes(shapes=3).class_names() == ("circle", "square", "triangle")
    assert Shapes(channels=3, shapes=1, colours=2).class_names() == ("red circle", "orange circle")


def test_colours_are_those_of_their_names() -> None:
    images = drawn(image_size=40, channels=3, shapes=1, colours=10, samples=40, noise=0)
    for image, target in zip(images.values, images.targets, strict=True):
        # The circle's colour is the one that is no grey; of white it is the brightest.
        pixels = image.reshape(3, -1).T / 255
        ink = pixels[np.ptp(pixels, axis=1).argmax()] if target != 9 else pixels[pixels.sum(axis=1).argmax()]
        expected = RGB[target]
        cosine = ink @ expected / np.linalg.norm(ink) / np.linalg.norm(expected)
        assert cosine > 0.99, COLOURS[target]


def test_as_many_are_drawn_as_the_class_counts() -> None:
    images = drawn(image_size=64, shapes=1, counts=9, samples=27, noise=0)
    for image, target in zip(images.values[:, 0], images.targets, strict=True):
        background = np.bincount(image.ravel()).argmax()
        assert islands(np.abs(image.astype(int) - int(background)) > 40) == target + 1


def islands(mask: np.ndarray) -> int:
    """Return how many connected regions there are."""
    left, found = {(int(row), int(column)) for row, column in np.argwhere(mask)}, 0
    while left:
        found += 1
        border = [left.pop()]
        while border:
            row, column = border.pop()
            for neighbour in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                if neighbour in left:
                    left.remove(neighbour)
                    border.append(neighbour)
    return found


AREAS = {
    "circle": np.pi,
    "square": 2.0,
    "triangle": 3 * np.sqrt(3) / 4,
    "cross": 2 * 1.9 * 0.6 - 0.6**2,
    # Five kites between a tip at radius 1, the centre, and inner corners at cos(72°)/cos(36°).
    "star": 5 * np.sin(np.pi / 5) * np.cos(2 * np.pi / 5) / np.cos(np.pi / 5),
    "ring": np.pi * (1 - 0.6**2),
    "bar": 1.9 * 0.56,
    "hexagon": 3 * np.sqrt(3) / 2,
    "half disc": np.pi / 2,
    "frame": 2.0 - (2 * (np.sqrt(0.5) - 0.3)) ** 2,
}


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_has_its_area_and_fits_into_its_circle(name: str) -> None:
    places = (np.arange(1200) + 0.5) / 500 - 1.2
    inside = DISTANCES[name](places[None, :], places[:, None]) < 0
    assert inside.mean() * 2.4**2 == pytest.approx(AREAS[name], rel=0.01)
    rows, columns = np.nonzero(inside)
    assert np.hypot(places[rows], places[columns]).max() <= 1.001


def test_edges_are_smooth_and_areas_do_not_depend_on_where_a_shape_lies() -> None:
    """Hard edges would make a small shape's area jump with its place."""
    images = drawn(image_size=24, channels=3, shapes=1, colours=2, samples=40, noise=0)
    for image in images.values:
        levels = np.unique(image[0])
        assert len(levels) > 10


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"shapes": 1}, "one class alone"),
        ({"shapes": 4, "colours": 3, "channels": 1}, "need channels 3"),
        ({"image_size": 224, "channels": 3, "samples": 5000}, "1783 at a time"),
        ({"counts": 10, "image_size": 23}, "image_size 24 or more"),
        ({"image_size": 225}, "224"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_mend(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        DataSpec(dataset="shapes", options=options)
