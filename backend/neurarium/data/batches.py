"""Which samples each training step takes."""

import numpy as np

from neurarium.data.samples import Batch, Positions, Samples
from neurarium.spec.randomness import generator


def steps_per_epoch(samples: int, batch_size: int) -> int:
    """Return how many steps go once through `samples` samples; the last one may be shorter."""
    return -(-samples // batch_size)


class Batches:
    """Batches of training samples, by step, in an order drawn anew for each epoch.

    Any step can be asked for at any time and gives the same batch: so both engines, a run that was reset and one that
    was restored all see the same batches. Going forward step by step costs little more than copying the samples.

    Arguments:
        samples: what to train on, one sample at least.
        batch_size: samples in one batch, 1 or more; where there are fewer samples, a batch holds them all.
        seed: the run's seed.
    """

    def __init__(self, samples: Samples, batch_size: int, seed: int) -> None:
        if batch_size < 1 or len(samples) < 1:
            raise ValueError(f"needs samples and a batch_size of 1 or more; received {len(samples)} and {batch_size}")
        self.samples = samples
        self.batch_size = batch_size
        self.steps_per_epoch = steps_per_epoch(len(samples), batch_size)
        self._seed = seed
        self._epoch = -1
        self._order: Positions = np.empty(0, np.int64)

    def positions(self, step: int) -> Positions:
        """Return which samples the batch of `step` holds, as positions in `samples`; `step` as for `batch`.

        Raises:
            ValueError: `step` is negative.
        """
        epoch, place = divmod(step, self.steps_per_epoch)
        if epoch != self._epoch:
            if step < 0:
                raise ValueError(f"a step is 0 or more; received {step}")
            self._order = generator(self._seed, "batches", epoch).permutation(len(self.samples))
            self._epoch = epoch
        start = place * self.batch_size
        return self._order[start : start + self.batch_size]

    def batch(self, step: int) -> Batch:
        """Return the batch that is trained on when `step` updates were made, so 0 gives the first one.

        The last batch of an epoch holds what is left, and so may be shorter. Its arrays are the caller's own.
        """
        positions = self.positions(step)
        # take() is twice as fast here as indexing with an array.
        return Batch(self.samples.inputs.take(positions, axis=0), self.samples.targets.take(positions))
