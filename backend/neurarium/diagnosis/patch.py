"""Changes of a spec as JSON Patch, so that a script, the page and the tests all apply the same change.

Source: RFC 6902, JavaScript Object Notation (JSON) Patch; RFC 6901 for the paths.
"""

import copy
from typing import Any, Literal

from pydantic import BaseModel


class Operation(BaseModel):
    """One change: `add` sets a member of an object, or inserts into a list; `remove` takes either out."""

    op: Literal["add", "remove"]
    path: str
    value: Any = None


Patch = list[Operation]


def apply_patch(document: Any, patch: Patch) -> Any:
    """Return `document`, JSON values, with the operations of `patch` applied one after another; it is left as it was.

    Raises:
        LookupError: a path leads nowhere.
    """
    changed = copy.deepcopy(document)
    for operation in patch:
        _apply(changed, operation)
    return changed


def pointer(*parts: str | int) -> str:
    """Return the path of these members, e.g. ``pointer("network", "nodes", 3) == "/network/nodes/3"``."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def _apply(document: Any, operation: Operation) -> None:
    *parents, last = [part.replace("~1", "/").replace("~0", "~") for part in operation.path.split("/")[1:]]
    holder = document
    for part in parents:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    if isinstance(holder, list):
        position = int(last)
        if not 0 <= position < len(holder) + (operation.op == "add"):
            raise IndexError(f"{operation.path} is beyond the end of the list")
        if operation.op == "add":
            holder.insert(position, copy.deepcopy(operation.value))
        else:
            del holder[position]
    elif operation.op == "add":
        holder[last] = copy.deepcopy(operation.value)
    else:
        del holder[last]
