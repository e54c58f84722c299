"""The batch that a single look at a network is taken on."""

from typing import NamedTuple

import numpy as np

from neurarium.data import Batches, load_dataset
from neurarium.spec.run import RunSpec


class FirstBatch(NamedTuple):
    """Samples of a run's first batch, and how many steps the run would make.

    Attributes:
        inputs: ``(batch, *input_shape)``.
        targets: class numbers, ``(batch,)``.
        total_steps: of the whole run.
    """

    inputs: np.ndarray
    targets: np.ndarray
    total_steps: int


def first_batch(spec: RunSpec, most: int) -> FirstBatch:
    """Return the first batch of a run, or the first `most` samples of it."""
    batches = Batches(load_dataset(spec.data, spec.seed).train, spec.batch_size, spec.seed)
    batch = batches.batch(0)
    return FirstBatch(batch.inputs[:most], batch.targets[:most], spec.epochs * batches.steps_per_epoch)
