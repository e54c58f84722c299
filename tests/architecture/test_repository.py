"""What no committed file may hold: a package registry's host, or a path of somebody's machine."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# In parts, so that this file passes its own test.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("registry", "npmjs", "org"),
        ("registry", "npmmirror", "com"),
        ("registry", "yarnpkg", "com"),
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("download", "pytorch", "org"),
        ("conda", "anaconda", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.$~}/-])(?:/(?:root|work)/|/(?:home|Users)/[a-z]|[A-Z]:\\Users\\)")
BINARY = {".png", ".jpg", ".gif", ".ico", ".woff", ".woff2", ".npz", ".safetensors", ".gz"}


def committed_files() -> list[Path]:
    """Return the text files that git keeps, or would keep if they were added now."""
    answer = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode != 0:
        pytest.skip("this is no git checkout, so nothing says which files are committed")
    files = [ROOT / name for name in answer.stdout.split("\0") if name]
    return [file for file in files if file.is_file() and file.suffix not in BINARY]


def test_there_are_files_to_look_at() -> None:
    names = {file.relative_to(ROOT).as_posix() for file in committed_files()}
    assert {"pyproject.toml", "frontend/package-lock.json", ".ci/run"} <= names


def test_no_file_names_the_host_of_a_package_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in committed_files()
        for text in [file.read_text(encoding="utf-8", errors="replace")]
        for host in REGISTRY_HOSTS
        if host in text
    ]
    assert not found, f"leave registries to pip's and npm's own settings: {found}"


def test_no_file_holds_a_path_of_a_developers_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for file in committed_files()
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert not found, "write paths relative to the project:\n" + "\n".join(found)


def test_the_lock_file_says_what_and_not_from_where() -> None:
    lock = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))
    resolved = [name for name, package in lock["packages"].items() if "resolved" in package]
    assert lock["packages"], "the lock file names no package"
    assert not resolved, f"set omit-lockfile-registry-resolved=true in frontend/.npmrc and lock again: {resolved[:5]}"
    without_digest = [
        name
        for name, package in lock["packages"].items()
        if name and not package.get("link") and "integrity" not in package and not package.get("inBundle")
    ]
    assert not without_digest, f"packages that could be swapped unnoticed: {without_digest[:5]}"


def test_the_lock_file_holds_the_libraries_of_every_platform() -> None:
    # npm drops an optional library that it cannot fetch, and later versions of `npm ci` then refuse the lock file.
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.rpartition("node_modules/")[2] for name in packages}
    missing = [
        f"{name} wants {optional}"
        for name, package in packages.items()
        for optional in package.get("optionalDependencies", {})
        if optional not in locked
    ]
    assert not missing, (
        "take a version whose libraries can all be had (pin it under `overrides` in frontend/package.json), then lock "
        f"again from nothing (no package-lock.json, no node_modules): {missing[:5]}"
    )


def test_every_constraint_is_one_exact_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) > 20
    wrong = [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", pin)]
    assert not wrong, f"expected name==version, without address or build tag: {wrong}"
