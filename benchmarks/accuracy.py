"""Accuracy of the book's convnets on real MNIST: `make bench-accuracy`.

Both networks are trained by the PyTorch engine with the book's settings (Adam, rate 0.001, batches of 100, 20 epochs at
most) on all training images that are there, and tested after each epoch on all test images, until the target is
reached. Beside each stands the same network in a plain PyTorch script that uses nothing of Neurarium
(`benchmarks/plain.py`): where that misses the target too, the data and settings miss it, and not the engine. Figures go
into docs/BENCHMARKS.md; the exit status is 1 where a target was missed.

The files are those in ``NEURARIUM_MNIST_FOLDER``, else in ``../shared/data/mnist`` beside the project.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.plain import PLAIN, train_plainly
from benchmarks.report import load, machine, say, table, write_section
from neurarium.data import Batches, LoadedDataset, load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.sessions.process import flush_denormals
from neurarium.spec import RunSpec
from neurarium.spec.catalog import presets
from neurarium.spec.errors import UnavailableError

TARGETS = {"book_simple_convnet": 0.985, "book_deep_convnet": 0.990}
"""The test accuracy that each preset has to reach within its epochs."""
MNIST = Path(__file__).resolve().parents[2] / "shared" / "data" / "mnist"


@dataclass(frozen=True)
class Outcome:
    """What a network came to.

    Attributes:
        title: its name.
        accuracies: test accuracy after each epoch.
        target: what was to be reached.
        epochs: within how many epochs.
        plain: the same of the plain script.
        seconds: how long training and testing took.
    """

    title: str
    accuracies: list[float]
    plain: list[float]
    target: float
    epochs: int
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether the target was reached."""
        return self.accuracies[-1] >= self.target


def train(spec: RunSpec, data: LoadedDataset, target: float) -> list[float]:
    """Train in the PyTorch engine until the target is reached, and return the test accuracy after each epoch."""
    if data.test is None:
        raise FileNotFoundError("MNIST's test images are not beside its training images.")
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    engine = create_engine(spec.model_copy(update={"engine": "torch"}), plan)
    batches, test = Batches(data.train, spec.batch_size, spec.seed), data.test.pick(slice(None))
    accuracies = []
    for epoch in range(spec.epochs):
        for step in range(epoch * batches.steps_per_epoch, (epoch + 1) * batches.steps_per_epoch):
            batch = batches.batch(step)
            engine.train_step(batch.inputs, batch.targets, spec.optimizer.learning_rate)
        accuracies.append(engine.evaluate(test.inputs, test.targets).accuracy)
        say(f"  epoch {epoch + 1}: test accuracy {accuracies[-1]:.4f}")
        if accuracies[-1] >= target:
            break
    return accuracies


def find_mnist() -> None:
    """Name the folder beside the project as MNIST's, where there is one and no other is named."""
    if MNIST.is_dir():
        os.environ.setdefault("NEURARIUM_MNIST_FOLDER", str(MNIST))


def specs() -> dict[str, tuple[str, RunSpec]]:
    """Return title and run of each preset; the test images are apart, so none are kept back to validate."""
    return {
        preset.name: (
            preset.title,
            preset.spec.model_copy(
                update={"device": "cpu", "data": preset.spec.data.model_copy(update={"validation_fraction": 0.0})}
            ),
        )
        for preset in presets()
        if preset.name in TARGETS
    }


def describe(outcomes: list[Outcome], train_images: int, test_images: int) -> list[str]:
    """Return the report's lines."""
    rows = [
        (
            one.title,
            f"{one.target:.3f}",
            f"{one.accuracies[-1]:.4f}" if one.passed else f"best {max(one.accuracies):.4f}, missed",
            f"{len(one.accuracies)} of {one.epochs}",
            f"best {max(one.plain):.4f} of {len(one.plain)} epochs",
            f"{one.seconds:.0f} s",
        )
        for one in outcomes
    ]
    return [
        machine(),
        "",
        f"{train_images:,} training images, {test_images:,} test images, seed 0.",
        "",
        *table(("network", "target", "test accuracy", "after epoch", "plain PyTorch", "time"), rows),
    ]


def main() -> int:
    """Measure, write the report, and return 0 where all targets were met."""
    flush_denormals()
    find_mnist()
    outcomes: list[Outcome] = []
    lines: list[str] = []
    for name, (title, spec) in specs().items():
        try:
            data = load_dataset(spec.data, spec.seed)
        except UnavailableError as error:
            say(f"skipped: {error} {error.info.hint}")
            return 0
        say(f"{title} (load of the machine: {load()})")
        started = time.perf_counter()
        accuracies = train(spec, data, TARGETS[name])
        seconds = time.perf_counter() - started
        say("  in plain PyTorch")
        plain = train_plainly(PLAIN[name], data, spec.epochs, TARGETS[name])
        outcomes.append(Outcome(title, accuracies, plain, TARGETS[name], spec.epochs, seconds))
        # After each network, since the next one takes minutes and may be interrupted.
        lines = describe(outcomes, len(data.train), len(data.test or ()))
        write_section("accuracy", lines)
    print("\n".join(lines))
    return 0 if all(one.passed for one in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
