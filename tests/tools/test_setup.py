"""Setting up: the right Python is found, a wrong one is named with the mend, and nothing is done twice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Stands for a Python: knows whether it suits, makes a .venv that holds a copy of itself, notes what pip is asked.
PYTHON = """#!/bin/sh
case "$*" in
    --version) echo "Python {version}" ;;
    *version_info*) exit {suits} ;;
    *ensurepip*) exit {lacks_venv} ;;
    "-m venv --clear .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip install"*) echo "$*" >> pip-calls; exit {pip_fails} ;;
esac
"""


class Machine:
    """A machine with the programs that the script needs, and the Pythons that a test puts on it."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.project = folder / "a project"
        self.programs.mkdir()
        (self.project / "tools").mkdir(parents=True)
        shutil.copy(ROOT / "tools" / "setup.sh", self.project / "tools")
        (self.project / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        (self.project / "constraints.txt").write_text("numpy==2.4.6\n", encoding="utf-8")
        for name in ("sh", "cat", "cksum", "dirname", "mkdir", "cp", "rm"):
            found = shutil.which(name)
            assert found is not None
            (self.programs / name).symlink_to(found)

    def add_python(
        self, name: str = "python3", version: str = "3.12.1", *, lacks_venv: bool = False, pip_fails: bool = False
    ) -> Path:
        """Put a Python on the machine's PATH."""
        suits = (3, 11) <= tuple(int(part) for part in version.split(".")[:2]) <= (3, 14)
        program = self.programs / name
        program.write_text(
            PYTHON.format(version=version, suits=int(not suits), lacks_venv=int(lacks_venv), pip_fails=int(pip_fails)),
            encoding="utf-8",
        )
        program.chmod(0o755)
        return program

    def set_up(self, mode: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script, from another folder than the project's."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PATH", "PYTHON")}
        return subprocess.run(
            ["sh", str(self.project / "tools" / "setup.sh"), mode],
            env={**kept, "PATH": str(self.programs), **environment},
            cwd=self.programs,
            capture_output=True,
            text=True,
            check=False,
        )

    def installations(self) -> list[str]:
        """Return what pip was asked for, each time."""
        calls = self.project / "pip-calls"
        return [line.split()[-1] for line in calls.read_text().splitlines()] if calls.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a machine without any Python."""
    return Machine(tmp_path)


def test_the_second_time_does_nothing(machine: Machine) -> None:
    machine.add_python()
    first = machine.set_up()
    assert first.returncode == 0, first.stderr
    second = machine.set_up()
    assert second.returncode == 0
    assert second.stdout + second.stderr == ""
    assert machine.installations() == ["."]


def test_what_was_installed_for_work_serves_too_but_not_the_other_way(machine: Machine) -> None:
    machine.add_python()
    machine.set_up("run")
    machine.set_up("dev")
    machine.set_up("run")
    machine.set_up("dev")
    assert machine.installations() == [".", ".[dev]"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_what_is_asked_for_installs_again(machine: Machine, name: str) -> None:
    machine.add_python()
    machine.set_up()
    with (machine.project / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    machine.set_up()
    assert machine.installations() == [".", "."]


def test_a_tree_that_was_moved_installs_again(machine: Machine) -> None:
    machine.add_python()
    machine.set_up()
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    machine.set_up()
    assert machine.installations() == [".", "."]


def test_a_failed_installation_is_said_and_tried_again(machine: Machine) -> None:
    machine.add_python(pip_fails=True)
    failed = machine.set_up()
    assert failed.returncode == 1
    assert "pip could not install" in failed.stderr
    (machine.project / ".venv/bin/python").unlink()
    machine.add_python()
    assert machine.set_up().returncode == 0
    assert machine.installations() == [".", "."]


def test_an_old_python_is_passed_over_for_a_suitable_one(machine: Machine) -> None:
    machine.add_python("python3", "3.9.2")
    machine.add_python("python3.13", "3.13.0")
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert "Python 3.13.0" in done.stderr


@pytest.mark.parametrize("version", ["3.9.2", "3.10.14", "3.15.0"])
def test_an_unsuitable_python_is_named_with_the_mend(machine: Machine, version: str) -> None:
    machine.add_python("python3", version)
    done = machine.set_up()
    assert done.returncode == 1
    assert f"needs Python 3.11, 3.12, 3.13 or 3.14, and found Python {version}." in done.stderr
    assert not (machine.project / ".venv").exists()


def test_no_python_at_all_is_said(machine: Machine) -> None:
    done = machine.set_up()
    assert done.returncode == 1
    assert "found no python3 at all" in done.stderr


def test_a_python_without_venv_is_said(machine: Machine) -> None:
    machine.add_python(lacks_venv=True)
    done = machine.set_up()
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_a_python_that_was_named_is_taken_or_refused(machine: Machine) -> None:
    machine.add_python("python3", "3.12.1")
    named = machine.add_python("another", "3.11.0")
    assert "Python 3.11.0" in machine.set_up(PYTHON=str(named)).stderr
    shutil.rmtree(machine.project / ".venv")
    refused = machine.set_up(PYTHON="/no/such/python")
    assert refused.returncode == 1
    assert "PYTHON is '/no/such/python'" in refused.stderr


def test_an_unknown_mode_is_refused(machine: Machine) -> None:
    machine.add_python()
    done = machine.set_up("everything")
    assert done.returncode == 1
    assert "unknown mode 'everything': expected run or dev" in done.stderr
