"""A run with early stopping ends when validation says so, and keeps the weights that did best."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from neurarium.engines import Evaluation
from neurarium.spec.run import RunSpec
from neurarium.training.loop import Trainer
from neurarium.training.states import RunState
from tests.support.channel import Clock, RecordingChannel, run, sparse_rows
from tests.support.specs import ENGINES, convnet_spec, plane_spec

STEPS_PER_EPOCH = 9


def scripted(
    spec: dict[str, Any],
    values: list[float],
    monkeypatch: pytest.MonkeyPatch,
    channel: RecordingChannel | None = None,
) -> tuple[Trainer, RecordingChannel]:
    """Train with a validation that comes to these losses, the first before training; accuracies are 1 less them."""
    channel = channel or RecordingChannel()
    trainer = Trainer(RunSpec.model_validate(spec), channel, Clock())
    script = iter(values)

    def evaluate(inputs: np.ndarray, targets: np.ndarray) -> Evaluation:
        value = next(script)
        return Evaluation(value, 1.0 - value, len(inputs), np.zeros((len(inputs), 2)))

    monkeypatch.setattr(trainer._engine, "evaluate", evaluate)
    trainer.run()
    return trainer, channel


def assert_weights_after(epoch: int, trainer: Trainer, spec: dict[str, Any]) -> None:
    """The weights are those of the same run, ended after `epoch`."""
    ended = run({**spec, "epochs": epoch, "early_stopping": None}, RecordingChannel())
    expected = ended.weights()
    found = trainer.weights()
    assert set(found) == set(expected)
    for name, tensor in found.items():
        np.testing.assert_array_equal(tensor, expected[name], name)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("metric", ["loss", "accuracy"])
def test_patience_runs_out_and_the_best_weights_come_back(
    engine: str, metric: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = plane_spec(engine=engine, epochs=20, early_stopping={"metric": metric, "patience": 3})
    trainer, channel = scripted(spec, [0.1, 0.5, 0.4, 0.45, 0.4, 0.42, 0.1], monkeypatch)
    assert trainer.state is RunState.FINISHED
    assert_weights_after(2, trainer, spec)
    # What was done stays done: the step is that of the last update, and each validation was told.
    last = channel.messages[-1]
    assert (last["state"], last["step"], last["epoch"]) == ("finished", 5 * STEPS_PER_EPOCH, 5.0)
    told = {step: row["validation_loss"] for step, row in sparse_rows(channel.messages).items() if step % 9 == 0}
    assert list(told) == [0, 9, 18, 27, 36, 45]
    best = "0.4" if metric == "loss" else "0.6"
    assert last["reason"] == (
        f"Ended after epoch 5: the validation {metric} has not improved for 3 epochs."
        f" The weights are again those of epoch 2, the best, with a validation {metric} of {best}."
    )
    (notice,) = channel.of_type("notice")
    assert (notice["level"], notice["code"], notice["step"]) == ("info", "early_stopping", 45)
    assert notice["message"] == last["reason"]
    assert notice["evidence"] == {
        "metric": f"validation_{metric}",
        "epoch": 5,
        "value": pytest.approx(0.42 if metric == "loss" else 0.58),
        "best_epoch": 2,
        "best_step": 18,
        "best_value": pytest.approx(float(best)),
        "patience": 3,
        "minimum_improvement": 0.0,
    }


def test_an_improvement_that_is_too_small_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = plane_spec(epochs=20, early_stopping={"patience": 2, "minimum_improvement": 0.1})
    trainer, channel = scripted(spec, [9, 0.5, 0.45, 0.41, 0.0], monkeypatch)
    assert channel.messages[-1]["epoch"] == 3.0
    assert "has not improved by more than 0.1 for 2 epochs" in channel.messages[-1]["reason"]
    assert_weights_after(1, trainer, spec)


def test_an_improvement_renews_the_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = plane_spec(epochs=6, early_stopping={"patience": 2})
    trainer, channel = scripted(spec, [9, 0.5, 0.6, 0.4, 0.6, 0.3, 0.6], monkeypatch)
    assert channel.messages[-1]["epoch"] == 6.0
    # The last epoch was not the best: a run that went to its end keeps its best weights, too.
    assert_weights_after(5, trainer, spec)
    assert channel.messages[-1]["reason"] == (
        "Ended after epoch 6. The weights are again those of epoch 5, the best, with a validation loss of 0.3."
    )


def test_a_best_last_epoch_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = plane_spec(epochs=3, early_stopping={"patience": 1})
    trainer, channel = scripted(spec, [9, 0.5, 0.4, 0.3], monkeypatch)
    assert_weights_after(3, trainer, spec)
    assert "The weights are those of epoch 3" in channel.messages[-1]["reason"]


def test_what_is_not_finite_never_improves(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = plane_spec(epochs=20, early_stopping={"patience": 2})
    trainer, channel = scripted(spec, [9, math.nan, math.inf, 0.1], monkeypatch)
    assert channel.messages[-1]["epoch"] == 2.0
    assert "never a finite number" in channel.messages[-1]["reason"]
    assert channel.of_type("notice")[0]["evidence"]["value"] == "inf"
    assert_weights_after(2, trainer, spec)


def test_a_reset_begins_with_all_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = plane_spec(epochs=20, early_stopping={"patience": 1})
    channel = RecordingChannel([[{"command": "reset"}], [{"command": "resume"}]])
    values = [9, 0.1, 0.5, 9, 0.8, 0.7, 0.75]
    trainer, channel = scripted(spec, values, monkeypatch, channel)
    assert channel.states == ["running", "finished", "paused", "running", "finished"]
    ends = [message for message in channel.of_type("state") if message["state"] == "finished"]
    assert [end["epoch"] for end in ends] == [2.0, 3.0]
    assert_weights_after(2, trainer, spec)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_kept_weights_do_as_well_as_the_best_epoch_did(engine: str) -> None:
    """Unscripted, with running statistics, dropout and an optimizer that remembers."""
    settings = {"metric": "loss", "patience": 3}
    optimizer = {"kind": "adam", "learning_rate": 0.2}
    channel = RecordingChannel()
    trainer = run(convnet_spec(engine=engine, epochs=40, early_stopping=settings, optimizer=optimizer), channel)
    rows = sparse_rows(channel.messages)
    losses = [row["validation_loss"] for step, row in rows.items() if step > 0 and "validation_loss" in row]
    assert len(losses) < 40
    assert losses.index(min(losses)) == len(losses) - 1 - 3
    samples = trainer._data.validation
    found = trainer._engine.evaluate(samples.inputs, samples.targets).loss
    assert np.float32(found) == np.float32(min(losses))


def test_without_early_stopping_nothing_is_said() -> None:
    channel = RecordingChannel()
    run(plane_spec(), channel)
    assert channel.of_type("notice") == []
    assert channel.messages[-1]["reason"] is None
