"""The loop: what it sends at every step, and how it follows commands between two steps."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from neurarium.data import Batches, load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.probes import available_probes
from neurarium.spec.run import RunSpec
from neurarium.spec.schedules.constant import Constant
from neurarium.training.states import FOLLOWERS, RunState
from tests.support.channel import Clock, RecordingChannel, dense_rows, run, sparse_rows
from tests.support.specs import ENGINES, convnet_spec, plane_spec

TIMINGS = {"steps_per_second", "samples_per_second", "telemetry_share"}


def without_timings(messages: list[dict[str, Any]]) -> dict[int, dict[str, float]]:
    """Return the sparse scalars that the spec alone determines."""
    rows = sparse_rows(messages)
    kept = {step: {name: row[name] for name in row if name not in TIMINGS} for step, row in rows.items()}
    return {step: row for step, row in kept.items() if row}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_step_has_one_row_in_order_and_the_run_finishes(engine: str) -> None:
    channel = RecordingChannel()
    run(plane_spec(engine=engine), channel)
    assert channel.states == ["running", "finished"]
    assert [step for step, _, _ in dense_rows(channel.messages)] == list(range(1, 19))
    assert channel.messages[-1]["type"] == "state"
    assert channel.messages[-1]["step"] == 18
    assert channel.messages[-1]["epoch"] == 2.0


@pytest.mark.parametrize("engine", ENGINES)
def test_step_0_is_measured_before_training_on_the_initial_weights(engine: str) -> None:
    spec = RunSpec.model_validate(convnet_spec(engine=engine))
    channel = RecordingChannel()
    run(convnet_spec(engine=engine), channel, paused=True)
    assert channel.states == ["paused"]
    probes = channel.of_type("probe")
    assert {probe["step"] for probe in probes} == {0}
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    assert [(probe["probe"], probe["node"], probe["parameter"]) for probe in probes] == available_probes(spec, plan)
    filters = next(probe for probe in probes if probe["probe"] == "filters")
    untouched = create_engine(spec, plan)
    np.testing.assert_array_equal(filters["weight"], untouched.state()["parameters/conv1/weight"])
    for probe in probes:
        if probe["probe"] == "gradient_stats":
            assert {entry["update_ratio"] for entry in probe["parameters"].values()} == {None}
    assert set(sparse_rows(channel.messages)) == {0}
    assert {"learning_rate", "validation_loss", "validation_accuracy"} <= set(sparse_rows(channel.messages)[0])
    assert dense_rows(channel.messages) == []
    # All of it came before the state that says that it holds.
    assert channel.messages[-1]["type"] == "state"


@pytest.mark.parametrize("engine", ENGINES)
def test_measuring_changes_no_number_of_the_training(engine: str) -> None:
    """A run that measures at every chance, and one that never does, train alike to the last bit."""
    curves: list[list[tuple[int, float, float]]] = []
    weights: list[dict[str, np.ndarray]] = []
    for budget in (0.0, 1.0):
        channel = RecordingChannel()
        # Half a second a reading: whenever the budget allows it, another measurement is due.
        trainer = run(convnet_spec(engine=engine, probes={"budget": budget}), channel, clock=Clock(0.5))
        measured = {probe["step"] for probe in channel.of_type("probe")}
        assert measured == {0, 12} if budget == 0 else len(measured) > 4
        curves.append(dense_rows(channel.messages))
        weights.append(trainer.weights())
    assert curves[0] == curves[1]
    assert len(curves[0]) == 12
    for name, tensor in weights[0].items():
        np.testing.assert_array_equal(tensor, weights[1][name])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_measurement_labelled_s_holds_the_weights_after_update_s(engine: str) -> None:
    channel = RecordingChannel([[{"command": "step", "count": 5}]])
    trainer = run(convnet_spec(engine=engine, probes={"budget": 0.0}), channel, paused=True)
    assert trainer.state is RunState.PAUSED
    filters = [probe for probe in channel.of_type("probe") if probe["probe"] == "filters"]
    assert [probe["step"] for probe in filters] == [0, 5]
    np.testing.assert_array_equal(filters[1]["weight"], trainer.weights()["conv1.weight"])
    assert not np.array_equal(filters[0]["weight"], filters[1]["weight"])


@pytest.mark.parametrize("engine", ENGINES)
def test_the_reported_losses_are_those_of_the_engine_stepped_by_hand(engine: str) -> None:
    spec = RunSpec.model_validate(convnet_spec(engine=engine))
    channel = RecordingChannel()
    run(convnet_spec(engine=engine), channel)
    plain = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
    data = load_dataset(spec.data, spec.seed)
    batches = Batches(data.train, spec.batch_size, spec.seed)
    for step, loss, accuracy in dense_rows(channel.messages):
        batch = batches.batch(step - 1)
        result = plain.train_step(batch.inputs, batch.targets, 0.01)
        assert (np.float32(result.loss), np.float32(result.accuracy)) == (loss, accuracy)
        if step % batches.steps_per_epoch == 0:
            evaluation = plain.evaluate(data.validation.inputs, data.validation.targets)
            row = sparse_rows(channel.messages)[step]
            assert row["validation_loss"] == np.float32(evaluation.loss)
            assert row["validation_accuracy"] == np.float32(evaluation.accuracy)


def test_validation_comes_at_step_0_and_after_each_epoch() -> None:
    channel = RecordingChannel()
    run(plane_spec(epochs=3), channel)
    rows = sparse_rows(channel.messages)
    assert [step for step in rows if "validation_loss" in rows[step]] == [0, 9, 18, 27]
    assert [step for step in rows if "validation_accuracy" in rows[step]] == [0, 9, 18, 27]


def test_without_a_validation_share_nothing_is_called_validation() -> None:
    channel = RecordingChannel()
    run(plane_spec(data={"dataset": "xor", "options": {"samples": 40}, "validation_fraction": 0}), channel)
    assert not {name for row in sparse_rows(channel.messages).values() for name in row if "validation" in name}
    assert channel.states[-1] == "finished"


def test_paused_from_the_start_holds_until_it_is_resumed() -> None:
    channel = RecordingChannel([[], [{"command": "resume"}]])
    run(plane_spec(), channel, paused=True)
    assert channel.states == ["paused", "running", "finished"]
    assert [step for step, _, _ in dense_rows(channel.messages)] == list(range(1, 19))


def test_pause_holds_after_one_more_step_which_is_measured_and_resume_goes_on_from_there() -> None:
    channel = RecordingChannel([[{"command": "resume"}]], lambda number: [{"command": "pause"}] if number == 4 else [])
    run(plane_spec(probes={"budget": 0}), channel)
    assert channel.states == ["running", "paused", "running", "finished"]
    held = channel.of_type("state")[1]
    assert held["step"] == 5
    assert held["epoch"] == 5 / 9
    assert sorted({probe["step"] for probe in channel.of_type("probe")}) == [0, 5, 18]
    # All that was measured until then had been sent when it held.
    before = channel.messages[: channel.messages.index(held)]
    assert [step for step, _, _ in dense_rows(before)] == [1, 2, 3, 4, 5]
    assert {"steps_per_second", "learning_rate"} <= set(sparse_rows(before)[5])
    assert [step for step, _, _ in dense_rows(channel.messages)] == list(range(1, 19))


@pytest.mark.parametrize("engine", ENGINES)
def test_pausing_changes_no_number_of_the_training(engine: str) -> None:
    plain = RecordingChannel()
    run(convnet_spec(engine=engine), plain)
    halting = RecordingChannel([[{"command": "resume"}]] * 20, lambda number: [{"command": "pause"}])
    run(convnet_spec(engine=engine), halting)
    assert halting.states.count("paused") > 4
    assert dense_rows(halting.messages) == dense_rows(plain.messages)


def test_step_makes_so_many_steps_and_holds() -> None:
    channel = RecordingChannel([[{"command": "step"}], [{"command": "step", "count": 4}]])
    run(plane_spec(), channel, paused=True)
    assert channel.states == ["paused", "running", "paused", "running", "paused"]
    assert [message["step"] for message in channel.of_type("state")] == [0, 0, 1, 1, 5]
    assert [step for step, _, _ in dense_rows(channel.messages)] == [1, 2, 3, 4, 5]
    # A step made by hand is looked at, so it is measured.
    assert {probe["step"] for probe in channel.of_type("probe")} >= {0, 1, 5}


def test_steps_beyond_the_end_finish_the_run() -> None:
    channel = RecordingChannel([[{"command": "step", "count": 1000}]])
    run(plane_spec(), channel, paused=True)
    assert channel.states == ["paused", "running", "finished"]
    assert channel.messages[-1]["step"] == 18


def test_resume_overrides_the_steps_that_were_asked_for() -> None:
    channel = RecordingChannel([[{"command": "step", "count": 3}, {"command": "resume"}]])
    run(plane_spec(), channel, paused=True)
    assert channel.states == ["paused", "running", "finished"]


@pytest.mark.parametrize("while_paused", [True, False])
def test_stop_ends_the_run_and_keeps_what_was_measured(while_paused: bool) -> None:
    if while_paused:
        channel = RecordingChannel([[{"command": "step", "count": 7}], [{"command": "stop"}]])
    else:
        channel = RecordingChannel(between=lambda number: [{"command": "stop"}] if number == 7 else [])
    run(plane_spec(), channel, paused=while_paused)
    assert channel.states[-1] == "stopped"
    assert channel.messages[-1]["reason"]
    assert [step for step, _, _ in dense_rows(channel.messages)] == list(range(1, 8))


def test_what_comes_together_with_a_stop_is_not_followed() -> None:
    channel = RecordingChannel([[{"command": "stop"}, {"command": "reset"}, {"command": "resume"}]])
    run(plane_spec(), channel, paused=True)
    assert channel.states == ["paused", "stopped"]


def test_commands_that_came_too_late_are_passed_over() -> None:
    """The server checks them against the state it knows, and the run may have finished since."""
    late = [[{"command": name}] for name in ("pause", "resume", "step")]
    channel = RecordingChannel(late)
    run(plane_spec(), channel)
    assert channel.states == ["running", "finished"]


def test_when_the_other_end_goes_what_was_gathered_is_handed_over() -> None:
    class Vanishing(RecordingChannel):
        def poll(self) -> list[Any]:
            if self.polls == 5:
                return self.wait()
            return super().poll()

    channel = Vanishing()
    run(plane_spec(), channel)
    assert [step for step, _, _ in dense_rows(channel.messages)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("engine", ENGINES)
def test_reset_goes_back_to_the_same_weights_and_gives_the_same_metrics_to_the_last_bit(engine: str) -> None:
    channel = RecordingChannel([[{"command": "reset"}], [{"command": "resume"}]])
    run(convnet_spec(engine=engine), channel)
    assert channel.states == ["running", "finished", "paused", "running", "finished"]
    assert [message["generation"] for message in channel.of_type("state")] == [0, 0, 1, 1, 1]
    after = channel.since_reset()
    before = channel.messages[: -len(after)]
    assert after[0]["step"] == 0
    assert dense_rows(after) == dense_rows(before)
    assert without_timings(after)[0] == without_timings(before)[0]
    validated = [step for step, row in without_timings(before).items() if "validation_loss" in row]
    assert [without_timings(after)[step]["validation_loss"] for step in validated] == [
        without_timings(before)[step]["validation_loss"] for step in validated
    ]
    pictures = [
        {(p["probe"], p["node"], p["parameter"]): p for p in part if p["type"] == "probe" and p["step"] == 0}
        for part in (before, after)
    ]
    assert pictures[0].keys() == pictures[1].keys()
    for key, picture in pictures[0].items():
        for name, value in picture.items():
            np.testing.assert_equal(pictures[1][key][name], value)


def test_reset_in_the_middle_sends_no_row_of_before_it() -> None:
    channel = RecordingChannel([[{"command": "resume"}]], lambda number: [{"command": "reset"}] if number == 7 else [])
    run(plane_spec(), channel)
    assert [step for step, _, _ in dense_rows(channel.since_reset())] == list(range(1, 19))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_learning_rate_that_is_set_acts_from_the_next_step_on(engine: str) -> None:
    """Two runs part after the step at which one's rate was changed, and not before."""
    plain = RecordingChannel()
    run(plane_spec(engine=engine), plain)
    channel = RecordingChannel(between=lambda number: [{"command": "set", "learning_rate": 0.9}] if number == 6 else [])
    run(plane_spec(engine=engine), channel)
    original, changed = dense_rows(plain.messages), dense_rows(channel.messages)
    # Update 7 is the first one made with the new rate; the first loss that shows it is that of step 8.
    assert changed[:7] == original[:7]
    assert changed[7] != original[7]
    rates = {
        step: row["learning_rate"] for step, row in sparse_rows(channel.messages).items() if "learning_rate" in row
    }
    assert rates[0] == np.float32(0.1)
    assert rates[6] == np.float32(0.9)


