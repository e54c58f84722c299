"""Time for a training step, in both engines and a plain numpy yardstick: `make bench-engines`.

All three start from the same weights and take turns within one run, so that whatever else the machine does meets them
alike; a ratio is of two times of one round. Before anything is timed the yardstick's loss is held to the engines', so
that it is known to compute the same. Figures go into docs/BENCHMARKS.md.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

from benchmarks.report import load, machine, say, table, write_section
from benchmarks.yardstick import Yardstick
from neurarium.engines import create_engine
from neurarium.engines.threads import WORTH_SHARING
from neurarium.graph import Plan, plan
from neurarium.sessions.process import flush_denormals
from neurarium.spec import RunSpec
from neurarium.spec.base import Shape
from neurarium.spec.catalog import presets
from neurarium.spec.randomness import generator

ROUNDS = 9
SECONDS = 0.4
"""For how long each takes its turn in a round, one step at least."""
NAMES = ("yardstick", "scratch", "torch")


@dataclass(frozen=True)
class Case:
    """A network to be timed.

    Attributes:
        title: its name in the report.
        spec: its run.
        shape: one sample's shape.
        classes: how many classes the targets have.
        wanted: the least ratio yardstick : scratch and the largest ratio scratch : torch; None asks for nothing.
    """

    title: str
    spec: RunSpec
    shape: Shape
    classes: int
    wanted: tuple[float, float] | None


def cases() -> list[Case]:
    """Return the measured networks; what stands first needs all cores."""
    named = {preset.name: preset.spec for preset in presets()}
    tiny = RunSpec.model_validate(
        {
            "network": {
                "nodes": [
                    {"id": "fc1", "kind": "linear", "out_features": 4},
                    {"id": "sigmoid1", "kind": "sigmoid"},
                    {"id": "fc2", "kind": "linear", "out_features": 2},
                    {"id": "sigmoid2", "kind": "sigmoid"},
                    {"id": "fc3", "kind": "linear", "out_features": 1},
                ]
            },
            "data": {"dataset": "xor"},
            "loss": {"kind": "mean_squared_error"},
            "batch_size": 10,
        }
    )
    mnist = (1, 28, 28)
    return [
        Case("SimpleConvNet", named["book_simple_convnet"], mnist, 10, (6.0, 2.0)),
        Case("DeepConvNet", named["book_deep_convnet"], mnist, 10, (6.0, 2.0)),
        Case("MLP 784-50-10", named["book_mlp_mnist"], mnist, 10, (3.0, 1.0)),
        Case("tiny 2-4-2-1", tiny, (2,), 2, None),
    ]


def steps_of(case: Case, planned: Plan) -> dict[str, Callable[[], float]]:
    """Return what takes one training step and returns its loss, for each of the three.

    Raises:
        ValueError: the yardstick does not compute what the engines compute.
    """
    random = generator(0, "benchmark")
    inputs = random.random((case.spec.batch_size, *case.shape))
    targets = random.integers(0, case.classes, case.spec.batch_size)
    rate = case.spec.optimizer.learning_rate
    engines = {
        name: create_engine(case.spec.model_copy(update={"engine": name, "device": "cpu"}), planned)
        for name in NAMES[1:]
    }
    dumped: list[dict[str, Any]] = case.spec.network.model_dump(mode="json")["nodes"]
    yardstick = Yardstick(dumped, dict(engines["scratch"].state()), case.spec.optimizer.model_dump(mode="json"))
    exact, single = inputs, inputs.astype(np.float32)
    steps: dict[str, Callable[[], float]] = {"yardstick": lambda: yardstick.train_step(exact, targets, rate)}
    for name, engine in engines.items():
        steps[name] = lambda engine=engine: engine.train_step(single, targets, rate).loss
    if not any(node["kind"] == "dropout" for node in dumped):  # its masks differ
        losses = np.array([[step() for step in steps.values()] for _ in range(3)])
        if np.abs(losses - losses[:, :1]).max() > 1e-4:
            raise ValueError(f"{case.title}: the losses of {', '.join(steps)} are {losses.tolist()}")
    return steps


def measure(case: Case) -> dict[str, np.ndarray]:
    """Return the seconds that a step took in each round, shape ``(ROUNDS,)`` for each of the three."""
    planned = plan(case.spec.network.nodes, case.shape)
    alone = planned.multiply_adds * case.spec.batch_size < WORTH_SHARING
    with threadpool_limits(limits=1 if alone else None):
        steps = steps_of(case, planned)
        for step in steps.values():
            for _ in range(3):
                step()
        seconds = {name: np.empty(ROUNDS) for name in steps}
        for turn in range(ROUNDS):
            for name, step in steps.items():
                taken: list[float] = []
                until = time.perf_counter() + SECONDS
                while not taken or time.perf_counter() < until:
                    started = time.perf_counter()
                    step()
                    taken.append(time.perf_counter() - started)
                seconds[name][turn] = np.median(taken)
    return seconds


def spread(values: np.ndarray, unit: str = "") -> str:
    """Return the median, and the quartiles in brackets."""
    low, middle, high = np.percentile(values, [25, 50, 75])
    return f"{middle:.3g}{unit} ({low:.3g} to {high:.3g})"


def main() -> int:
    """Measure and write the report; figures are told, not judged."""
    flush_denormals()
    busy, threads = load(), max(pool["num_threads"] for pool in threadpool_info())
    rows = []
    for case in cases():
        say(f"{case.title} (load of the machine: {load()})")
        seconds = measure(case)
        faster, against_torch = (
            seconds["yardstick"] / seconds["scratch"],
            seconds["scratch"] / seconds["torch"],
        )
        rows.append(
            (
                f"{case.title}, batch of {case.spec.batch_size}",
                *(spread(seconds[name] * 1000) for name in NAMES),
                spread(faster) + (f"; wanted {case.wanted[0]:g} or more" if case.wanted else ""),
                spread(against_torch) + (f"; wanted {case.wanted[1]:g} or less" if case.wanted else ""),
            )
        )
        say("  " + " | ".join(rows[-1][1:]))
    lines = [
        machine(),
        f"At most {threads} threads; load of the machine when it began: {busy}. Medians of {ROUNDS} rounds, quartiles"
        " in brackets.",
        "",
        *table(
            ("network", "yardstick, ms", "scratch, ms", "torch, ms", "yardstick : scratch", "scratch : torch"), rows
        ),
    ]
    print("\n".join(lines))
    write_section("engines", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
