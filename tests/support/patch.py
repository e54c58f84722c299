"""A JSON Patch, applied as RFC 6902 says: what a script does with the mends of an error."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any


def patched(document: Any, changes: Iterable[Mapping[str, Any]]) -> Any:
    """Return a copy of `document` with the operations ``{"op", "path", "value"}`` done to it, one after the other."""
    result = copy.deepcopy(document)
    for change in changes:
        *way, last = (part.replace("~1", "/").replace("~0", "~") for part in change["path"].split("/")[1:])
        owner = result
        for part in way:
            owner = owner[int(part)] if isinstance(owner, list) else owner[part]
        key: Any = int(last) if isinstance(owner, list) else last
        value = copy.deepcopy(change["value"])
        if change["op"] == "remove":
            del owner[key]
        elif change["op"] == "add" and isinstance(owner, list):
            assert key <= len(owner), f"{change['path']} lies beyond the end"
            owner.insert(key, value)
        else:
            assert change["op"] == "add" or (isinstance(owner, list) or key in owner), f"nothing at {change['path']}"
            owner[key] = value
    return result
