"""Networks that learn well, trained for real to their end: nothing is found in any of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from neurarium.spec.catalog import presets
from neurarium.spec.errors import UnavailableError
from tests.diagnosis.networks import measurements, told, watch

MNIST = Path(__file__).parents[3] / "shared" / "data" / "mnist"
OFTEN, RARELY = 0.005, 0.002
"""Seconds of the clock a reading: about every fourth step is measured, or every eleventh."""

PRESETS = {preset.name: preset.spec.model_dump(mode="json") for preset in presets()}


def losses(channel: Any) -> list[float]:
    return [float(loss) for m in channel.of_type("metrics") for loss in m["values"].get("train_loss", [])]


@pytest.mark.parametrize(
    ("name", "engine", "epochs", "tick"),
    [
        pytest.param("digits_convnet", "scratch", 5, OFTEN),
        pytest.param("softmax_regression", "scratch", 40, OFTEN),
        pytest.param("book_mlp", "scratch", 40, RARELY),
        pytest.param("spiral_mlp", "scratch", 150, RARELY),
        pytest.param("lenet5_small", "scratch", 12, OFTEN),
        pytest.param("plain20_small", "torch", 2, RARELY, marks=pytest.mark.torch),
        pytest.param("resnet20_small", "torch", 2, RARELY, marks=pytest.mark.torch),
        pytest.param("book_deep_convnet_small", "torch", 5, OFTEN, marks=pytest.mark.torch),
    ],
)
def test_a_preset_that_learns_shows_nothing(name: str, engine: str, epochs: int, tick: float) -> None:
    channel = watch({**PRESETS[name], "engine": engine, "epochs": epochs}, tick=tick)
    assert channel.states[-1] == "finished"
    assert len(measurements(channel)) > 8
    # It did learn: a network that does not would be no witness.
    assert losses(channel)[-1] < 0.7 * losses(channel)[0]
    assert told(channel) == []


@pytest.mark.parametrize("name", ["book_mlp_mnist", "book_deep_mlp_mnist"])
def test_the_book_on_mnist_shows_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not MNIST.is_dir():
        pytest.skip("real MNIST files are not beside this checkout")
    monkeypatch.setenv("NEURARIUM_MNIST_FOLDER", str(MNIST))
    try:
        channel = watch({**PRESETS[name], "epochs": 4}, tick=RARELY)
    except UnavailableError as error:
        pytest.skip(error.info.message)
    assert losses(channel)[-1] < 0.4 * losses(channel)[0]
    assert told(channel) == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("dataset", ["circle", "xor", "gaussians", "moons"])
@pytest.mark.parametrize(("activation", "init"), [("tanh", "xavier_normal"), ("relu", "he_normal")])
def test_small_networks_on_the_plane_show_nothing(dataset: str, activation: str, init: str, seed: int) -> None:
    weights = {"weight_init": {"kind": init}}
    spec = {
        "seed": seed,
        "data": {"dataset": dataset, "options": {"samples": 300}, "validation_fraction": 0.2},
        "network": {
            "nodes": [
                {"id": "fc1", "kind": "linear", "out_features": 16, **weights},
                {"id": "act1", "kind": activation},
                {"id": "fc2", "kind": "linear", "out_features": 8, **weights},
                {"id": "act2", "kind": activation},
                {"id": "fc3", "kind": "linear", "out_features": 2, **weights},
            ]
        },
        "optimizer": {"kind": "adam", "learning_rate": 0.01},
        "batch_size": 30,
        "epochs": 40,
    }
    channel = watch(spec, tick=OFTEN)
    assert losses(channel)[-1] < losses(channel)[0]
    assert told(channel) == []


def test_a_decaying_rate_and_a_learned_task_are_no_missing_update() -> None:
    """At its end the updates are a millionth of the weights, since there is next to nothing to learn."""
    spec = {**PRESETS["softmax_regression"], "schedule": {"kind": "cosine"}}
    channel = watch(spec, tick=OFTEN)
    ratios = [
        probe["parameters"]["weight"]["update_ratio"]
        for probe in channel.of_type("probe")
        if probe["probe"] == "gradient_stats"
    ]
    assert ratios[-1] < 3e-5
    assert told(channel) == []


def test_frozen_layers_are_no_missing_update() -> None:
    nodes = PRESETS["book_mlp"]["network"]["nodes"]
    assert [node["id"] for node in nodes if node["kind"] == "linear"] == ["fc1", "fc2"]
    channel = watch({**PRESETS["book_mlp"], "frozen": ["fc1"], "epochs": 10}, tick=OFTEN)
    assert told(channel) == []


def test_units_that_answer_to_few_samples_are_not_called_dead_in_small_batches() -> None:
    channel = watch({**PRESETS["book_deep_convnet_small"], "batch_size": 8, "epochs": 1}, tick=OFTEN)
    shares = [probe["dead_fraction"] for probe in channel.of_type("probe") if probe.get("dead_fraction") is not None]
    assert max(shares) > 0.5  # so looks the layer with 50 units to 8 samples
    assert told(channel) == []
