"""Taking some values of a large tensor, evenly."""

import math

from neurarium.engines.base import Array, Sample


def sample(tensor: Array, limit: int) -> Sample:
    """Return at most `limit` values of `tensor`: every stride-th one in C order.

    The stride shares no divisor with the size of one entry of the first axis: one that did would meet the same few
    columns in every row, and never the others.
    """
    stride = max(1, -(-tensor.size // max(1, limit)))
    row = math.prod(tensor.shape[1:])
    while stride > 1 and math.gcd(stride, row) > 1:
        stride += 1
    return Sample(tensor.reshape(-1)[::stride], tensor.size)
