"""Training from Python, and the promise that a person can hold this to: what the examples reach, with both engines."""

from __future__ import annotations

import json
import signal
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import neurarium
from neurarium.headless import Record, Result, train
from neurarium.spec.catalog import presets
from neurarium.spec.errors import DivergedError, LimitError, SpecError
from neurarium.spec.run import RunSpec
from neurarium.training.loop import Trainer
from tests.diagnosis.networks import TICK, TRIGGERS
from tests.support.channel import Clock
from tests.support.specs import ENGINES, enormous_spec, linear, plane_spec

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def digits() -> dict[str, Result]:
    """The example trained with both engines; as many of its epochs as it takes."""
    spec = json.loads((EXAMPLES / "digits_convnet.json").read_text())
    return {engine: neurarium.train({**spec, "engine": engine, "epochs": 8}) for engine in ("scratch", "torch")}


@pytest.mark.torch
class TestDigits:
    def test_it_is_the_preset_that_the_page_opens_with(self) -> None:
        spec = json.loads((EXAMPLES / "digits_convnet.json").read_text())
        (preset,) = [preset for preset in presets() if preset.name == "digits_convnet"]
        assert RunSpec.model_validate(spec).model_dump(exclude={"name"}) == preset.spec.model_dump(exclude={"name"})

    @pytest.mark.parametrize("engine", ["scratch", "torch"])
    def test_it_reaches_97_percent_of_images_that_it_was_not_trained_on(
        self, digits: dict[str, Result], engine: str
    ) -> None:
        accuracies = [value for value in digits[engine].metrics["validation_accuracy"] if value is not None]
        assert max(accuracies) >= 0.97
        assert accuracies[0] < 0.3, "it knew the digits before it was trained"

    def test_both_engines_draw_the_same_curve(self, digits: dict[str, Result]) -> None:
        scratch, torch = (
            np.array(digits[engine].metrics["train_loss"][1:51], float) for engine in ("scratch", "torch")
        )
        assert len(scratch) == 50
        assert scratch[-1] < scratch[0] / 2
        np.testing.assert_allclose(scratch, torch, rtol=0, atol=1e-3)

    def test_both_engines_begin_alike_in_what_they_validate(self, digits: dict[str, Result]) -> None:
        first = [digits[engine].metrics["validation_loss"][0] for engine in ("scratch", "torch")]
        assert first[0] == pytest.approx(first[1], abs=1e-5)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_is_a_spec(path: Path) -> None:
    RunSpec.model_validate(json.loads(path.read_text()))


@pytest.mark.parametrize("engine", ENGINES)
def test_train_returns_state_metrics_and_weights(engine: str) -> None:
    result = neurarium.train(plane_spec(engine=engine))
    assert result.state == "finished"
    assert result.metrics["step"] == list(range(19))
    assert result.metrics["epoch"][-1] == 2.0
    assert set(result.weights) == {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"}
    assert result.last("validation_accuracy") == result.metrics["validation_accuracy"][18]
    assert result.last("train_loss") == result.metrics["train_loss"][-1]
    assert result.last("applause") is None


def test_the_same_spec_gives_the_same_numbers_and_another_seed_gives_others() -> None:
    one, same, other = (neurarium.train(plane_spec(seed=seed)) for seed in (3, 3, 4))
    assert one.metrics["train_loss"] == same.metrics["train_loss"]
    assert one.metrics["train_loss"] != other.metrics["train_loss"]
    for name, tensor in one.weights.items():
        np.testing.assert_array_equal(tensor, same.weights[name])


def test_a_run_spec_serves_as_well_as_plain_data() -> None:
    plain = neurarium.train(plane_spec())
    checked = train(RunSpec.model_validate(plane_spec()))
    assert plain.metrics["train_loss"] == checked.metrics["train_loss"]


def test_it_learns() -> None:
    result = neurarium.train(plane_spec(epochs=20))
    assert (result.last("validation_accuracy") or 0) >= 0.9
    losses = [value for value in result.metrics["train_loss"] if value is not None]
    assert losses[-1] < losses[0] / 2


def test_what_cannot_be_built_is_refused_before_anything_is_allocated() -> None:
    with pytest.raises(LimitError, match="1,000,00"):
        neurarium.train(enormous_spec())
    with pytest.raises(SpecError, match="learning_rate"):
        neurarium.train(plane_spec(optimizer={"kind": "sgd", "learning_rate": -1}))


def test_a_training_that_diverges_raises_with_node_and_step() -> None:
    spec = plane_spec(
        network={"nodes": [linear("fc1", 8), linear("fc2", 2)]},
        loss={"kind": "mean_squared_error"},
        optimizer={"kind": "sgd", "learning_rate": 1000},
        epochs=20,
    )
    with pytest.raises(DivergedError, match=r"step \d+") as caught:
        neurarium.train(spec)
    assert caught.value.info.node in ("fc1", "fc2")


class Interrupting(Record):
    """A record in whose training Ctrl-C is pressed after some looks at the channel."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.looks = 0

    def poll(self) -> Any:
        self.looks += 1
        if self.looks == 3:
            signal.raise_signal(signal.SIGINT)
        return super().poll()


def test_the_first_interrupt_stops_between_two_steps_and_keeps_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("neurarium.headless.Record", Interrupting)
    before = signal.getsignal(signal.SIGINT)
    result = neurarium.train(plane_spec(epochs=10_000))
    assert signal.getsignal(signal.SIGINT) is before
    assert result.state == "stopped"
    steps = result.metrics["step"]
    assert steps == list(range(len(steps)))
    assert len(steps) > 1
    assert None not in result.metrics["train_loss"][1:]


def test_the_second_interrupt_interrupts_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    class Twice(Interrupting):
        def poll(self) -> Any:
            commands = super().poll()
            if self.interrupted:
                signal.raise_signal(signal.SIGINT)
            return commands

    monkeypatch.setattr("neurarium.headless.Record", Twice)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        neurarium.train(plane_spec(epochs=10_000))
    assert signal.getsignal(signal.SIGINT) is before


def test_it_trains_in_any_thread() -> None:
    """Signals are the main thread's alone, and elsewhere left as they are."""
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(neurarium.train(plane_spec())))
    thread.start()
    thread.join()
    assert results[0].state == "finished"


def test_what_is_found_wrong_is_part_of_the_result() -> None:
    saturated = TRIGGERS["saturated"]
    record = Record()
    Trainer(RunSpec.model_validate({**saturated.spec, "probes": {"budget": 1.0}}), record, clock=Clock(TICK)).run()
    assert [(finding["rule"], finding["node"]) for finding in record.findings.now] == [("saturated", saturated.node)]
    assert train(plane_spec()).findings == []
