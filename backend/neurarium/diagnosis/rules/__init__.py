"""The rules, found by looking into this folder: one file each."""

import importlib
import pkgutil
from graphlib import TopologicalSorter

from neurarium.diagnosis.rule import Rule


def _discover() -> tuple[Rule, ...]:
    """Return one of each rule, a cause before what it explains."""
    found: dict[str, Rule] = {}
    for module_info in pkgutil.iter_modules(__path__, __name__ + "."):
        module = importlib.import_module(module_info.name)
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__:
                found[value.name] = value()
    order = TopologicalSorter({name: rule.explained_by for name, rule in found.items()})
    return tuple(found[name] for name in order.static_order())


RULES = _discover()
"""Every rule; one that explains others comes before them."""
