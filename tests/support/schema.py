"""A small validator of JSON schema, strict: what it does not know, and what a schema does not name, is an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]
Check = Callable[[Any, Any, Schema, Schema, str], None]

ANNOTATIONS = {"title", "description", "default", "format", "examples", "readOnly"}
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str, bytes),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list, tuple),
    "null": (type(None),),
}


class Mismatch(AssertionError):
    """A value that a schema does not allow."""


def validate(value: Any, schema: Schema, schemas: Schema, place: str = "message") -> None:
    """Raise `Mismatch` where `value` is not what `schema` says; `schemas` are those that a $ref can name."""
    if "$ref" in schema:
        return validate(value, schemas[schema["$ref"].rpartition("/")[2]], schemas, place)
    # The type first: what the other keywords say is about values of that type.
    for keyword, wanted in sorted(schema.items(), key=lambda item: item[0] != "type"):
        if keyword in ANNOTATIONS or keyword.startswith("x-"):
            continue
        check = CHECKS.get(keyword)
        assert check is not None, f"{place}: this validator does not know {keyword!r}"
        check(value, wanted, schema, schemas, place)
    return None


def _type(value: Any, wanted: str, schema: Schema, schemas: Schema, place: str) -> None:
    is_one = isinstance(value, TYPES[wanted]) and not (isinstance(value, bool) and wanted != "boolean")
    if isinstance(value, bytes) and schema.get("format") != "binary":
        is_one = False
    _require(is_one, f"{place} is {value!r:.100}; the schema says {wanted}")


def _properties(value: Any, wanted: Schema, schema: Schema, schemas: Schema, place: str) -> None:
    if schema.get("additionalProperties", False) is False:
        _require(not set(value) - set(wanted), f"{place} has {set(value) - set(wanted)}, which no schema names")
    for name in set(wanted) & set(value):
        validate(value[name], wanted[name], schemas, f"{place}.{name}")


def _additional(value: Any, wanted: Any, schema: Schema, schemas: Schema, place: str) -> None:
    if isinstance(wanted, dict):
        for name in set(value) - set(schema.get("properties", {})):
            validate(value[name], wanted, schemas, f"{place}.{name}")


def _required(value: Any, wanted: list[str], schema: Schema, schemas: Schema, place: str) -> None:
    _require(set(wanted) <= set(value), f"{place} lacks {set(wanted) - set(value)}")


def _items(value: Any, wanted: Schema, schema: Schema, schemas: Schema, place: str) -> None:
    for position, item in enumerate(value):
        validate(item, wanted, schemas, f"{place}[{position}]")


def _any_of(value: Any, wanted: list[Any], schema: Schema, schemas: Schema, place: str) -> None:
    findings: list[str] = []
    for choice in wanted:
        try:
            return validate(value, choice, schemas, place)
        except Mismatch as mismatch:
            findings.append(str(mismatch))
    raise Mismatch(f"{place} fits none of its choices: " + "; ".join(findings))


def _discriminated(value: Any, wanted: Schema, schema: Schema, schemas: Schema, place: str) -> None:
    validate(value, {"$ref": wanted["mapping"][value[wanted["propertyName"]]]}, schemas, place)


def _bound(kinds: tuple[type, ...], fits: Callable[[Any, Any], bool]) -> Check:
    """Return the check of a keyword that concerns values of these types, and leaves others alone."""

    def check(value: Any, wanted: Any, schema: Schema, schemas: Schema, place: str) -> None:
        if isinstance(value, kinds) and not isinstance(value, bool):
            _require(fits(value, wanted), f"{place} is {value!r:.100}; the schema says {wanted} in {schema}")

    return check


def _nothing(value: Any, wanted: Any, schema: Schema, schemas: Schema, place: str) -> None:
    """Leave to another keyword: `pattern` is the spec's own matter, and `discriminator` says what `oneOf` would."""


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Mismatch(otherwise)


NUMBERS, LISTS, ANY = (int, float), (list, tuple), (object,)
CHECKS: dict[str, Check] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "anyOf": _any_of,
    "oneOf": _nothing,
    "discriminator": _discriminated,
    "pattern": _nothing,
    "enum": _bound(ANY, lambda value, wanted: value in wanted),
    "const": _bound(ANY, lambda value, wanted: value == wanted),
    "minimum": _bound(NUMBERS, lambda value, wanted: value >= wanted),
    "maximum": _bound(NUMBERS, lambda value, wanted: value <= wanted),
    "exclusiveMinimum": _bound(NUMBERS, lambda value, wanted: value > wanted),
    "exclusiveMaximum": _bound(NUMBERS, lambda value, wanted: value < wanted),
    "minItems": _bound(LISTS, lambda value, wanted: len(value) >= wanted),
    "maxItems": _bound(LISTS, lambda value, wanted: len(value) <= wanted),
    "minLength": _bound((str,), lambda value, wanted: len(value) >= wanted),
    "maxLength": _bound((str,), lambda value, wanted: len(value) <= wanted),
}
