"""Sentences that can still be said in another language."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from neurarium.words.languages import ENGLISH, Language, spoken
from neurarium.words.translations import message_in

Value: TypeAlias = "str | int | float | Text | Sequence[Value] | None"
"""What may stand in a sentence: plain data, so that it can travel and be kept, other texts, and lists of these."""

_JOINED_BY: Mapping[Language, Mapping[str, str]] = {
    "en": {"": ", ", "and": " and ", "or": " or ", ";": "; ", "→": " → "},
    "zh-CN": {"": "、", "and": "和", "or": "或", ";": "；", "→": " → "},
}
"""What stands between the items of a list, by the format given in the template: ``{names}``, ``{names:and}``."""


class Text(str):
    """A sentence for a person: as a string it is English, and it remembers what it was made from.

    So it can be logged, compared and searched like any string, and said in another language at the edge, where the
    listener is known. As JSON, a pydantic model writes it in the language that is spoken there (`speaking`); in Python
    mode it stays a text.

    Attributes:
        template: the English sentence with placeholders, as `str.format` has them; None for words that are nobody's to
            translate.
        values: what fills the placeholders.
    """

    template: str | None
    values: Mapping[str, Value]

    def __new__(cls, template: str | None, values: Mapping[str, Value], english: str | None = None) -> "Text":
        """Fill `template`, or take `english` as it is where the English words are given."""
        text = super().__new__(cls, _fill(template or "", values, ENGLISH) if english is None else english)
        text.template = template
        text.values = values
        return text

    def in_language(self, language: Language) -> str:
        """Return it in `language`; a template that has no translation there stays English, with values that have."""
        if language == ENGLISH or self.template is None:
            return str(self)
        return _fill(message_in(language, self.template) or self.template, self.values, language)

    def __str__(self) -> str:
        return str.__str__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Text, (self.template, dict(self.values), str(self)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(
            lambda text: text.in_language(spoken()) if isinstance(text, Text) else text,
            return_schema=core_schema.str_schema(),
            when_used="json",
        )
        return core_schema.no_info_after_validator_function(
            verbatim,
            # Not a string's own schema, which would make a plain string of it before it is looked at.
            core_schema.is_instance_schema(str),
            serialization=written,
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string"}


def say(template: str, **values: object) -> Text:
    """Return a sentence, written in English, that can be said in every language that has a translation of `template`.

    The template is written as it stands, not put together, so that a test finds each and asks for its translations, in
    the files of `words/zh/messages`. Placeholders are those of `str.format`. A list is joined as the language does it,
    and ``{names:and}`` joins by "and". What is no plain data, such as an exception, is taken as the string that it
    makes.

    Example: ``say("{name} takes {count:,} values.", name="fc1", count=1200) == "fc1 takes 1,200 values."``
    """
    return Text(template, {name: _plain(value) for name, value in values.items()})


def reported(english: str, template: str, **values: object) -> Text:
    """Return a sentence of a library's own, in English, that other languages say by `template`, as `say` does."""
    return Text(template, {name: _plain(value) for name, value in values.items()}, _printable(english))


def verbatim(words: object) -> Text:
    """Return words that stay as they are in every language, such as what the system reported; a text stays itself."""
    return words if isinstance(words, Text) else Text(None, {}, _printable(str(words)))


class _Listed:
    """The items of a list, on their way into a sentence."""

    def __init__(self, items: list[str], language: Language) -> None:
        self._items = items
        self._language: Language = language

    def __format__(self, format_spec: str) -> str:
        return _JOINED_BY[self._language][format_spec].join(self._items)


def _fill(template: str, values: Mapping[str, Value], language: Language) -> str:
    return template.format_map({name: _spoken(value, language) for name, value in values.items()})


def _spoken(value: Value, language: Language) -> object:
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _Listed([str(_spoken(item, language)) for item in value], language)
    return value


def _plain(value: object) -> Value:
    if isinstance(value, Text) or value is None:
        return value
    if isinstance(value, str):
        return _printable(str(value.value) if isinstance(value, Enum) else value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, int | float):
        return value
    return _printable(str(value))


def _printable(words: str) -> str:
    # What was received is quoted, and JSON can name half of a surrogate pair, which no UTF-8 can.
    return words.encode("utf-8", "backslashreplace").decode("utf-8")
