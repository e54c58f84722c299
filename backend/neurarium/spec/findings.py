"""What validation finds, as texts: our own findings, and pydantic's in words that can be said in any language."""

import re
from collections.abc import Mapping
from typing import Any, LiteralString

from pydantic_core import PydanticCustomError

from neurarium.words import Text, reported, verbatim

_SAID = "said"

EXPECTATIONS: Mapping[str, str] = {
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "dict_type": "must be an object",
    "enum": "must be {expected:or}",
    "finite_number": "must be a finite number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "greater_than": "must be greater than {gt}",
    "greater_than_equal": "must be greater than or equal to {ge}",
    "int_from_float": "must be a whole number, without a fraction",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number, and not one that long",
    "int_type": "must be a whole number",
    "invalid_key": "must have texts as names",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be less than or equal to {le}",
    "list_type": "must be a list",
    "literal_error": "must be {expected:or}",
    "missing": "must be given",
    "model_attributes_type": "must be an object",
    "model_type": "must be an object",
    "multiple_of": "must be a multiple of {multiple_of}",
    "none_required": "must be null",
    "string_pattern_mismatch": "must match the pattern {pattern}",
    "string_too_long": "must have at most {max_length} characters",
    "string_too_short": "must have at least {min_length} characters",
    "string_type": "must be text",
    "string_unicode": "must be text in Unicode",
    "too_long": "must have at most {max_length} items",
    "too_short": "must have at least {min_length} items",
    "tuple_type": "must be a list",
    "extra_forbidden": "is not known here",
}
"""What pydantic expected, by its type of error, with the names that it gives to figures.

In English its own sentence is said; these are what other languages translate.
"""


def finding(code: LiteralString, said: Text, field: str | None = None) -> PydanticCustomError:
    """Return an error to be raised in a validator: a sentence, or how a value should be ("should be 1 or more").

    Arguments:
        code: the error's code.
        said: what is wrong.
        field: the field it is about, where that is not the one that is validated.
    """
    # Whoever mends it wants the figures, too.
    context = {**said.values, "field": field, _SAID: said}
    return PydanticCustomError(code, "{said}", {name: value for name, value in context.items() if value is not None})


def problem_of(error: Mapping[str, Any]) -> Text:
    """Return what pydantic says of one of its findings: in English its own words, or those of our validator."""
    return _in_words(error, _english(error))


def expectation_of(error: Mapping[str, Any]) -> Text:
    """Return what a value must be, as a clause: "must be greater than 0"; or else what is wrong with it."""
    english = _english(error).split(" after validation")[0]
    if "should" in english:
        english = english[english.find("should") :].replace("should", "must", 1)
    return _in_words(error, english)


def _said(error: Mapping[str, Any]) -> Text | None:
    said = (error.get("ctx") or {}).get(_SAID)
    return said if isinstance(said, Text) else None


def _english(error: Mapping[str, Any]) -> str:
    return str(_said(error) or error["msg"].removeprefix("Value error, "))


def _in_words(error: Mapping[str, Any], english: str) -> Text:
    if said := _said(error):
        return said if said.template is None else reported(english, said.template, **said.values)
    template = EXPECTATIONS.get(error["type"])
    if template is None:
        return verbatim(english)
    context = error.get("ctx") or {}
    values = {name: _bound(value) for name, value in context.items() if f"{{{name}" in template}
    if "expected" in values:  # 'a', 'b' or 'c'
        values["expected"] = re.split(r", | or ", str(values["expected"]))
    return reported(english, template, **values)


def _bound(value: Any) -> Any:
    """Return a bound as pydantic writes it: 0 and not 0.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
