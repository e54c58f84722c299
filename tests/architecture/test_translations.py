"""Whatever the server can say has a translation: the catalog, and every sentence that `say` is given in the code."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import neurarium
from neurarium.api.routes.catalog import english_catalog
from neurarium.spec.errors import ErrorInfo, NeurariumError
from neurarium.spec.findings import EXPECTATIONS
from neurarium.spec.mends import Mend
from neurarium.training.messages import notice_message
from neurarium.words import LANGUAGES, Language
from neurarium.words.catalog import TEXT_KEYS, translated
from neurarium.words.translations import catalog_texts, messages
from neurarium.words.zh.names import NAMES

CODE = Path(neurarium.__file__).parent
TRANSLATIONS = {"zh-CN": "backend/neurarium/words/zh"}
TRANSLATED: tuple[Language, ...] = tuple(language for language in LANGUAGES if language in TRANSLATIONS)
NO_TEXT = {"formula", "defaults", "default", "spec", "required", "version"}
A_NAME = re.compile(r"[\w.:^$(){}|,\\-]*")
"""What a program compares: a name, a type, a pattern; it has no space."""


def listed(findings: Iterable[str]) -> str:
    """Return findings as they are to be read, a line each."""
    return "\n" + "\n".join(sorted(findings))


def catalog_words() -> set[tuple[str, str]]:
    """Return every text of the catalog, with the list that it stands in."""
    found: set[tuple[str, str]] = set()

    def note(catalog_list: str, text: str) -> None:
        found.add((catalog_list, text))

    translated(english_catalog(), "zh-CN", note)
    return found


def calls_of_say(source: str) -> Iterator[tuple[ast.Call, str | None]]:
    """Yield each call of `say`, and its template where that is written there as it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
            template = node.args[0]
            written = template.value if isinstance(template, ast.Constant) else None
            yield node, written if isinstance(written, str) else None


def said() -> list[tuple[str, ast.Call, str | None]]:
    """Return each call of `say` in the code, where it stands, and its template."""
    return [
        (f"{path.relative_to(CODE.parent)}:{call.lineno}", call, template)
        for path in sorted(CODE.rglob("*.py"))
        for call, template in calls_of_say(path.read_text(encoding="utf-8"))
    ]


def templates() -> dict[str, str]:
    """Return every template that can be said, with where it is."""
    found = {template: place for place, _, template in said() if template is not None}
    return found | dict.fromkeys(EXPECTATIONS.values(), "neurarium/spec/findings.py")


def subclasses(kind: type) -> set[type]:
    """Return a class and all that derive from it."""
    return {kind}.union(*(subclasses(inner) for inner in kind.__subclasses__()))


def bare_words(source: str) -> Iterator[tuple[int, str]]:
    """Yield, with its line, each string that is put where a person will read it, and that is no text."""
    spoken = {found.__name__ for kind in (NeurariumError, ErrorInfo, Mend) for found in subclasses(kind)}
    spoken |= {notice_message.__name__, "finding"}
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in spoken):
            continue
        # An error's first argument is its message; those of a notice and a finding are names.
        words = node.args[:1] if node.func.id not in (notice_message.__name__, "finding") else []
        words += [keyword.value for keyword in node.keywords if keyword.arg in ("message", "hint", "title", "said")]
        words += node.args[3:4] if node.func.id == notice_message.__name__ else []
        words += node.args[1:2] if node.func.id == "finding" else []
        yield from ((word.lineno, ast.unparse(word)) for word in words if is_bare(word))


def is_bare(value: ast.expr) -> bool:
    """Return whether an expression makes a plain string: a literal, an f-string, or a choice or sum with one."""
    match value:
        case ast.JoinedStr() | ast.Constant(value=str()):
            return True
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return is_bare(one) or is_bare(other)
        case ast.BoolOp(values=several):
            return any(map(is_bare, several))
        case ast.Call(func=ast.Attribute(value=inner)):  # ", ".join(…), "…".format(…)
            return is_bare(inner)
    return False


def room_of(place: str) -> str:
    """Return the room that a place such as ``neurarium/spec/base.py:60`` is in."""
    return place.split("/")[1].partition(".")[0]


def placeholders(template: str) -> Counter[tuple[str, str]]:
    """Return a template's placeholders with their formats, and how often each stands there."""
    return Counter((name, form or "") for _, name, form, _ in Formatter().parse(template) if name is not None)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_catalog_is_translated(language: Language) -> None:
    known = catalog_texts(language)
    missing = [
        f'{TRANSLATIONS[language]}/catalog/{catalog_list}.py lacks "{text}"'
        for catalog_list, text in sorted(catalog_words())
        if text and text not in known.get(catalog_list, {}) and text not in NAMES
    ]
    assert not missing, listed(missing)


