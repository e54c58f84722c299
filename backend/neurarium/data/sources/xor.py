"""XOR: four quarters of the square, opposite ones alike."""

import numpy as np

from neurarium.data.samples import Source
from neurarium.data.sources._plane import finish, interleaved
from neurarium.spec.datasets.xor import Xor
from neurarium.spec.randomness import generator

GAP = 0.1
"""Distance that points keep from both axes before noise, so that the default noise moves few across."""


def load(dataset: Xor, seed: int) -> Source:
    """Return points of the plane, float32 of shape ``(samples, 2)``: class 1 where the signs differ.

    Each class takes its two quarters in turn.
    """
    random = generator(seed, "data", dataset.kind)
    targets, place, _ = interleaved(dataset.samples, 2)
    sign_x = np.where(place % 2 == 0, 1.0, -1.0)
    sign_y = np.where(targets == 0, sign_x, -sign_x)
    size = GAP + (1 - GAP) * random.random((2, dataset.samples))
    return finish(dataset, random, sign_x * size[0], sign_y * size[1], targets)
