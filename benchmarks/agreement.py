"""How far the two engines lie apart while they train the book's convnets on real MNIST: part of `make bench-accuracy`.

Both take the first 100 steps from the same weights and batches, in float64 and in float32. Beside it stands how far
PyTorch's own float32 lies from its float64: what rounding alone does to these networks.
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.accuracy import find_mnist, specs
from benchmarks.report import load, machine, say, table, write_section
from neurarium.data import Batches, LoadedDataset, load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.sessions.process import flush_denormals
from neurarium.spec import RunSpec
from neurarium.spec.errors import UnavailableError

STEPS = 100
TOLERANCE = 1e-3
"""How far the engines' losses may lie apart in any step, both computing in float64."""
PAIRS = {
    "scratch and torch, float64": (("scratch", "float64"), ("torch", "float64")),
    "scratch and torch, float32": (("scratch", "float32"), ("torch", "float32")),
    "torch, float32 and float64": (("torch", "float32"), ("torch", "float64")),
}


def losses(spec: RunSpec, data: LoadedDataset) -> dict[tuple[str, str], np.ndarray]:
    """Return the loss of each of the first steps, by engine and number format; shape ``(STEPS,)`` each."""
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    batches = Batches(data.train, spec.batch_size, spec.seed)
    found = {}
    for engine_name in ("torch", "scratch"):
        for dtype in ("float32", "float64"):
            engine = create_engine(spec.model_copy(update={"engine": engine_name}), plan, np.dtype(dtype))
            curve = np.empty(STEPS)
            for step in range(STEPS):
                batch = batches.batch(step)
                inputs = batch.inputs.astype(dtype)
                curve[step] = engine.train_step(inputs, batch.targets, spec.optimizer.learning_rate).loss
            found[engine_name, dtype] = curve
            say(f"  {engine_name}, {dtype}: loss {curve[0]:.4f} to {curve[-1]:.4f}")
    return found


def main() -> int:
    """Measure, write the report, and return 0 where the engines agree."""
    flush_denormals()
    find_mnist()
    rows, agree = [], True
    for title, spec in specs().values():
        try:
            data = load_dataset(spec.data, spec.seed)
        except UnavailableError as error:
            say(f"skipped: {error} {error.info.hint}")
            return 0
        say(f"{title} (load of the machine: {load()})")
        curves = losses(spec, data)
        apart = {name: np.abs(curves[first] - curves[second]) for name, (first, second) in PAIRS.items()}
        agree = agree and apart["scratch and torch, float64"].max() <= TOLERANCE
        for name, distance in apart.items():
            beyond = np.flatnonzero(distance > TOLERANCE)
            first = f"step {beyond[0] + 1}" if len(beyond) else "never"
            rows.append((title, name, f"{distance.max():.1e}", first))
    lines = [
        machine(),
        "",
        *table(
            ("network", "between", f"largest difference of loss in {STEPS} steps", f"first above {TOLERANCE:g}"), rows
        ),
    ]
    print("\n".join(lines))
    write_section("agreement", lines)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
