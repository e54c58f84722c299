"""What both engines ask of the batches they are given, and how they cut large ones."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import DTypeLike

from neurarium.engines.base import AnyTargets, Array
from neurarium.graph import Plan

VALUES_AT_ONCE = 2**22
SAMPLES_AT_ONCE = 1024


def engine_dtype(dtype: DTypeLike) -> np.dtype:
    """Return the type that an engine is to compute in; raises `ValueError` for other than float32 and float64."""
    asked = np.dtype(dtype)
    if asked not in (np.float32, np.float64):
        raise ValueError(f"The engine computes in float32 or float64; it was asked for {asked}.")
    return asked


def check_inputs(plan: Plan, inputs: Array) -> None:
    """Raise `ValueError` unless `inputs` is one or more samples of the shape that the network was planned for."""
    if inputs.shape[1:] != plan.input_shape or not len(inputs):
        raise ValueError(
            f"The network takes inputs of shape (batch, {', '.join(map(str, plan.input_shape))}) with one sample or"
            f" more; it received {inputs.shape}."
        )


def check_batch(plan: Plan, inputs: Array, targets: AnyTargets) -> None:
    """As `check_inputs`, and raise `ValueError` unless there is one target for each sample: a class number, or, of a
    floating type, the values that its outputs should have.
    """
    check_inputs(plan, inputs)
    if are_values(targets):
        if targets.shape != (len(inputs), *plan.output_shape):
            raise ValueError(
                f"A batch of {len(inputs)} samples needs targets of shape {(len(inputs), *plan.output_shape)} where"
                f" they are values; it received {targets.shape}."
            )
        return
    if targets.shape != inputs.shape[:1]:
        raise ValueError(
            f"A batch of {len(inputs)} samples needs targets of shape ({len(inputs)},); it received {targets.shape}."
        )


def are_values(targets: AnyTargets) -> bool:
    """Return whether targets are values that outputs should have, and not class numbers."""
    return targets.dtype.kind == "f"


def parts(plan: Plan, samples: int) -> Iterator[slice]:
    """Cut so many samples into parts whose outputs, of all nodes together, stay within a bounded size."""
    size = max(1, min(SAMPLES_AT_ONCE, VALUES_AT_ONCE // plan.values_per_sample))
    for start in range(0, samples, size):
        yield slice(start, min(start + size, samples))


def sample_stride(shape: tuple[int, ...], limit: int) -> int:
    """Return the stride at which to take at most `limit` values of a tensor ``(batch, *shape)`` in C order.

    It shares no divisor with the size of one sample: a stride that did would meet the same few pixels or units in
    every sample, and never the others.
    """
    total = math.prod(shape)
    stride = max(1, -(-total // max(1, limit)))
    while stride > 1 and math.gcd(stride, math.prod(shape[1:])) > 1:
        stride += 1
    return stride


def frozen(array: np.ndarray) -> np.ndarray:
    """Return a view of `array` that cannot be written to."""
    view = array.view()
    view.flags.writeable = False
    return view