def test_the_schedules_factor_reaches_the_update_and_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a factor of 0 after the fourth update, weights stand still from then on."""
    monkeypatch.setattr(Constant, "factor", lambda self, step, total: 1.0 if step < 4 else 1e-30)
    channel = RecordingChannel([[{"command": "step", "count": 4}], [{"command": "step", "count": 6}], []])
    run(convnet_spec(), channel, paused=True)
    filters = {probe["step"]: probe["weight"] for probe in channel.of_type("probe") if probe["probe"] == "filters"}
    assert not np.array_equal(filters[0], filters[4])
    np.testing.assert_array_equal(filters[4], filters[10])
    assert sparse_rows(channel.messages)[10]["learning_rate"] == np.float32(0.01 * 1e-30)


def test_every_change_of_state_is_one_that_the_state_machine_allows() -> None:
    channel = RecordingChannel(
        [[{"command": name}] for name in ("step", "reset", "step", "resume", "reset", "resume", "stop")],
        lambda number: [{"command": "pause"}] if number % 7 == 3 else [],
    )
    run(plane_spec(), channel, paused=True)
    states = [RunState.STARTING, *(RunState(state) for state in channel.states)]
    assert len(states) > 8
    for before, after in itertools.pairwise(states):
        assert after in FOLLOWERS[before], f"{before} to {after}"


def test_weights_are_given_by_node_and_name() -> None:
    trainer = run(convnet_spec(epochs=1), RecordingChannel())
    weights = trainer.weights()
    assert {name: tensor.shape for name, tensor in weights.items()} == {
        "conv1.weight": (4, 1, 3, 3),
        "conv1.bias": (4,),
        "norm1.weight": (4,),
        "norm1.bias": (4,),
        "norm1.running_mean": (4,),
        "norm1.running_var": (4,),
        "fc1.weight": (10, 64),
        "fc1.bias": (10,),
    }
