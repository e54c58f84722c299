"""Arrays as plain data: nested lists with their shape, and back."""

import math
from typing import Any, TypeAlias

import numpy as np

from neurarium.spec.errors import SpecError
from neurarium.words import say

PlainArray: TypeAlias = dict[str, Any]
"""``{"shape": [...], "values": nested lists}``; a number that is not finite is null, for which JSON has no word."""


def plain(array: np.ndarray) -> PlainArray:
    """Return an array as plain data."""
    return {"shape": list(array.shape), "values": _without_non_finite(array.tolist())}


def packed(array: np.ndarray) -> PlainArray:
    """Return an array as it travels in binary: ``{"dtype", "shape", "data"}``, little-endian, in C order."""
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    return {"dtype": array.dtype.name, "shape": list(array.shape), "data": little.tobytes()}


def unpacked(tree: Any) -> Any:
    """Return plain data with every packed array in it as `plain` writes it."""
    if isinstance(tree, list):
        return [unpacked(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    if not isinstance(tree.get("data"), bytes):
        return {name: unpacked(value) for name, value in tree.items()}
    array = np.frombuffer(tree["data"], np.dtype(tree["dtype"]).newbyteorder("<")).reshape(tree["shape"])
    rest = {name: value for name, value in tree.items() if name not in ("dtype", "shape", "data")}
    return {**rest, **plain(array)}


def from_nested(raw: object, field: str) -> np.ndarray:
    """Return nested lists of numbers as an array, int64 or float64; raises `SpecError` where they are none."""
    try:
        array = np.asarray(raw)
    except ValueError as error:
        raise SpecError(
            say("{field} are lists of different lengths.", field=field), hint=say("Send full rows."), field=field
        ) from error
    if array.dtype.kind not in "if" or not np.isfinite(array).all():
        raise SpecError(
            say("{field} must be finite numbers, in nested lists of equal lengths.", field=field), field=field
        )
    return array.astype(np.int64 if array.dtype.kind == "i" else np.float64)


def _without_non_finite(values: Any) -> Any:
    if isinstance(values, list):
        return [_without_non_finite(value) for value in values]
    return values if not isinstance(values, float) or math.isfinite(values) else None
