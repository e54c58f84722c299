"""Architectures: published networks, written as the nodes of a `NetworkSpec`. One file a publication.

Each module has ``PUBLISHED``, the year; functions that return nodes; and ``presets()``, runs of these networks. They
are found by looking into this folder.
"""

import importlib
import pkgutil
from typing import Protocol, cast

from neurarium.spec.preset import Preset


class Architecture(Protocol):
    """What each module of this folder offers; a leading underscore marks those that are none."""

    PUBLISHED: int

    def presets(self) -> list[Preset]:
        """Return runs of these networks that are ready to play."""
        ...


def architectures() -> dict[str, Architecture]:
    """Return every architecture's module by its name, the older ones first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    modules = {name: cast(Architecture, importlib.import_module(f"{__name__}.{name}")) for name in names}
    return dict(sorted(modules.items(), key=lambda item: item[1].PUBLISHED))


def architecture_presets() -> list[Preset]:
    """Return the presets of all architectures, the older ones first."""
    return [preset for module in architectures().values() for preset in module.presets()]
