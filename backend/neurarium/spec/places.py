"""Where in a document a mistake stands, and how a value there can be mended."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from neurarium.spec.base import SpecModel
from neurarium.spec.mends import Change, Mend, pointer
from neurarium.words import say

_LEAST = ("ge", "minimum")
_MOST = ("le",)


@dataclass(frozen=True)
class Place:
    """A value in a document, or where one is missing.

    Attributes:
        path: names of the fields that lead to it from its node, or from the top where it is in no node.
        keys: all keys and positions that lead to it from the top.
        node: the node's id.
        owner: the object or list that holds it.
        value: it; None where it is missing.
    """

    path: tuple[str, ...]
    keys: tuple[str | int, ...]
    node: str | None
    owner: object
    value: object

    def into(self, names: Sequence[str]) -> "Place":
        """Return the place further in that these names lead to."""
        place = self
        for name in names:
            inner = place.value.get(name) if isinstance(place.value, Mapping) else None
            place = replace(place, path=(*place.path, name), keys=(*place.keys, name), owner=place.value, value=inner)
        return place

    @property
    def is_there(self) -> bool:
        """Whether there is a value."""
        return isinstance(self.owner, Mapping) and bool(self.keys) and self.keys[-1] in self.owner


def mends_of(
    finding: str, context: Mapping[str, Any], place: Place, kinds: Sequence[type[SpecModel]]
) -> Iterator[Mend]:
    """Yield what mends one of pydantic's findings.

    Arguments:
        finding: its type, such as ``extra_forbidden``.
        context: what pydantic tells of it.
        place: where it is.
        kinds: what the owner of the value may be.
    """
    if finding == "extra_forbidden":
        yield from _unknown_field(place, kinds)
    elif finding == "union_tag_invalid":
        field = str(context.get("discriminator", "kind")).strip("'")
        known = [tag.strip().strip("'") for tag in str(context.get("expected_tags", "")).split(", ")]
        yield from _nearest(place.into([field]), str(context.get("tag")), known)
    elif finding == "unknown_dataset":
        yield from _nearest(place, str(context.get("name")), context.get("known", ()))
    elif finding == "invalid_option":
        # Every option of a data set, and early stopping, can be left out.
        yield from _leave_out(place)
    else:
        yield from _bound(context, place)
        yield from _default(place, kinds)


def _unknown_field(place: Place, kinds: Sequence[type[SpecModel]]) -> Iterator[Mend]:
    name = str(place.keys[-1])
    known = [one for kind in kinds for one in kind.model_fields]
    held = place.owner if isinstance(place.owner, Mapping) else {}
    remove = Change(op="remove", path=pointer(*place.keys))
    close = [one for one in difflib.get_close_matches(name, known, n=1) if one not in held]
    for meant in close:
        rename = Change(op="add", path=pointer(*place.keys[:-1], meant), value=place.value)
        yield Mend(title=say("Call it {name}", name=meant), changes=(remove, rename))
    yield Mend(title=say("Remove {name}", name=name), changes=(remove,))


def _nearest(place: Place, word: str, known: Sequence[str]) -> Iterator[Mend]:
    for close in difflib.get_close_matches(word, known, n=1):
        yield _put(place, close)


def _bound(context: Mapping[str, Any], place: Place) -> Iterator[Mend]:
    """Yield the nearest value that is within bounds, for a number or a list of them."""
    least = next((context[name] for name in _LEAST if name in context), None)
    most = next((context[name] for name in _MOST if name in context), None)
    if least is None and most is None:
        return

    def bounded(value: Any) -> Any:
        near = least if least is not None and value < least else most if most is not None and value > most else value
        return int(near) if float(near).is_integer() else near

    value = place.value
    if _is_number(value):
        yield _put(place, bounded(value))
    elif isinstance(value, Sequence) and value and all(map(_is_number, value)):
        yield _put(place, [bounded(one) for one in value])


def _default(place: Place, kinds: Sequence[type[SpecModel]]) -> Iterator[Mend]:
    """Yield going back to the default, where the field has one."""
    name = place.keys[-1] if place.keys else ""
    fields = [kind.model_fields[name] for kind in kinds if isinstance(name, str) and name in kind.model_fields]
    if fields and not any(one.is_required() for one in fields):
        yield from _leave_out(place)


def _leave_out(place: Place) -> Iterator[Mend]:
    if place.is_there:
        change = Change(op="remove", path=pointer(*place.keys))
        yield Mend(title=say("Leave {field} at its default", field=place.keys[-1]), changes=(change,))


def _put(place: Place, value: Any) -> Mend:
    there = place.is_there or isinstance(place.owner, list)
    change = Change(op="replace" if there else "add", path=pointer(*place.keys), value=value)
    names = [str(part) for part in place.keys if isinstance(part, str)]
    return Mend(title=say("Set {field} to {value}", field=names[-1], value=value), changes=(change,))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
