"""What a page says, to eyes and to assistive technology, and which of its words are Latin that should not be."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from neurarium.words.zh.names import NAMES

COLLECT = """(within) => {
  const said = [];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isQuoted = (element) => element.closest("[translate=no], .katex, code, kbd, script, style") !== null;
  for (const element of document.querySelectorAll(within.map((root) => `${root}, ${root} *`).join())) {
    if (isQuoted(element) || !isShown(element)) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const texts = own.map((node) => node.data);
    for (const name of ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"]) {
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    }
    const where = element.closest("[data-testid]")?.dataset.testid ?? element.tagName;
    for (const text of texts) if (text.trim() !== "") said.push([where, text.trim()]);
  }
  return said;
}"""
"""Every text with the test id around it, save what is quoted as it is: `translate="no"`, formulas, keys."""

WORD = re.compile(r"[A-Za-z][A-Za-z_]*(?:[-'’][A-Za-z]+)*")

UNITS = {"n", "k", "M", "G", "T", "B", "e", "s", "ms", "MiB", "KiB", "GiB", "MB", "kB", "GB"}
"""Letters of figures: `n = 32`, `2.3 M`, `1.2e-3`, seconds and bytes."""

SYMBOLS = {"x", "y", "t", "p", "b", "g", "L", "dL", "dx", "dy", "dw", "db", "dweight", "dbias"}
"""Letters of formulas, by which a figure's cells are read: `dL/dx[0, 2, 3]`."""

THINGS = {
    *(
        "Neurarium",
        "English",
        "ImageNet",
        "React",
        "Flow",
        "attribution",
        "numpy",
        "torch",
        "PyTorch",
        "cpu",
        "cuda",
        "auto",
        "NaN",
    ),
    *(
        "Dropout",
        "epoch",
        "softmax",
        "tanh",
        "sigmoid",
        "one-hot",
        "CNN",
        "XOR",
        "Xavier",
        "He",
        "LeCun",
        "Huber",
        "Momentum",
    ),
    *(
        "log",
        "std",
        "Enter",
        "Esc",
        "Space",
        "Shift",
        "Ctrl",
        "Alt",
        "Delete",
        "Tab",
        "Page",
        "Up",
        "Down",
        "JSON",
        "neurarium",
        "train",
    ),
    *"ACDEFGLORSVXYZ",
    *("same", "fan_in", "fan_out", "none", "w", "make", "run", "conv", "sqrt"),
    *("weight", "bias", "input", "loss", "running_mean", "running_var", "gain", "shift"),
}
"""What Chinese writes as it is: programs, words that the field has no others for, keys, parameters, settings."""


def latin_names() -> set[str]:
    """Return the words of all names that the server leaves untranslated."""
    return {word for name in NAMES for word in WORD.findall(name)}


def foreign(page: Page, allowed: set[str], within: tuple[str, ...] = ("body",)) -> dict[str, str]:
    """Return the texts in the elements ``within`` that hold a Latin word outside ``allowed``, and where each stands."""
    known = {word.lower() for word in allowed | UNITS | SYMBOLS | THINGS | latin_names()}
    said: list[Any] = page.evaluate(COLLECT, list(within))
    return {text: where for where, text in said if any(word.lower() not in known for word in WORD.findall(text))}
