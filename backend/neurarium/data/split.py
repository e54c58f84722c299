"""Which samples are trained on and which are kept to validate: drawn once from the seed."""

import math

from neurarium.data.samples import Positions
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import SpecError
from neurarium.spec.randomness import generator
from neurarium.words import say


def split_sizes(count: int, spec: DataSpec) -> tuple[int, int]:
    """Return how many of `count` samples are trained on and how many are kept to validate.

    The validation share is taken first and rounded to the nearest whole number, but to 1 at least where the share is
    above 0; `train_size` then limits what is left.

    Raises:
        SpecError: nothing is left to train on, or `train_size` is more than what is left.
    """
    validation = math.floor(count * spec.validation_fraction + 0.5)
    if spec.validation_fraction > 0 and count > 0:
        validation = max(1, validation)
    left = count - validation
    if left < 1:
        raise SpecError(
            say(
                "Nothing is left to train on: of {count:,} samples, validation_fraction "
                "{validation_fraction:g} takes {validation:,}.",
                count=count,
                validation_fraction=spec.validation_fraction,
                validation=validation,
            ),
            hint=say("Lower validation_fraction, or take more samples."),
            field="data.validation_fraction",
        )
    if spec.train_size is not None and spec.train_size > left:
        raise SpecError(
            say(
                "train_size is {train_size:,}; of {count:,} samples {left:,} are left once "
                "{validation:,} are kept to validate.",
                train_size=spec.train_size,
                count=count,
                left=left,
                validation=validation,
            ),
            hint=say(
                "Set train_size to {left:,} or less, leave it out to take all, or lower validation_fraction.", left=left
            ),
            field="data.train_size",
        )
    return left if spec.train_size is None else spec.train_size, validation


def split_positions(count: int, spec: DataSpec, seed: int) -> tuple[Positions, Positions]:
    """Return the positions of the samples to train on and of those to validate, each in a random order.

    The same seed and share keep the same samples to validate, whatever `train_size` is; and a larger `train_size` adds
    samples to those of a smaller one.

    Raises:
        SpecError: as `split_sizes`.
    """
    train, validation = split_sizes(count, spec)
    order = generator(seed, "split").permutation(count)
    return order[validation : validation + train], order[:validation]
