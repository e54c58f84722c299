"""Find an installed Chrome or Chromium for the end-to-end tests, else install one the ordinary way.

    python -m tools.browser      # prints where it is

Looked for, in this order: what NEURARIUM_CHROMIUM names; the usual names on the PATH; the usual places on
macOS, Windows and Linux; the one that Playwright has downloaded. Where there is none, Playwright is asked to
download its own, and where that fails and this is root on a Debian system, the Debian package is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "NEURARIUM_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "%PROGRAMFILES%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Google/Chrome/Application/chrome.exe",
    "%LOCALAPPDATA%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Microsoft/Edge/Application/msedge.exe",
)
HELP = (
    f"The end-to-end tests need Chrome or Chromium, and none was found or could be installed. Install one "
    f"(Debian and Ubuntu: apt install chromium), or set {VARIABLE} to the path of one that is already here."
)
# No sandbox: it needs privileges that containers and root do not have, and the tests only open our own pages.
# The rest keeps the browser from doing anything of its own, such as looking for updates.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class BrowserError(RuntimeError):
    """There is no browser to be had. The message says how to get one."""


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name)
        if found is not None:
            yield Path(found)
    for place in PLACES:
        # An environment variable that this system lacks leaves its percent signs behind, and names no file.
        yield Path(_expand(place)).expanduser()
    yield from _from_playwright()


def _expand(place: str) -> str:
    if not place.startswith("%"):
        return place
    variable, _, rest = place[1:].partition("%")
    return os.environ.get(variable, f"%{variable}%") + rest


def _from_playwright() -> Iterator[Path]:
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)
    except Error:
        return


def _runs(program: Path) -> bool:
    """Say whether the program starts: Ubuntu's placeholder for a snap is a file, and no browser."""
    if not (program.is_file() and os.access(program, os.X_OK)):
        return False
    if sys.platform == "win32":
        # chrome.exe --version opens a window there and prints nothing.
        return True
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.returncode == 0


def find() -> Path | None:
    """Return an installed browser, or None.

    Raises:
        BrowserError: NEURARIUM_CHROMIUM is set, and names no browser that runs.
    """
    named = os.environ.get(VARIABLE)
    if named:
        program = Path(named).expanduser()
        if not _runs(program):
            raise BrowserError(
                f"{VARIABLE} is '{named}', which is no browser that runs. "
                f"Give the full path of a Chrome or Chromium, or unset it to have one looked for."
            )
        return program
    return next((program for program in _candidates() if _runs(program)), None)


def _is_root_on_debian() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install() -> None:
    """Install a browser: Playwright's own, else the Debian package. Output goes to standard error."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if _succeeds(playwright) and find() is not None:
        return
    if _is_root_on_debian():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _succeeds(["apt-get", "update"], environment)
        _succeeds(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], environment)


def _succeeds(command: list[str], environment: dict[str, str] | None = None) -> bool:
    print(f"Installing a browser: {' '.join(command[-3:])}", file=sys.stderr, flush=True)
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment, timeout=600, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return False
    return done.returncode == 0


def ensure() -> Path:
    """Return a browser, installing one where there is none.

    Raises:
        BrowserError: there is none, and none could be installed.
    """
    program = find()
    if program is None:
        install()
        program = find()
    if program is None:
        raise BrowserError(HELP)
    return program


def main() -> int:
    """Print where the browser is, and return the exit status."""
    try:
        print(ensure())
    except BrowserError as error:
        print(f"neurarium: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
