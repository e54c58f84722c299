"""One mechanism for everything that can be picked: layers, losses, optimizers, initializers, schedules, data sets,
surfaces.

A kind is a class in a file of its own, inside the package of its family. Families find their members by importing every
module of
that package, so adding a kind edits no list.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import Field

from neurarium.spec.base import SpecModel


@dataclass(frozen=True)
class Documentation:
    """What the catalog tells of a kind.

    Attributes:
        title: its name in plain words, as a palette shows it.
        sentence: what it does, in one plain sentence.
        formula: its definition, in LaTeX.
        source: the paper or chapter that the formula comes from.
        family: the group it is listed under; empty where a list has no groups.
    """

    title: str
    sentence: str
    formula: str
    source: str
    family: str = ""


class Kind(SpecModel):
    """Base of everything that can be picked by its `kind`."""

    documentation: ClassVar[Documentation]
    hidden_fields: ClassVar[frozenset[str]] = frozenset({"kind"})
    """Fields that are no settings and so are left out of a settings form."""

    @classmethod
    def kind_name(cls) -> Any:
        """Return the value of the `kind` field that selects this class; no string for a base class."""
        field = cls.model_fields.get("kind")
        return field.default if field else None

    @classmethod
    def settings_schema(cls) -> dict[str, Any]:
        """Return the JSON schema of the settings alone, from which a form can be drawn."""
        schema = cls.model_json_schema(mode="validation")
        properties = {
            name: _without_union(value) for name, value in schema["properties"].items() if name not in cls.hidden_fields
        }
        required = [name for name in schema.get("required", []) if name in properties]
        return {"type": "object", "properties": properties, "required": required}

    @classmethod
    def settings_defaults(cls) -> dict[str, Any]:
        """Return the default of every setting that has one, as JSON values."""
        defaults: dict[str, Any] = {}
        for name, field in cls.model_fields.items():
            if name in cls.hidden_fields or field.is_required():
                continue
            value = field.get_default(call_default_factory=True, validated_data={})
            defaults[name] = value.model_dump(mode="json") if isinstance(value, SpecModel) else value
        return defaults


K = TypeVar("K", bound=Kind)


def discover(package: str, base: type[K]) -> dict[str, type[K]]:
    """Import every module of `package` and return the kinds derived from `base`, by name, in alphabetical order.

    Raises:
        TypeError: two classes claim the same kind.
    """
    found: dict[str, type[K]] = {}
    for module_info in pkgutil.iter_modules(importlib.import_module(package).__path__, package + "."):
        module = importlib.import_module(module_info.name)
        for value in vars(module).values():
            if not (isinstance(value, type) and issubclass(value, base)) or value.__module__ != module.__name__:
                continue
            name = value.kind_name()
            if not isinstance(name, str):  # a base class in a file of its own, not a kind
                continue
            if name in found:
                raise TypeError(f"{value.__name__} and {found[name].__name__} both claim the kind {name!r}")
            found[name] = value
    return dict(sorted(found.items()))


def union_of(kinds: dict[str, type[Any]]) -> Any:
    """Return the type of "one of these kinds", told apart by `kind`."""
    return Annotated[reduce(or_, kinds.values()), Field(discriminator="kind")]


def default_of(kinds: Mapping[str, type[Any]], name: str) -> Callable[[], Any]:
    """Return what makes the kind `name` with its default settings."""
    return lambda: kinds[name]()


def picked_from(catalog_list: str) -> dict[str, Any]:
    """Return the schema remark that makes a form offer a nested choice from a catalog list, e.g. ``initializers``."""
    return {"x-kind-of": catalog_list}


def _without_union(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema; a nested choice keeps its remark alone, since the catalog already lists what it
    offers.
    """
    if "x-kind-of" not in schema:
        return schema
    return {key: value for key, value in schema.items() if key not in ("oneOf", "discriminator")}
