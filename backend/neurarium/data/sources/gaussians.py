"""Gaussians: one round cloud a class, centres evenly on a circle."""

import numpy as np

from neurarium.data.samples import Source
from neurarium.data.sources._plane import finish, interleaved
from neurarium.spec.datasets.gaussians import Gaussians
from neurarium.spec.randomness import generator

CENTRE_DISTANCE = 0.6
"""Distance of the centres from the origin: with the default noise a cloud ends, at two deviations, near 1."""


def load(dataset: Gaussians, seed: int) -> Source:
    """Return points of the plane, float32 of shape ``(samples, 2)``; cloud k has its centre at the angle 2πk/K."""
    targets, _, _ = interleaved(dataset.samples, dataset.classes)
    angle = 2 * np.pi * targets / dataset.classes
    return finish(
        dataset,
        generator(seed, "data", dataset.kind),
        CENTRE_DISTANCE * np.cos(angle),
        CENTRE_DISTANCE * np.sin(angle),
        targets,
    )
