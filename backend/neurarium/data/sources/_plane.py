"""What the generated points of the plane share: balanced, interleaved classes and noise."""

import numpy as np
from numpy.typing import NDArray

from neurarium.data.samples import Recorded, Source, Targets
from neurarium.spec.datasets.base import PlaneDataset


def interleaved(samples: int, classes: int) -> tuple[Targets, NDArray[np.int64], NDArray[np.int64]]:
    """Return what each of `samples` points is: classes take turns, so their sizes differ by one at most.

    Returns:
        Three arrays of shape ``(samples,)``: the class; the place within the class, from 0; how many points that
        class has.
    """
    order = np.arange(samples, dtype=np.int64)
    targets = order % classes
    return targets, order // classes, np.bincount(targets, minlength=classes)[targets]


def finish(
    dataset: PlaneDataset, random: np.random.Generator, x: NDArray[np.float64], y: NDArray[np.float64], targets: Targets
) -> Source:
    """Return the points with noise of the data set's standard deviation added to both coordinates.

    Arguments:
        x, y: coordinates, shape ``(samples,)``.
        targets: class numbers, shape ``(samples,)``.
    """
    points = np.stack([x, y], axis=1)
    points += dataset.noise * random.standard_normal(points.shape)
    return Source(Recorded(points.astype(np.float32), targets))
