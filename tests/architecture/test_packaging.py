"""What `pip install .` brings: the package, its data files and the built page, and nothing of the workshop."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tools import page as page_tools

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "backend" / "neurarium"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel, and return the names of what is inside."""
    assert page_tools.is_built(), "The page is not built, or older than its sources. Run: make page"
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("neurarium-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_page_is_inside(shipped: set[str]) -> None:
    built = {path.relative_to(PACKAGE.parent).as_posix() for path in page_tools.PAGE.rglob("*") if path.is_file()}
    built.discard("neurarium/page/.built-from")
    assert "neurarium/page/index.html" in built
    assert {name for name in shipped if name.startswith("neurarium/page/")} == built


def test_every_module_and_data_file_is_inside(shipped: set[str]) -> None:
    wanted = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and page_tools.PAGE not in path.parents
    }
    assert "neurarium/py.typed" in wanted
    assert wanted <= shipped


def test_nothing_else_is_inside(shipped: set[str]) -> None:
    tops = {name.split("/")[0] for name in shipped}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"neurarium"}
