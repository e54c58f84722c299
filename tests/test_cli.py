"""The ``neurarium`` command, as it is typed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

import neurarium
from neurarium.spec.run import RunSpec
from tests.support.specs import ENGINES, convnet_spec, endless_spec, enormous_spec, linear, plane_spec

ROOT = Path(__file__).resolve().parents[1]
DEADLINE = 120.0


def neurarium_command(
    *words: str | Path, stdin: str | None = None, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m neurarium`` with these words."""
    return subprocess.run(
        [sys.executable, "-m", "neurarium", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def write_spec(folder: Path, spec: Any) -> Path:
    path = folder / "spec.json"
    path.write_text(json.dumps(spec))
    return path


def assert_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Check that the command ended with 2 and a sentence that has these words, and nothing that frightens."""
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("error: ")
    for word in words:
        assert word in done.stderr, done.stderr


def test_it_tells_its_version_and_what_it_can_do() -> None:
    done = neurarium_command("--version")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, neurarium.__version__, "")
    shown = neurarium_command("--help")
    assert shown.returncode == 0
    for command in ("serve", "train", "check", "catalog"):
        assert command in shown.stdout


class TestTrain:
    @pytest.mark.parametrize("engine", ENGINES)
    def test_it_writes_spec_metrics_and_weights_that_load_back(self, tmp_path: Path, engine: str) -> None:
        spec = convnet_spec()
        out = tmp_path / "out"
        done = neurarium_command("train", write_spec(tmp_path, spec), "--engine", engine, "--output", out)
        assert done.returncode == 0, done.stderr
        assert sorted(os.listdir(out)) == ["findings.json", "metrics.json", "spec.json", "weights.safetensors"]
        written = json.loads((out / "spec.json").read_text())
        assert RunSpec.model_validate(written) == RunSpec.model_validate({**spec, "engine": engine})
        metrics = json.loads((out / "metrics.json").read_text())
        assert metrics["step"] == list(range(13))
        assert {len(column) for column in metrics.values()} == {13}
        assert None not in metrics["train_loss"][1:]
        weights = load_file(out / "weights.safetensors")
        assert weights["conv1.weight"].shape == (4, 1, 3, 3)
        assert "norm1.running_mean" in weights
        assert all(np.isfinite(tensor).all() for tensor in weights.values())
        # They are those of the training, not of its beginning: another training from the same spec ends with the same.
        result = neurarium.train({**spec, "engine": engine})
        for name, tensor in result.weights.items():
            np.testing.assert_allclose(weights[name], tensor, rtol=1e-5, atol=1e-7)
        assert f"finished at step 12 ({engine})" in done.stdout
        assert str(out) in done.stdout
        assert "validation accuracy" in done.stderr

    def test_what_is_given_on_the_command_line_goes_before_the_file(self, tmp_path: Path) -> None:
        path = write_spec(tmp_path, plane_spec())
        done = neurarium_command("train", path, "--epochs", "1", "--seed", "5", "--device", "cpu", "-q", "-o", tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        written = json.loads((tmp_path / "spec.json").read_text())
        assert (written["epochs"], written["seed"], written["device"]) == (1, 5, "cpu")

    def test_without_an_output_it_makes_a_folder_named_after_the_run(self, tmp_path: Path) -> None:
        spec = plane_spec(name="Übung 1: <b>small</b>/../perceptron", epochs=1)
        done = neurarium_command("train", write_spec(tmp_path, spec), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        (folder,) = (tmp_path / "runs").iterdir()
        assert folder.name.startswith("bung-1-b-small-b-perceptron-")
        assert (folder / "metrics.json").is_file()

    def test_a_spec_can_come_from_standard_input(self, tmp_path: Path) -> None:
        done = neurarium_command("train", "-", "-o", tmp_path / "out", stdin=json.dumps(plane_spec(epochs=1)))
        assert done.returncode == 0, done.stderr

    def test_where_there_is_no_terminal_epochs_have_lines_with_their_own_figures(self, tmp_path: Path) -> None:
        """As many as there is time for: epochs that pass between two reports have none, and the last one always has."""
        done = neurarium_command("train", write_spec(tmp_path, plane_spec(epochs=40)), "-o", tmp_path / "out")
        lines = [line for line in done.stderr.splitlines() if line.startswith("epoch")]
        epochs = [int(line.split()[1]) for line in lines]
        assert epochs == sorted(set(epochs))
        assert epochs[-1] == 40
        metrics = json.loads((tmp_path / "out" / "metrics.json").read_text())
        for epoch, line in zip(epochs, lines, strict=True):
            assert f"validation accuracy {metrics['validation_accuracy'][9 * epoch]:.4f}" in line

    @pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
    def test_ctrl_c_keeps_what_was_measured(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        with subprocess.Popen(
            [sys.executable, "-m", "neurarium", "train", write_spec(tmp_path, endless_spec()), "-o", out],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as started:
            assert started.stderr is not None
            assert started.stderr.readline().startswith("epoch")
            started.send_signal(signal.SIGINT)
            told, errors = started.communicate(timeout=DEADLINE)
        assert started.returncode == 0, errors
        assert "Traceback" not in errors
        assert "stopped at step" in told
        metrics = json.loads((out / "metrics.json").read_text())
        steps = metrics["step"][-1]
        assert steps >= 9
        assert metrics["step"] == list(range(steps + 1))
        assert None not in metrics["train_loss"][1:]
        assert f"stopped at step {steps} " in told
        assert load_file(out / "weights.safetensors")

    def test_a_training_that_diverges_says_where(self, tmp_path: Path) -> None:
        spec = plane_spec(
            network={"nodes": [linear("fc1", 8), linear("fc2", 2)]},
            loss={"kind": "mean_squared_error"},
            optimizer={"kind": "sgd", "learning_rate": 1000},
            epochs=20,
        )
        done = neurarium_command("train", write_spec(tmp_path, spec), "-q", "-o", tmp_path / "out")
        assert_told(done, "step", "not finite", "fc", "hint: Lower the learning rate")

    def test_a_folder_that_cannot_be_written_is_found_before_the_training(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        done = neurarium_command("train", write_spec(tmp_path, endless_spec()), "-o", tmp_path / "file" / "out")
        assert_told(done, str(tmp_path / "file" / "out"), "--output")

    def test_a_refused_spec_leaves_no_folder(self, tmp_path: Path) -> None:
        done = neurarium_command("train", write_spec(tmp_path, enormous_spec()), "-o", tmp_path / "out")
        assert_told(done, "1,000,00", "fc2")
        assert not (tmp_path / "out").exists()

    def test_data_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        nodes = [{"id": "flat1", "kind": "flatten"}, linear("fc1", 10)]
        spec = plane_spec(data={"dataset": "mnist"}, network={"nodes": nodes})
        assert_told(neurarium_command("train", write_spec(tmp_path, spec), "-o", tmp_path / "out"), "hint: ")


REFUSED: dict[str, tuple[str, Sequence[str]]] = {
    "no JSON": ("{", ("is no JSON", "hint: examples/")),
    "endless nesting": ("[" * 100_000, ("is no JSON",)),
    "no object": ("[]", ("error: ",)),
    "no network": ("{}", ("network is missing", "hint: ")),
    "an unknown field": (json.dumps(plane_spec(batchsize=5)), ("batchsize", 'Did you mean "batch_size"?')),
    "an unknown kind": (
        json.dumps(plane_spec(network={"nodes": [{"id": "fc1", "kind": "linaer", "out_features": 2}]})),
        ("linaer", "[node fc1 kind]", 'Did you mean "linear"?'),
    ),
    "half a surrogate pair": (json.dumps(plane_spec(**{"\ud800": 1})), ("error: ",)),
}


@pytest.mark.parametrize("command", ["train", "check"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_spec_that_cannot_be_read_is_told_with_the_mend(tmp_path: Path, command: str, name: str) -> None:
    content, words = REFUSED[name]
    (tmp_path / "spec.json").write_text(content)
    assert_told(neurarium_command(command, tmp_path / "spec.json", cwd=tmp_path), *words)
    assert os.listdir(tmp_path) == ["spec.json"]


@pytest.mark.parametrize("kind", ["missing", "a folder", "no text"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "spec.json"
    if kind == "a folder":
        path.mkdir()
    elif kind == "no text":
        path.write_bytes(b"\xff\xfe\x00\xd8")
    assert_told(neurarium_command("check", path), str(path), "cannot be read", "hint: ")


def test_a_setting_that_cannot_be_is_told(tmp_path: Path) -> None:
    path = write_spec(tmp_path, plane_spec())
    for command in (["check", path], ["serve", "--port", "0"]):
        assert_told(neurarium_command(*command, NEURARIUM_MAX_STEPS="many"), "NEURARIUM_MAX_STEPS", "many")


class TestCheck:
    def test_it_prints_each_nodes_shape_and_cost(self) -> None:
        done = neurarium_command("check", ROOT / "examples" / "digits_convnet.json")
        assert done.returncode == 0, done.stderr
        rows = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
        assert "16 × 8 × 8" in rows["conv1"]
        assert "160" in rows["conv1"]
        assert "32 × 4 × 4" in rows["conv2"]
        assert "total" in rows

    def test_what_is_wrong_with_a_network_is_told_where_it_stands(self, tmp_path: Path) -> None:
        nodes = [{"id": "conv1", "kind": "conv2d", "out_channels": 2, "kernel_size": 11}]
        nodes += [{"id": "flat1", "kind": "flatten"}, linear("fc1", 10)]
        spec = plane_spec(data={"dataset": "digits"}, network={"nodes": nodes})
        assert_told(neurarium_command("check", write_spec(tmp_path, spec)), "[node conv1 kernel_size]", "hint: ")


def test_the_catalog_is_json_and_the_one_that_the_server_gives() -> None:
    done = neurarium_command("catalog")
    assert done.returncode == 0, done.stderr
    catalog = json.loads(done.stdout, parse_constant=pytest.fail)
    assert {"layers", "losses", "optimizers", "datasets", "presets"} <= set(catalog)
    assert all("schema" in layer for layer in catalog["layers"])


def test_the_openapi_document_is_json() -> None:
    document = json.loads(neurarium_command("openapi").stdout)
    assert "/api/runs" in document["paths"]
    assert "MetricsMessage" in document["components"]["schemas"]


def test_an_answer_comes_without_importing_what_only_a_training_or_a_server_needs() -> None:
    code = """
import sys
from neurarium.cli import main
sys.argv = ["neurarium", "--version"]
try:
    main()
except SystemExit:
    pass
print([name for name in ("torch", "sklearn", "fastapi", "uvicorn", "rich.progress") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=DEADLINE)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_serving_beyond_this_machine_comes_with_a_warning() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "neurarium", "serve", "--host", "0.0.0.0", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "NEURARIUM_OPEN_BROWSER": "0"},
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        assert "http://localhost:" in started.stdout.readline()
        assert "other machines" in started.stderr.readline()
        started.send_signal(signal.SIGTERM)
        started.communicate(timeout=DEADLINE)