@pytest.mark.parametrize("language", TRANSLATED)
def test_there_is_no_translation_of_what_the_catalog_does_not_tell(language: Language) -> None:
    told = catalog_words()
    stale = [
        f'{TRANSLATIONS[language]}/catalog/{catalog_list}.py: "{text}"'
        for catalog_list, texts in catalog_texts(language).items()
        for text in texts
        if (catalog_list, text) not in told
    ]
    assert not stale, listed(stale)


def test_the_catalog_has_sentences_only_where_texts_are_looked_for() -> None:
    """A new key with words in it is added to `TEXT_KEYS`; otherwise it would stay English and nobody would notice."""

    def strings(value: Any, key: str, path: str) -> Iterator[tuple[str, str, str]]:
        if key in NO_TEXT:
            return
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from strings(inner, name, f"{path}.{name}")
        elif isinstance(value, list | tuple):
            for position, inner in enumerate(value):
                yield from strings(inner, key, f"{path}[{position}]")
        elif isinstance(value, str):
            yield key, path, value

    unseen = [
        f"{path} is no name, and {key} is none of TEXT_KEYS: {value}"
        for key, path, value in strings(english_catalog(), "", "catalog")
        if key not in TEXT_KEYS and not A_NAME.fullmatch(value)
    ]
    assert not unseen, listed(unseen)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: Language) -> None:
    known = messages(language)
    missing = {
        f"{TRANSLATIONS[language]}/messages/{room_of(place)}.py lacks {template!r}, said at {place}"
        for template, place in templates().items()
        if template not in known
    }
    assert not missing, listed(missing)


@pytest.mark.parametrize("language", TRANSLATED)
def test_there_is_no_translation_of_what_nobody_says(language: Language) -> None:
    stale = messages(language).keys() - templates().keys()
    assert not stale, listed(stale)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_figures_of_its_template(language: Language) -> None:
    differing = [
        f"{template!r} and {translation!r}"
        for template, translation in messages(language).items()
        if placeholders(template) != placeholders(translation)
    ]
    assert not differing, listed(differing)


def test_a_message_is_written_where_it_is_said_and_filled_with_what_it_asks_for() -> None:
    wrong = []
    for place, call, template in said():
        if template is None:
            wrong.append(f"{place}: the template is put together; write it as it stands")
            continue
        given = {keyword.arg for keyword in call.keywords}
        if {name for name, _ in placeholders(template)} != given and None not in given:
            wrong.append(f"{place}: {template!r} is given {sorted(map(str, given))}")
    assert not wrong, listed(wrong)


def test_validators_raise_findings_that_can_be_translated() -> None:
    """`spec.findings.finding` takes a text; pydantic's own error would be English for everybody."""
    users = {path for path in CODE.rglob("*.py") if "PydanticCustomError(" in path.read_text(encoding="utf-8")}
    assert users == {CODE / "spec" / "findings.py"}


def test_errors_notices_and_mends_are_raised_as_texts() -> None:
    """A string would be English for everybody; types refuse it too, where they can see it."""
    bare = [
        f"{path.relative_to(CODE.parent)}:{line}: {words}"
        for path in sorted(CODE.rglob("*.py"))
        for line, words in bare_words(path.read_text(encoding="utf-8"))
    ]
    assert not bare, listed(bare)


def test_the_search_for_bare_words_finds_them() -> None:
    raised = (
        'ShapeError("no")',
        'WorkerError(f"{n} too many")',
        'GraphError(say("no"), hint="yes" if n else None)',
        'LimitError("a" + b)',
        'ConflictError(say("no"), hint=x or "y")',
        'SpecError(", ".join(names))',
        'Finding(code="c", message="no")',
        'Mend(title=f"Remove {n}", changes=())',
        'notice_message("info", 3, "reset", "Back.")',
        'finding("out_of_range", "should be less")',
    )
    assert [len(list(bare_words(source))) for source in raised] == [1] * len(raised)
    assert not list(bare_words('SpecError(say("no"), hint=say("yes") if n else None, node="fc1", code="none")'))
    assert not list(bare_words('finding("out_of_range", say("should be less"), "low")'))


def test_the_search_for_messages_finds_one() -> None:
    """The tests above would pass on nothing at all."""
    source = 'def f():\n    raise ValueError(say("{count} of them", count=1), hint=say(f"put {together}"))'
    assert [template for _, template in calls_of_say(source)] == ["{count} of them", None]
    assert placeholders("{a:,} and {a:,}, {{b}}") == {("a", ","): 2}
    assert len(catalog_words()) > 300
