"""Seeded random streams, keyed by what they are for.

Every random draw of a run (weights, batch order, dropout masks, data) comes from a stream named by its purpose. Streams
are independent, so adding a layer or reading more data never shifts another stream's numbers, and both engines draw the
same ones.
"""

import zlib

import numpy as np


def generator(seed: int, *path: str | int) -> np.random.Generator:
    """Return the generator of the stream `path` under `seed`.

    Example: ``generator(0, "weights", "conv1", "weight")``.
    """
    words = [part if isinstance(part, int) else zlib.crc32(part.encode()) for part in path]
    return np.random.default_rng(np.random.SeedSequence([seed, *words]))
