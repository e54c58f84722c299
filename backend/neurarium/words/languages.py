"""Which languages there are, which one a browser would rather have, and which one is spoken now."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["en", "zh-CN"]
"""A language by its BCP 47 tag."""

ENGLISH: Language = "en"
LANGUAGES: tuple[Language, ...] = ("en", "zh-CN")

_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def spoken() -> Language:
    """Return the language in which texts become JSON here and now: English, unless `speaking` says otherwise."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Write texts into JSON in `language` for as long as the context lasts; what runs beside it is not touched."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def preferred(asked: str | None) -> Language:
    """Return the language that suits an Accept-Language header, or a single tag, best; English where none does.

    A tag asks for its language, whatever region or script it names: ``zh``, ``zh-Hans`` and ``zh-SG`` are all answered
    in zh-CN. Of equal weights the first counts, and a weight of 0 refuses. What cannot be read is passed over: a header
    is no reason to refuse a request.

    Example: ``preferred("de, zh;q=0.8, en;q=0.5") == "zh-CN"``.

    Source: RFC 9110, section 12.5.4.
    """
    best, most = ENGLISH, 0.0
    for part in (asked or "")[:1000].split(","):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        language = _named(tag.strip().lower().replace("_", "-"))
        if language is not None and weight > most:
            best, most = language, weight
    return best


def _named(tag: str) -> Language | None:
    if tag == "*":
        return ENGLISH
    primary = tag.partition("-")[0]
    return next((language for language in LANGUAGES if language.partition("-")[0] == primary), None)


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip().lower() == "q" and 0 <= weight <= 1 else 0.0
