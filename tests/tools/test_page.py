"""Building the page: only where it is missing or stale, and never half."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import node, page


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a small project, its `npm` being a script that writes down what it was asked."""
    frontend, built = tmp_path / "frontend", tmp_path / "backend" / "neurarium" / "page"
    (frontend / "src").mkdir(parents=True)
    (frontend / "package.json").write_text("{}", encoding="utf-8")
    (frontend / "package-lock.json").write_text("{}", encoding="utf-8")
    (frontend / "src" / "main.ts").write_text("export {}", encoding="utf-8")
    npm = tmp_path / "npm"
    npm.write_text(
        f'#!/bin/sh\necho "$*" >> "{tmp_path}/calls"\n'
        f'case "$1" in\n'
        f"ci) mkdir -p node_modules ;;\n"
        f'run) mkdir -p "{built}" && echo page > "{built}/index.html" ;;\n'
        f"esac\n",
        encoding="utf-8",
    )
    npm.chmod(0o755)
    monkeypatch.setattr(page, "ROOT", tmp_path)
    monkeypatch.setattr(page, "FRONTEND", frontend)
    monkeypatch.setattr(page, "PAGE", built)
    monkeypatch.setattr(page, "PAGE_STAMP", built / ".built-from")
    monkeypatch.setattr(page, "MODULES_STAMP", frontend / "node_modules" / ".installed-from")
    monkeypatch.setattr(node, "ensure", lambda: node.Node(npm, (str(npm),)))
    return tmp_path


def calls(project: Path) -> list[str]:
    """Return the first word of each call of npm."""
    file = project / "calls"
    return [line.split()[0] for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def test_the_second_build_does_nothing(project: Path) -> None:
    assert page.build()
    assert not page.build()
    assert calls(project) == ["ci", "run"]


def test_a_changed_source_builds_again_without_installing_again(project: Path) -> None:
    page.build()
    (project / "frontend/src/main.ts").write_text("export const changed = 1", encoding="utf-8")
    assert page.build()
    assert calls(project) == ["ci", "run", "run"]


def test_a_removed_source_builds_again(project: Path) -> None:
    (project / "frontend/src/second.ts").write_text("export {}", encoding="utf-8")
    page.build()
    (project / "frontend/src/second.ts").unlink()
    assert page.build()


def test_a_changed_lock_installs_again(project: Path) -> None:
    page.build()
    (project / "frontend/package-lock.json").write_text('{"lockfileVersion": 3}', encoding="utf-8")
    assert page.build()
    assert calls(project) == ["ci", "run", "ci", "run"]


def test_a_changed_test_builds_nothing(project: Path) -> None:
    page.build()
    (project / "frontend/src/main.test.ts").write_text("test", encoding="utf-8")
    assert not page.build()


def test_a_page_that_was_removed_is_built_again(project: Path) -> None:
    page.build()
    (page.PAGE / "index.html").unlink()
    assert page.build()


def test_a_failing_npm_is_an_error_and_leaves_no_stamp(project: Path) -> None:
    (project / "npm").write_text('#!/bin/sh\n[ "$1" = ci ] && mkdir -p node_modules || exit 3\n', encoding="utf-8")
    with pytest.raises(node.NodeError, match="`npm run build` in frontend/ failed with status 3"):
        page.build()
    assert not page.is_built()


def test_a_build_that_left_no_page_is_an_error(project: Path) -> None:
    (project / "npm").write_text("#!/bin/sh\nmkdir -p node_modules\n", encoding="utf-8")
    with pytest.raises(node.NodeError, match=r"left no backend/neurarium/page/index\.html"):
        page.build()


def test_a_missing_lock_file_is_an_error(project: Path) -> None:
    (project / "frontend/package-lock.json").unlink()
    with pytest.raises(node.NodeError, match=r"package-lock\.json is missing"):
        page.build()
