"""Where figures go, and what is said of the machine that they were measured on."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

REPORT = Path(__file__).resolve().parents[1] / "docs" / "BENCHMARKS.md"


def write_section(name: str, lines: Iterable[str], report: Path = REPORT) -> None:
    """Put `lines` between the marks of section `name` in the report, in place of what stood there.

    Raises:
        ValueError: the report has no such marks.
    """
    text = report.read_text(encoding="utf-8")
    begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise ValueError(f"{report.name} lacks the marks {begin.strip()} and {end}; put them where {name} belongs")
    report.write_text(before + begin + "".join(f"{line}\n" for line in lines) + end + after, encoding="utf-8")


def machine() -> str:
    """Return one line on the machine, the versions and the day."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "torch"))
    day = time.strftime("%Y-%m-%d")
    return f"Measured on {day}: {_processor()}, {cores} cores, Python {platform.python_version()}, {versions}."


def load() -> str:
    """Return how busy the machine is: the mean number of waiting or running tasks of the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a Markdown table: the first column left-aligned, the others right-aligned."""
    line = "| " + " | ".join(head) + " |"
    rule = "|---|" + "---:|" * (len(head) - 1)
    return [line, rule, *("| " + " | ".join(row) + " |" for row in rows)]


def say(text: str) -> None:
    """Tell how far it is, at once."""
    print(text, file=sys.stderr, flush=True)


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
