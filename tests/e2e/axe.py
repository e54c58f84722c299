"""Deque's axe-core in the page: what of a view would keep somebody with assistive technology out.

Nothing is downloaded: it is the copy among the page's own development dependencies. It is evaluated through the
browser's debugging protocol, as the page's content security policy would not load it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

CONTRAST = ("color-contrast",)
"""All that a change of the colours can break."""

RUN = """async (only) => {
  const options = { resultTypes: ["violations"] };
  if (only.length > 0) options.runOnly = { type: "rule", values: only };
  const { violations } = await window.axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => ({
      rule: id,
      help,
      target: target.flat(Infinity).join(" "),
      html: html.slice(0, 160),
      why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
    })),
  );
}"""


def violations(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """Return a line for each element of the page, as it is now, that breaks a rule of axe-core or a best practice."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(RUN, list(only))
    return [f"{one['rule']} at {one['target']}\n    {one['html']}\n    {one['why'] or one['help']}" for one in found]
