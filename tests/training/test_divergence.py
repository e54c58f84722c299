"""Numbers that stop being finite: the run says where and when, and can begin again."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import numpy as np
import pytest

from neurarium.engines.base import Evaluation
from neurarium.sessions.framing import pack
from neurarium.sessions.history import ScalarHistory
from neurarium.spec.run import RunSpec
from neurarium.training.loop import Trainer
from neurarium.training.states import RunState
from tests.support.channel import Clock, RecordingChannel, dense_rows, run, sparse_rows
from tests.support.specs import ENGINES, linear, plane_spec


def diverging_spec(**changes: Any) -> dict[str, Any]:
    """Return a deep linear network on squares, whose weights grow without bound at this rate."""
    nodes = [linear("fc1", 8), linear("fc2", 8), linear("fc3", 2)]
    spec = plane_spec(
        network={"nodes": nodes},
        loss={"kind": "mean_squared_error"},
        optimizer={"kind": "sgd", "learning_rate": 1000.0},
        epochs=20,
    )
    return {**spec, **changes}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_loss_that_is_not_finite_ends_the_run_with_node_and_step(engine: str) -> None:
    channel = RecordingChannel()
    trainer = run(diverging_spec(engine=engine), channel)
    assert channel.states == ["running", "diverged"]
    made = [step for step, _, _ in dense_rows(channel.messages)]
    assert made == list(range(1, len(made) + 1))
    (notice,) = channel.of_type("notice")
    last = channel.messages[-1]
    assert last["step"] == made[-1]
    assert last["error"]["code"] == notice["code"] == "diverged"
    assert last["error"]["node"] == notice["node"]
    assert notice["node"] in {"fc1", "fc2", "fc3"}
    assert notice["level"] == "error"
    assert notice["evidence"]["step"] == made[-1] + 1
    assert notice["evidence"]["learning_rate"] == 1000.0
    assert f"step {made[-1] + 1}" in last["reason"]
    assert notice["node"] in last["reason"]
    assert "learning rate" in last["error"]["hint"]
    assert trainer.state is RunState.DIVERGED


@pytest.mark.parametrize("engine", ENGINES)
def test_the_step_that_diverged_changes_no_weight(engine: str) -> None:
    """Stopped one step before it diverges, a run has the weights that it has afterwards."""
    diverged = RecordingChannel()
    weights = run(diverging_spec(engine=engine), diverged).weights()
    made = len(dense_rows(diverged.messages))
    held = RecordingChannel([[{"command": "step", "count": made}]])
    before = run(diverging_spec(engine=engine), held, paused=True).weights()
    assert held.states[-1] == "paused"
    for name, tensor in weights.items():
        np.testing.assert_array_equal(tensor, before[name])


@pytest.mark.parametrize("engine", ENGINES)
def test_all_that_a_diverging_run_tells_can_be_written_as_json(engine: str) -> None:
    """Losses on the way there are infinite or absent; what is shown of them is null, never NaN."""
    channel = RecordingChannel()
    run(diverging_spec(engine=engine, probes={"budget": 1.0}), channel)
    history = ScalarHistory()
    for message in channel.messages:
        pack(message)
        if message["type"] == "metrics":
            history.append(message)
        elif message["type"] in ("state", "notice"):
            json.dumps(message, allow_nan=False)
    json.dumps(history.table(9), allow_nan=False)


@pytest.mark.parametrize("engine", ENGINES)
def test_after_a_reset_it_trains_as_if_nothing_had_been(engine: str) -> None:
    """With the rate lowered, the run that diverged gives the curve of one that had the low rate from the start."""
    low = [{"command": "set", "learning_rate": 0.01}]
    sane = RecordingChannel()
    run(diverging_spec(engine=engine, optimizer={"kind": "sgd", "learning_rate": 0.01}), sane)
    assert sane.states[-1] == "finished"
    channel = RecordingChannel([[{"command": "reset"}], low, [{"command": "resume"}]])
    run(diverging_spec(engine=engine), channel)
    assert channel.states == ["running", "diverged", "paused", "running", "finished"]
    assert dense_rows(channel.since_reset()) == dense_rows(sane.messages)
    assert channel.since_reset()[0]["error"] is None


@pytest.mark.parametrize("engine", ENGINES)
def test_weights_that_are_too_large_from_the_start_diverge_at_step_0(engine: str) -> None:
    # Each layer makes its input about 280 times as large; after 16 of them it is beyond float32.
    wide = {"kind": "normal", "std": 100}
    nodes = [linear(f"fc{number}", 8, weight_init=wide) for number in range(1, 21)] + [linear("last", 2)]
    channel = RecordingChannel([[{"command": "reset"}]])
    run(diverging_spec(engine=engine, network={"nodes": nodes}), channel)
    assert channel.states == ["diverged", "paused", "diverged"]
    assert re.search(r"step 0\b", channel.of_type("state")[0]["reason"])
    assert channel.of_type("notice")[0]["node"] in {f"fc{number}" for number in range(13, 20)}
    assert channel.of_type("notice")[0]["evidence"]["step"] == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_a_last_update_that_leaves_no_finite_weights_is_not_called_finished(engine: str) -> None:
    """Find at which step it diverges, and let a run end just before that: its last loss was finite."""
    long = RecordingChannel()
    run(diverging_spec(engine=engine, batch_size=90), long)
    made = len(dense_rows(long.messages))
    assert long.states[-1] == "diverged"
    channel = RecordingChannel()
    run(diverging_spec(engine=engine, batch_size=90, epochs=made), channel)
    assert len(dense_rows(channel.messages)) == made
    assert channel.states[-1] == "diverged"
    assert channel.of_type("notice")[0]["node"] in {"fc1", "fc2", "fc3"}
    assert channel.of_type("notice")[0]["evidence"] == {"step": made, "learning_rate": 1000.0, "loss": None}


def test_a_validation_loss_that_is_not_finite_is_no_number_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    channel = RecordingChannel([[{"command": "resume"}]])
    trainer = Trainer(RunSpec.model_validate(plane_spec()), channel, Clock())
    monkeypatch.setattr(
        trainer._engine,
        "evaluate",
        lambda inputs, targets: Evaluation(math.inf, 0.5, len(inputs), np.zeros((len(inputs), 2))),
    )
    trainer.run()
    history = ScalarHistory()
    for message in channel.of_type("metrics"):
        history.append(message)
    table = history.table(9)
    assert set(table["validation_loss"]) == {None}
    assert 0.5 in table["validation_accuracy"]
    assert sparse_rows(channel.messages)[9]["validation_loss"] == math.inf
    json.dumps(table, allow_nan=False)
