"""From pydantic's findings to located errors: what was received, what was expected, on which node and field."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from neurarium.spec.base import SpecModel
from neurarium.spec.errors import Finding, SpecError
from neurarium.spec.findings import expectation_of, problem_of
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.kinds import Kind
from neurarium.spec.layers import LAYERS
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.places import Place, mends_of
from neurarium.spec.schedules import SCHEDULES
from neurarium.spec.second_order import SECOND_ORDER
from neurarium.spec.surfaces import SURFACES
from neurarium.words import Text, say

Model = TypeVar("Model", bound=SpecModel)

_FAMILIES: tuple[Mapping[str, type[Kind]], ...] = (
    LAYERS,
    INITIALIZERS,
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    SECOND_ORDER,
    SURFACES,
)
_BOUND_ERRORS = frozenset(
    {
        "out_of_range",
        "greater_than",
        "greater_than_equal",
        "less_than",
        "less_than_equal",
        "too_short",
        "too_long",
        "string_too_long",
    }
)
_LONGEST_ECHO = 80


def parse(model: type[Model], raw: object) -> Model:
    """Return `raw` as a `model`.

    Raises:
        SpecError: it is not one; located at the first finding.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = describe_errors(error.errors(), raw, model)[0]
        raise SpecError.from_info(first) from error


def parse_with(adapter: TypeAdapter[Any], raw: object) -> Any:
    """Return `raw` as the type of `adapter`, or raise `SpecError`; as `parse`, for types that are no models."""
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        raise SpecError.from_info(describe_errors(error.errors(), raw)[0]) from error


def describe_errors(
    errors: Iterable[Mapping[str, Any]], raw: object, model: type[SpecModel] | None = None
) -> list[Finding]:
    """Return pydantic's findings about `raw` as located errors, one a field, in order."""
    described: dict[tuple[str | None, str | None], Finding] = {}
    for error in errors:
        info = _describe(error, raw, model)
        described.setdefault((info.node, info.field), info)
    return list(described.values())


def _describe(error: Mapping[str, Any], raw: object, model: type[SpecModel] | None) -> Finding:
    kind, context, value = error["type"], error.get("ctx") or {}, error.get("input")
    # A finding that names its field is about the object there; what else its location ends in is a union's tag.
    place = _locate(error["loc"], raw, may_be_missing="field" not in context)
    if "field" in context:
        place = place.into(str(context["field"]).split("."))
    path, node = place.path, place.node
    field = ".".join(path) or None
    name = field or say("the request")
    hint = None
    if kind == "extra_forbidden":
        code = "unknown_field"
        known = _known_fields(place, model)
        message = say("{name} is not a known field.", name=name)
        hint = _nearest(path[-1], known) or say("Remove it.")
    elif kind == "union_tag_invalid":
        code = "unknown_kind"
        known = [tag.strip().strip("'") for tag in str(context.get("expected_tags", "")).split(", ")]
        field, tag = ".".join((*path, _discriminator(context))), str(context.get("tag"))
        message = say('There is no {field} "{tag}"; there are {known}.', field=field, tag=tag, known=known)
        hint = _nearest(tag, known)
    elif kind == "union_tag_not_found":
        code, field = "missing_field", ".".join((*path, _discriminator(context)))
        message = say("{name} is missing.", name=field)
        hint = say("Give {name} a value; the catalog and the documentation list them.", name=field)
    elif kind == "missing":
        code, message = "missing_field", say("{name} is missing.", name=name)
        hint = say("Give {name} a value.", name=name)
    elif kind in ("unknown_dataset", "invalid_option"):
        code, message = kind, problem_of(error)
    else:
        code = "out_of_range" if kind in _BOUND_ERRORS else "invalid_value"
        expected = expectation_of(error)
        message = (
            say("{name} is {value}; it {expected}.", name=name, value=_echo(value), expected=expected)
            if expected.startswith("must")
            else say("{name} is {value}: {expected}.", name=name, value=_echo(value), expected=expected)
        )
    mends = mends_of(kind, context, place, _kinds_of(place, model))
    return Finding(code=code, message=message, hint=hint, node=node, field=field, mends=tuple(mends))


def _locate(location: Sequence[str | int], raw: object, *, may_be_missing: bool) -> Place:
    """Follow pydantic's location through `raw`; parts that name a member of a union are no keys of it, and are left
    out. With `may_be_missing`, the last part may be a key that `raw` lacks.
    """
    path: list[str] = []
    keys: list[str | int] = []
    node: str | None = None
    here: object = raw
    owner: object = raw
    for position, part in enumerate(location):
        if isinstance(part, int):
            if isinstance(here, Sequence) and not isinstance(here, str) and part < len(here):
                owner, here = here, here[part]
                keys.append(part)
            if path and path[-1] == "nodes":
                path, node = [], _id_of(here, part)
            continue
        last = position == len(location) - 1
        if isinstance(here, Mapping) and (part in here or (last and may_be_missing)):
            owner, here = here, here.get(part)
            path.append(part)
            keys.append(part)
    if path and path[0] == "body":
        path, keys = path[1:], keys[1:]
    return Place(tuple(path), tuple(keys), node, owner, here)


def _id_of(raw_node: object, position: int) -> str:
    name = raw_node.get("id") if isinstance(raw_node, Mapping) else None
    return name if isinstance(name, str) else f"node {position + 1}"


def _kinds_of(place: Place, model: type[SpecModel] | None) -> list[type[SpecModel]]:
    """Return what the owner of a field may be: by its `kind`, else by the way that leads to it from `model`."""
    kind = place.owner.get("kind") if isinstance(place.owner, Mapping) else None
    # Two families may use one name, as initializers and schedules do "constant": what fits either is worth a hint.
    named = [family[kind] for family in _FAMILIES if isinstance(kind, str) and kind in family]
    if named or place.node is not None or model is None:
        return list(named)
    for part in place.path[:-1]:
        inner = model.model_fields[part].annotation if part in model.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, SpecModel)):
            return []
        model = inner
    return [model]


def _known_fields(place: Place, model: type[SpecModel] | None) -> list[str]:
    return list(dict.fromkeys(name for found in _kinds_of(place, model) for name in found.model_fields))


def _discriminator(context: Mapping[str, Any]) -> str:
    """Return the name of the field by which the members of a union are told apart: `kind`, or a command's name."""
    return str(context.get("discriminator", "kind")).strip("'")


def _nearest(word: str, known: Sequence[str]) -> Text | None:
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return say('Did you mean "{name}"?', name=close[0])
    return say("Known here: {known}.", known=list(known)) if known else None


def _echo(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_ECHO else text[: _LONGEST_ECHO - 3] + "..."
