"""Spiral: arms that wind around the centre."""

import numpy as np

from neurarium.data.samples import Source
from neurarium.data.sources._plane import finish, interleaved
from neurarium.spec.datasets.spiral import Spiral
from neurarium.spec.randomness import generator


def load(dataset: Spiral, seed: int) -> Source:
    """Return points of the plane, float32 of shape ``(samples, 2)``, evenly along each arm out to radius 1.

    x = r sin θ, y = r cos θ, with θ = 2π turns r + 2πk/K for arm k of K.

    Source: Deep Learning from Scratch 2, section 1.4.
    """
    targets, place, count = interleaved(dataset.samples, dataset.classes)
    # From 1/count on: at radius 0 all arms would meet in one point that belongs to every class.
    radius = (place + 1) / count
    angle = 2 * np.pi * (dataset.turns * radius + targets / dataset.classes)
    return finish(
        dataset,
        generator(seed, "data", dataset.kind),
        radius * np.sin(angle),
        radius * np.cos(angle),
        targets,
    )
