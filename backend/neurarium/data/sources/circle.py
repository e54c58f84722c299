"""Circle: a disc of radius 1/2 and a ring from 0.7 to 1, each filled evenly."""

import numpy as np

from neurarium.data.samples import Source
from neurarium.data.sources._plane import finish, interleaved
from neurarium.spec.datasets.circle import Circle
from neurarium.spec.randomness import generator

DISC_RADIUS = 0.5
RING_RADII = (0.7, 1.0)


def load(dataset: Circle, seed: int) -> Source:
    """Return points of the plane, float32 of shape ``(samples, 2)``: class 0 in the disc, class 1 in the ring.

    A point's squared radius is drawn evenly, which fills an area evenly.
    """
    random = generator(seed, "data", dataset.kind)
    targets, _, _ = interleaved(dataset.samples, 2)
    inner, outer = (bound**2 for bound in RING_RADII)
    low = np.where(targets == 0, 0.0, inner)
    high = np.where(targets == 0, DISC_RADIUS**2, outer)
    radius = np.sqrt(low + (high - low) * random.random(dataset.samples))
    angle = 2 * np.pi * random.random(dataset.samples)
    return finish(dataset, random, radius * np.cos(angle), radius * np.sin(angle), targets)
