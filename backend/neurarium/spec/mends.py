"""How an error can be mended: changes that a script or a button can make.

Whoever finds an error knows only what is near it. A layer knows that it wants a flat vector, but not what stands before
it; so it *suggests* (`SetTo`, `PutBefore`, `EndWith`), and `graph.mends` makes of it a `Mend`: the changes, as a JSON
Patch, of the very document that was checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pydantic import Field

from neurarium.spec.base import SpecModel
from neurarium.words import Text


class Change(SpecModel):
    """One operation of a JSON Patch.

    Source: RFC 6902, JavaScript Object Notation (JSON) Patch.
    """

    op: Literal["add", "remove", "replace"]
    path: str = Field(description="A JSON Pointer (RFC 6901) into the spec, such as /network/nodes/3/kernel_size.")
    value: Any = Field(default=None, description="What is put there; a remove has none.")


class Mend(SpecModel):
    """What would make an error go.

    Attributes:
        title: what it does, in a few words, as a button says it.
        changes: the changes of the spec, one after the other.
    """

    title: Text
    changes: tuple[Change, ...] = Field(min_length=1)


def pointer(*parts: str | int) -> str:
    """Return the JSON Pointer to what these keys and positions lead to.

    Example: ``pointer("network", "nodes", 3, "a/b") == "/network/nodes/3/a~1b"``.
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


@dataclass(frozen=True)
class SetTo:
    """Give a setting another value.

    Attributes:
        field: its name; dots lead into nested ones.
        value: the value, as JSON has it.
        of_run: whether it is a setting of the run, and not of the node that the error lies at.
    """

    field: str
    value: Any
    of_run: bool = False


@dataclass(frozen=True)
class PutBefore:
    """Put a layer between the node and what it takes.

    Attributes:
        kind: the layer's kind.
        settings: its settings.
    """

    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class EndWith:
    """Have the network put out so many values."""

    outputs: int


Suggestion: TypeAlias = SetTo | PutBefore | EndWith
Suggestions: TypeAlias = Sequence[Suggestion]
