"""Files that are wholly there or not at all."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from neurarium.store import write_json, write_weights


def test_weights_load_back_as_they_were_with_any_tool_that_reads_safetensors(tmp_path: Path) -> None:
    tensors = {
        "conv1.weight": np.arange(24, dtype=np.float32).reshape(2, 3, 2, 2).transpose(1, 0, 3, 2),
        "norm1.running_mean": np.array([0.5, -0.0, np.inf], np.float32),
        "empty": np.empty((0, 3), np.float32),
    }
    path = tmp_path / "new" / "folder" / "weights.safetensors"
    write_weights(path, tensors)
    loaded = load_file(path)
    assert set(loaded) == set(tensors)
    for name, tensor in tensors.items():
        assert loaded[name].dtype == tensor.dtype
        np.testing.assert_array_equal(loaded[name], tensor)


def test_json_loads_back_and_is_text_that_a_person_can_read(tmp_path: Path) -> None:
    value = {"step": [1, 2], "train_loss": [0.5, None], "name": "Übung"}
    write_json(tmp_path / "metrics.json", value)
    text = (tmp_path / "metrics.json").read_text(encoding="utf-8")
    assert json.loads(text) == value
    assert text.endswith("\n")
    assert "\n  " in text


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_that_json_has_no_word_for_are_refused_and_leave_what_was_there(tmp_path: Path, number: float) -> None:
    path = tmp_path / "metrics.json"
    write_json(path, {"old": 1})
    with pytest.raises(ValueError, match="JSON"):
        write_json(path, {"loss": number})
    assert json.loads(path.read_text()) == {"old": 1}
    assert os.listdir(tmp_path) == ["metrics.json"]


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_fault_while_writing_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    path = tmp_path / "spec.json"
    write_json(path, {"old": 1})

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, fails, full)
        with pytest.raises(OSError, match="No space left"):
            write_json(path, {"new": 2})
    assert json.loads(path.read_text()) == {"old": 1}
    assert os.listdir(tmp_path) == ["spec.json"]
    write_json(path, {"new": 2})
    assert json.loads(path.read_text()) == {"new": 2}


def test_others_may_read_what_is_written_as_they_may_any_new_file(tmp_path: Path) -> None:
    write_json(tmp_path / "spec.json", {})
    (tmp_path / "ordinary").touch()
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("spec.json", "ordinary")}
    assert modes["spec.json"] == modes["ordinary"]
