"""The translations, read from one package a language: `words/zh` for Chinese.

`messages` holds what is said by `say`, keyed by template, and `catalog` what the catalog's lists tell, a file for each
list, keyed by the English text. A file is a module with `TEXTS`; which file of `messages` a template stands in is of no
account to the machine, and named after the room that says it for people.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from neurarium.words.languages import Language

_PACKAGES: Mapping[Language, str] = {"zh-CN": "neurarium.words.zh"}


def message_in(language: Language, template: str) -> str | None:
    """Return a message's template in `language`; None where there is none."""
    return messages(language).get(template)


def catalog_text_in(language: Language, catalog_list: str, text: str) -> str | None:
    """Return what a list of the catalog tells, in `language`; None where there is no translation of it."""
    return catalog_texts(language).get(catalog_list, {}).get(text)


@cache
def messages(language: Language) -> dict[str, str]:
    """Return the translations of all messages, by template.

    Raises:
        ValueError: two files translate one template.
    """
    found: dict[str, str] = {}
    for texts in _modules(language, "messages").values():
        if twice := found.keys() & texts.keys():
            raise ValueError(f"Two files of {language} translate {', '.join(sorted(twice))}.")
        found |= texts
    return found


@cache
def catalog_texts(language: Language) -> dict[str, Mapping[str, str]]:
    """Return the translations of the catalog, by list and text."""
    return _modules(language, "catalog")


def _modules(language: Language, part: str) -> dict[str, Mapping[str, str]]:
    if language not in _PACKAGES:
        return {}
    package = importlib.import_module(f"{_PACKAGES[language]}.{part}")
    return {
        found.name: importlib.import_module(f"{package.__name__}.{found.name}").TEXTS
        for found in pkgutil.iter_modules(package.__path__)
    }
