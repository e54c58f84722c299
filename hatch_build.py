"""Build hook: a wheel carries the built page, so that `pip install` gives a `neurarium` that serves it.

Editable installs skip this (`make run` builds the page itself). Where no suitable Node is on the machine,
the build asks pip for the PyPI package that carries one, for the time of the build only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# pip and build load this file by its path: the project's own folder is not on sys.path then.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from tools import node, page


class PageBuildHook(BuildHookInterface[Any]):
    """Builds the page before the wheel's files are gathered."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs from PyPI beside hatchling: a Node, where there is none to be used."""
        if self.target_name != "wheel" or page.is_built() or node.find_on_path() is not None:
            return []
        return [node.pinned_wheel()]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page where it is missing or stale; ``version`` is ``editable`` or ``standard``.

        Raises:
            NodeError: npm is missing or failed. pip shows the message with npm's own above it.
        """
        if version != "editable":
            page.build()
