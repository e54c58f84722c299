"""Samples: inputs with the class each belongs to."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Inputs = NDArray[np.float32]
Targets = NDArray[np.int64]
Positions = NDArray[np.int64]


class Batch(NamedTuple):
    """What one training step takes.

    Attributes:
        inputs: float32, shape ``(batch, *input_shape)``, contiguous.
        targets: class numbers, shape ``(batch,)``.
    """

    inputs: Inputs
    targets: Targets


@dataclass(frozen=True)
class Samples:
    """Samples as engines take them.

    Attributes:
        inputs: float32, shape ``(count, *input_shape)``, contiguous.
        targets: class numbers, shape ``(count,)``.
    """

    inputs: Inputs
    targets: Targets

    def __len__(self) -> int:
        return len(self.targets)


@dataclass(frozen=True)
class Recorded:
    """Samples as they were recorded or drawn, not yet scaled: pixels stay bytes until they are picked, so that a
    large set takes a quarter of the memory.

    Attributes:
        values: numbers of any type, shape ``(count, *input_shape)``.
        targets: class numbers, shape ``(count,)``.
        divisor: what a value is divided by to become an input, e.g. 255 for bytes.
    """

    values: NDArray[Any]
    targets: Targets
    divisor: float = 1.0

    def __len__(self) -> int:
        return len(self.targets)

    def pick(self, positions: Positions | slice) -> Samples:
        """Return the samples at these positions, in that order, scaled."""
        inputs = self.values[positions].astype(np.float32)
        if self.divisor != 1.0:
            inputs /= np.float32(self.divisor)
        return Samples(np.ascontiguousarray(inputs), np.ascontiguousarray(self.targets[positions], dtype=np.int64))


@dataclass(frozen=True)
class Source:
    """A whole data set.

    Attributes:
        recorded: what is there to train and validate on.
        test: samples that the data set itself keeps apart for a last test; None where it does not.
    """

    recorded: Recorded
    test: Recorded | None = None
