"""Shapes: drawn from their outlines' signed distances, with smooth edges."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from neurarium.data.samples import Recorded, Source
from neurarium.data.sources._plane import interleaved
from neurarium.spec.datasets.shapes import SHAPES, Shapes
from neurarium.spec.randomness import generator

BRIGHTEST = 255
Coordinates = NDArray[np.float64]
Distance = Callable[[Coordinates, Coordinates], Coordinates]
"""From x and y to the signed distance from an outline: below 0 inside. Shapes fit into the circle of radius 1."""

RGB = np.array(
    [
        (0.85, 0.10, 0.10),
        (0.95, 0.50, 0.05),
        (0.95, 0.90, 0.10),
        (0.10, 0.60, 0.15),
        (0.10, 0.80, 0.75),
        (0.15, 0.25, 0.90),
        (0.45, 0.15, 0.75),
        (0.90, 0.20, 0.75),
        (0.45, 0.25, 0.10),
        (1.00, 1.00, 1.00),
    ]
)
"""Red, green and blue of each of the colours, in the order of their names."""


def load(dataset: Shapes, seed: int) -> Source:
    """Return the images as bytes, pixels 0 to 1 once scaled, shape ``(samples, channels, size, size)``.

    Classes take turns, so their sizes differ by one at most.
    """
    random = generator(seed, "data", dataset.kind)
    targets, _, _ = interleaved(dataset.samples, len(dataset.class_names()))
    images = np.empty((dataset.samples, *dataset.input_shape()), np.uint8)
    for image, target in zip(images, targets, strict=True):
        image[...] = _draw(dataset, int(target), random)
    return Source(Recorded(images, targets, divisor=BRIGHTEST))


def _draw(dataset: Shapes, target: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Return one image of class `target`, bytes of shape ``(channels, size, size)``."""
    size = dataset.image_size
    rest, shape = divmod(target, dataset.shapes)
    copies, colour = divmod(rest, dataset.colours)
    ink, ground = _colours(dataset, colour, random)
    # Single precision: drawing the noise is most of the work.
    image = np.broadcast_to(ground[:, None, None].astype(np.float32), dataset.input_shape()).copy()
    # Copies stand in cells of their own, so that they can be counted. There are as many cells in every image: were
    # there fewer around fewer copies, size alone would tell the count.
    cells = dataset.cells
    edge = size / cells
    gap = 1.0 if cells > 1 else 0.0
    for cell in random.permutation(cells * cells)[: copies + 1]:
        radius = (edge - 2 * gap) * random.uniform(0.3, 0.46)
        centre = random.uniform(gap + radius, edge - gap - radius, 2) + edge * np.array(divmod(int(cell), cells))
        _stamp(image, DISTANCES[SHAPES[shape]], centre, radius, random.uniform(0, 2 * np.pi), ink)
    image += dataset.noise * random.standard_normal(image.shape, np.float32)
    return (image.clip(0, 1) * BRIGHTEST + 0.5).astype(np.uint8)


def _colours(
    dataset: Shapes, colour: int, random: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the shape's colour and the background's, each of shape ``(channels,)``, well apart."""
    if dataset.channels == 1:
        ground = random.uniform(0, 1, 1)
        away = random.uniform(0.4, 0.5)
        return (ground + away if ground[0] < 0.5 else ground - away), ground
    ink = RGB[colour if dataset.colours > 1 else random.integers(len(RGB))]
    # A dark grey: every one of the colours is brighter than it in some channel.
    return ink * random.uniform(0.85, 1.0), np.full(3, random.uniform(0, 0.25))


def _stamp(
    image: NDArray[np.float32],
    distance: Distance,
    centre: NDArray[np.float64],
    radius: float,
    angle: float,
    ink: NDArray[np.float64],
) -> None:
    """Draw one shape into `image`, shape ``(channels, height, width)``; lengths in pixels, `centre` as (row, column).

    A pixel is covered by as much as the outline's signed distance says, from none at half a pixel outside to all at
    half a pixel inside.
    """
    low = np.maximum(np.floor(centre - radius - 1), 0).astype(int)
    high = np.minimum(np.ceil(centre + radius + 1), image.shape[1:]).astype(int)
    rows, columns = (
        (np.arange(first, last) + 0.5 - middle) / radius for first, last, middle in zip(low, high, centre, strict=True)
    )
    y, x = rows[:, None], columns[None, :]
    turned = (x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle))
    covered = (0.5 - distance(*turned) * radius).clip(0, 1)
    window = image[:, low[0] : high[0], low[1] : high[1]]
    window += (covered * (ink[:, None, None] - window)).astype(np.float32)


def _disc(x: Coordinates, y: Coordinates) -> Coordinates:
    return np.hypot(x, y) - 1


def _box(half_width: float, half_height: float) -> Distance:
    return lambda x, y: np.maximum(np.abs(x) - half_width, np.abs(y) - half_height)


def _sides(x: Coordinates, y: Coordinates, sides: int, apothem: float) -> Coordinates:
    """Return the distance from each of the lines through a regular polygon's sides, stacked first."""
    angles = 2 * np.pi * np.arange(sides) / sides + np.pi / 2
    return np.stack([x * np.cos(angle) + y * np.sin(angle) for angle in angles]) - apothem


def _polygon(sides: int) -> Distance:
    return lambda x, y: _sides(x, y, sides, math.cos(math.pi / sides)).max(axis=0)


def _star(x: Coordinates, y: Coordinates) -> Coordinates:
    # A pentagram is where at most one of the five lines through its inner pentagon's sides is crossed.
    return np.sort(_sides(x, y, 5, math.cos(2 * math.pi / 5)), axis=0)[-2]


_SQUARE = _box(math.sqrt(0.5), math.sqrt(0.5))
DISTANCES: dict[str, Distance] = {
    "circle": _disc,
    "square": _SQUARE,
    "triangle": _polygon(3),
    "cross": lambda x, y: np.minimum(_box(0.95, 0.3)(x, y), _box(0.3, 0.95)(x, y)),
    "star": _star,
    "ring": lambda x, y: np.abs(np.hypot(x, y) - 0.8) - 0.2,
    "bar": _box(0.95, 0.28),
    "hexagon": _polygon(6),
    "half disc": lambda x, y: np.maximum(_disc(x, y), y),
    "frame": lambda x, y: np.abs(_SQUARE(x, y) + 0.15) - 0.15,
}
"""The outline of each shape, by name."""
