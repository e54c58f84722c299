"""Moons: two interleaving half circles."""

import numpy as np

from neurarium.data.samples import Source
from neurarium.data.sources._plane import finish, interleaved
from neurarium.spec.datasets.moons import Moons
from neurarium.spec.randomness import generator

# The two arcs fill the rectangle from (-1, -1/2) to (2, 1); it is moved to the origin and made two units wide.
CENTRE = (0.5, 0.25)
HALF_WIDTH = 1.5


def load(dataset: Moons, seed: int) -> Source:
    """Return points of the plane, float32 of shape ``(samples, 2)``, evenly along both arcs.

    Source: the shape is that of scikit-learn's make_moons.
    """
    targets, place, count = interleaved(dataset.samples, 2)
    angle = np.pi * place / (count - 1)
    x = np.where(targets == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(targets == 0, np.sin(angle), 0.5 - np.sin(angle))
    return finish(
        dataset,
        generator(seed, "data", dataset.kind),
        (x - CENTRE[0]) / HALF_WIDTH,
        (y - CENTRE[1]) / HALF_WIDTH,
        targets,
    )
