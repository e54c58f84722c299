"""For each rule a small network that is built to go wrong in just that way, and nothing else."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.support.channel import Clock, RecordingChannel, run
from tests.support.specs import linear

TICK = 0.2
"""Seconds of the clock a reading: with this and the whole time as budget, every second step is measured."""

DIGITS = {"dataset": "digits", "train_size": 600}
FLAT = {"id": "flat1", "kind": "flatten"}


class Trigger(NamedTuple):
    """A run, and where its one finding is."""

    spec: dict[str, Any]
    node: str


def layers(activation: str, widths: list[int], init: dict[str, Any], *, normed: bool = False) -> list[dict[str, Any]]:
    """Return hidden layers, numbered from 1, without an output."""
    nodes: list[dict[str, Any]] = []
    for number, width in enumerate(widths, start=1):
        nodes.append(linear(f"fc{number}", width, weight_init=init))
        if normed:
            nodes.append({"id": f"norm{number}", "kind": "batch_norm"})
        nodes.append({"id": f"{activation}{number}", "kind": activation})
    return nodes


def digits_run(hidden: list[dict[str, Any]], **settings: Any) -> dict[str, Any]:
    """Return a run on 600 digits, 6 steps an epoch, whose output layer is well drawn."""
    output = linear("out", 10, weight_init={"kind": "xavier_normal"})
    return {"data": DIGITS, "network": {"nodes": [FLAT, *hidden, output]}, "epochs": 5, **settings}


def rate(kind: str, value: float, **settings: Any) -> dict[str, Any]:
    """Return an optimizer."""
    return {"kind": kind, "learning_rate": value, **settings}


HE, XAVIER = {"kind": "he_normal"}, {"kind": "xavier_normal"}

TRIGGERS: dict[str, Trigger] = {
    # The classic: eight sigmoid layers, each of which passes on a quarter of the gradient at best.
    "vanishing_gradients": Trigger(
        digits_run(layers("sigmoid", [50] * 8, XAVIER), optimizer=rate("sgd", 0.1)), node="fc1"
    ),
    # Weights of 4 / sqrt(64): tanh holds the outputs, and the gradient grows by half at every layer.
    "exploding_gradients": Trigger(
        digits_run(layers("tanh", [64] * 19, {"kind": "normal", "std": 0.5}), optimizer=rate("adam", 1e-4)), node="fc1"
    ),
    # Weights 3.5 times as wide as He's, so every layer multiplies the spread by 3.5: above 100 from the fifth on.
    "exploding_activations": Trigger(
        digits_run(layers("relu", [100] * 8, {"kind": "normal", "std": 0.5}), optimizer=rate("adam", 1e-3)), node="fc5"
    ),
    "saturated": Trigger(
        digits_run(layers("sigmoid", [100], {"kind": "normal", "std": 10}), optimizer=rate("sgd", 0.1)),
        node="sigmoid1",
    ),
    # Pixels are never negative, and most weights are: most sums stay below zero for all samples.
    "dead_units": Trigger(
        digits_run(layers("relu", [50], {"kind": "uniform", "low": -0.4, "high": 0.2}), optimizer=rate("sgd", 0.1)),
        node="relu1",
    ),
    "no_update": Trigger(digits_run(layers("relu", [50], HE), optimizer=rate("sgd", 1e-5)), node="fc1"),
    # Normalised layers do not care how long their weights are, and the decay keeps them short: sqrt(2 x rate x decay).
    "large_updates": Trigger(
        digits_run(
            layers("tanh", [50, 50], XAVIER, normed=True), optimizer=rate("sgd", 3, weight_decay=0.01), epochs=10
        ),
        node="fc1",
    ),
    # A quadratic loss, and a rate just above 2 over its steepest curvature.
    "diverging": Trigger(digits_run([], loss={"kind": "mean_squared_error"}, optimizer=rate("sgd", 1.05)), node="out"),
    # 60 points of two classes that overlap, and 4,500 weights to remember them by.
    "overfitting": Trigger(
        {
            "data": {
                "dataset": "moons",
                "options": {"samples": 200, "noise": 0.6},
                "validation_fraction": 0.7,
            },
            "network": {"nodes": [*layers("tanh", [64, 64], XAVIER), linear("out", 2, weight_init=XAVIER)]},
            "optimizer": rate("adam", 0.01),
            "batch_size": 30,
            "epochs": 150,
        },
        node="out",
    ),
    "unscaled_input": Trigger(
        {
            **digits_run(layers("relu", [50], HE), optimizer=rate("adam", 1e-3)),
            "data": {**DIGITS, "options": {"normalize": False}},
        },
        node="input",
    ),
}
"""By rule."""


def watch(spec: dict[str, Any], *, tick: float = TICK) -> RecordingChannel:
    """Train a run for real, to its end, on a clock that has it measured every few steps."""
    channel = RecordingChannel()
    run({**spec, "probes": {"budget": 1.0}}, channel, clock=Clock(tick))
    return channel


def told(channel: RecordingChannel, *statuses: str) -> list[dict[str, Any]]:
    """Return the findings that were told with one of these statuses, in order; with any where none is named."""
    notices = [message for message in channel.of_type("notice") if message["finding"] is not None]
    return [notice["finding"] for notice in notices if not statuses or notice["finding"]["status"] in statuses]


def measurements(channel: RecordingChannel) -> dict[int, dict[tuple[str, str], dict[str, Any]]]:
    """Return every probe message by step, probe and node."""
    found: dict[int, dict[tuple[str, str], dict[str, Any]]] = {}
    for probe in channel.of_type("probe"):
        found.setdefault(probe["step"], {})[probe["probe"], probe["node"]] = probe
    return found
