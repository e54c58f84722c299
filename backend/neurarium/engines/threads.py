"""How many threads an engine's libraries compute with."""

from threadpoolctl import threadpool_limits

from neurarium.graph import Plan

WORTH_SHARING = 30_000_000
"""Multiply-adds of one batch's forward pass from which more than one thread helps.

Below it the threads of BLAS spend their time waiting for each other, and far more so when something else needs a core:
the digits convnet (2.8 million) made 410 steps a second with one thread and 9 to 110 with two, on a busy machine of two
cores.
"""


def limit_threads(plan: Plan, batch_size: int) -> int | None:
    """Have a small network computed by one thread, for the rest of this process; a larger one keeps what it was given.

    Return the number of threads set, or None where nothing was changed.
    """
    if plan.multiply_adds * batch_size >= WORTH_SHARING:
        return None
    threadpool_limits(limits=1)
    return 1
