"""Whole networks for the conformance tests, and the data they see."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.datasets import load_digits

from neurarium.graph import Plan, plan_for
from neurarium.spec import RunSpec
from neurarium.spec.catalog import presets
from neurarium.spec.randomness import generator

PRESETS: dict[str, RunSpec] = {
    preset.name: preset.spec
    for preset in presets()
    # Data that is small and on every machine; what is larger is made of the same kinds.
    if preset.spec.data.source.input_shape() in ((1, 8, 8), (2,))
}

# Skips, branches of different depth, one node taken three times, the data taken twice, pooling windows that overlap,
# and names that Python objects have methods of.
_BRANCHES: list[dict[str, Any]] = [
    {"id": "keys", "kind": "conv2d", "out_channels": 4, "padding": 1},
    {"id": "norm", "kind": "batch_norm"},
    {"id": "leaky", "kind": "leaky_relu"},
    {"id": "deep", "kind": "conv2d", "out_channels": 4, "padding": 1, "bias": False},
    {"id": "sigmoid", "kind": "sigmoid"},
    {"id": "add", "kind": "add", "inputs": ["sigmoid", "leaky", "keys"]},
    {"id": "forward", "kind": "concat", "inputs": ["add", "leaky", "input"]},
    {"id": "average", "kind": "avg_pool2d", "kernel_size": 3, "stride": 2, "padding": 1},
    {"id": "largest", "kind": "max_pool2d", "kernel_size": 3, "stride": 1, "padding": 1},
    {"id": "flat", "kind": "flatten"},
    {"id": "drop", "kind": "dropout", "p": 0.3},
    {"id": "hidden", "kind": "linear", "out_features": 12, "bias": False},
    {"id": "norm2", "kind": "batch_norm", "momentum": 0.3},
    {"id": "tanh", "kind": "tanh"},
    {"id": "raw", "kind": "flatten", "inputs": ["input"]},
    {"id": "both", "kind": "concat", "inputs": ["tanh", "raw"]},
    {"id": "out", "kind": "linear", "out_features": 10},
]


def branches(**changes: Any) -> RunSpec:
    """Return a run of a network with all that a graph can have."""
    return RunSpec.model_validate(
        {
            "name": "branches",
            "network": {"nodes": _BRANCHES},
            "optimizer": {"kind": "momentum", "learning_rate": 0.05},
            "batch_size": 20,
            **changes,
        }
    )


NETWORKS: dict[str, RunSpec] = {
    **PRESETS,
    "branches": branches(),
    "branches_mean_squared_error": branches(loss={"kind": "mean_squared_error"}, optimizer={"kind": "rmsprop"}),
}


def planned(spec: RunSpec) -> Plan:
    return plan_for(spec.network.nodes, spec.data, spec.loss)


def samples(spec: RunSpec, dtype: type = np.float64) -> tuple[np.ndarray, np.ndarray]:
    """Return real digits in random order, or random points of the plane in classes that depend on them."""
    random = generator(0, "samples")
    if spec.data.dataset == "digits":
        pixels, classes = load_digits(return_X_y=True)
        order = random.permutation(len(classes))
        images = (pixels / 16.0).reshape(-1, 1, 8, 8)
        return images[order].astype(dtype), classes[order].astype(np.int64)
    points = random.uniform(-1, 1, (600, 2))
    classes = len(spec.data.source.class_names())
    return points.astype(dtype), (np.hypot(*points.T) * classes).astype(np.int64).clip(0, classes - 1)


def batches(spec: RunSpec, count: int, dtype: type = np.float64) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the first `count` batches, going round where the samples run out."""
    inputs, targets = samples(spec, dtype)
    per_epoch = len(targets) // spec.batch_size
    starts = [(position % per_epoch) * spec.batch_size for position in range(count)]
    return [(inputs[start : start + spec.batch_size], targets[start : start + spec.batch_size]) for start in starts]
