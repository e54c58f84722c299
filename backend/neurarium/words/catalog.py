"""The catalog in another language: the same lists, with every text in them translated."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from neurarium.words.languages import ENGLISH, Language
from neurarium.words.text import Text
from neurarium.words.translations import catalog_text_in

TEXT_KEYS = frozenset({"title", "sentence", "description", "source", "unit", "reason", "hint", "x-empty", "classes"})
"""Keys under which the catalog has texts; all other strings are names, which programs compare."""
_AS_THEY_ARE = frozenset({"defaults", "default", "required"})
"""Keys of settings, which are sent back as they came."""
_WORDS = re.compile(r"\\(text|mathrm)\{([A-Za-z ]+)\}")
"""Words in LaTeX. Functions' names and indices stand in ``\\mathrm`` as well, and stay: they have no translation."""

Lookup = Callable[[str, str], str | None]
"""From a list of the catalog and an English text to its translation; None where there is none."""


def translated(catalog: Mapping[str, Any], language: Language, lookup: Lookup | None = None) -> dict[str, Any]:
    """Return the catalog, as plain data, in `language`; what has no translation stays English.

    `lookup` finds the translations; left out, it is that of `language`.
    """
    if language == ENGLISH:
        return dict(catalog)

    def find(catalog_list: str, text: str) -> str | None:
        return catalog_text_in(language, catalog_list, text)

    return {name: _translate(value, "", name, language, lookup or find) for name, value in catalog.items()}


def _translate(value: Any, key: str, catalog_list: str, language: Language, find: Lookup) -> Any:
    if key in _AS_THEY_ARE:
        return value
    if key == "spec":  # a run's settings, of which its name alone is for people
        return {**value, "name": find(catalog_list, value["name"]) or value["name"]}
    if isinstance(value, Mapping):
        return {name: _translate(inner, name, catalog_list, language, find) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_translate(inner, key, catalog_list, language, find) for inner in value]
    if isinstance(value, Text):
        return value.in_language(language)
    if not isinstance(value, str):
        return value
    if key == "formula":
        return _formula(value, find)
    return (find(catalog_list, value) or value) if key in TEXT_KEYS else value


def _formula(latex: str, find: Lookup) -> str:
    def word(match: re.Match[str]) -> str:
        translation = find("formulas", match[2])
        return rf"\text{{{translation}}}" if translation else match[0]

    return _WORDS.sub(word, latex)
