"""Settings from the environment, and what is said of those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from neurarium.sessions.settings import Settings, read_settings
from neurarium.spec.errors import SpecError


def test_each_is_read_from_its_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = {
        "HOME": str(tmp_path), "MNIST_FOLDER": str(tmp_path / "mnist"), "OPEN_BROWSER": "0",
        "ALLOWED_HOSTS": '["lab.example"]', "MAX_ACTIVE_RUNS": "3", "MAX_KEPT_RUNS": "4", "MAX_PARAMETERS": "5",
        "MAX_BATCH_BYTES": "6", "MAX_STEPS": "7", "UNWATCHED_SECONDS": "0.5", "START_SECONDS": "9",
    }  # fmt: skip
    assert {name.lower() for name in values} == set(Settings.model_fields), "a setting is not looked at"
    for name, value in values.items():
        monkeypatch.setenv(f"NEURARIUM_{name}", value)
    settings = read_settings()
    assert settings.home == tmp_path
    assert settings.mnist_folder == tmp_path / "mnist"
    assert settings.open_browser is False
    assert settings.allowed_hosts == ["lab.example"]
    assert (settings.max_active_runs, settings.max_kept_runs) == (3, 4)
    assert (settings.limits.parameters, settings.limits.batch_bytes, settings.limits.steps) == (5, 6, 7)
    assert (settings.unwatched_seconds, settings.start_seconds) == (0.5, 9)


def test_each_says_what_it_is_for() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, f"{name} has no description"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_STEPS", "many"),
        ("MAX_STEPS", "0"),
        ("MAX_ACTIVE_RUNS", "-1"),
        ("UNWATCHED_SECONDS", "0"),
        ("OPEN_BROWSER", "perhaps"),
        ("ALLOWED_HOSTS", "localhost"),
        ("ALLOWED_HOSTS", "[1]"),
    ],
)
def test_one_that_cannot_be_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"NEURARIUM_{name}", value)
    with pytest.raises(SpecError) as caught:
        read_settings()
    assert f"NEURARIUM_{name}" in caught.value.info.message
    assert caught.value.info.hint
