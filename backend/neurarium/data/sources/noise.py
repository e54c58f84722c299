"""Noise: standard normal vectors, labelled by a linear teacher or at random."""

import numpy as np

from neurarium.data.samples import Recorded, Source
from neurarium.spec.datasets.noise import Noise
from neurarium.spec.randomness import generator


def load(dataset: Noise, seed: int) -> Source:
    """Return vectors, float32 of shape ``(samples, features)``, and the class of each.

    Vectors and labels come from streams of their own: other labels leave the vectors as they are, and more samples
    leave the first ones as they are.
    """
    shape = (dataset.samples, dataset.features)
    vectors = generator(seed, "data", dataset.kind, "vectors").standard_normal(shape, dtype=np.float32)
    random = generator(seed, "data", dataset.kind, dataset.labels)
    if dataset.labels == "random":
        targets = random.integers(dataset.classes, size=dataset.samples)
    else:
        teacher = random.standard_normal((dataset.classes, dataset.features), dtype=np.float32)
        targets = np.argmax(vectors @ teacher.T, axis=1)
    return Source(Recorded(vectors, targets.astype(np.int64)))
