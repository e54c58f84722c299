"""Small networks for tests of the engines themselves."""

from __future__ import annotations

from typing import Any

import numpy as np

from neurarium.engines import Engine
from neurarium.engines.factory import create_engine
from neurarium.graph import Plan, plan
from neurarium.spec import RunSpec
from neurarium.spec.randomness import generator

IMAGE: tuple[int, ...] = (2, 6, 6)
CLASSES = 4

# Everything that an engine has to keep track of: running statistics, masks, windows, a skip connection.
NODES: list[dict[str, Any]] = [
    {"id": "conv", "kind": "conv2d", "out_channels": 3, "padding": 1},
    {"id": "norm", "kind": "batch_norm"},
    {"id": "relu", "kind": "relu"},
    {"id": "skip", "kind": "add", "inputs": ["relu", "norm"]},
    {"id": "pool", "kind": "max_pool2d"},
    {"id": "drop", "kind": "dropout", "p": 0.4},
    {"id": "flat", "kind": "flatten"},
    {"id": "fc", "kind": "linear", "out_features": CLASSES},
]


def run_spec(engine: str, nodes: list[dict[str, Any]] | None = None, **changes: Any) -> RunSpec:
    return RunSpec.model_validate(
        {
            "engine": engine,
            "device": "cpu",
            "seed": 11,
            "network": {"nodes": NODES if nodes is None else nodes},
            "optimizer": {"kind": "adam", "learning_rate": 0.01},
            **changes,
        }
    )


def build(
    engine: str,
    nodes: list[dict[str, Any]] | None = None,
    *,
    shape: tuple[int, ...] = IMAGE,
    dtype: type = np.float64,
    **changes: Any,
) -> tuple[Engine, Plan]:
    spec = run_spec(engine, nodes, **changes)
    planned = plan(spec.network.nodes, shape)
    return create_engine(spec, planned, dtype), planned


def batch(
    number: int, size: int = 8, shape: tuple[int, ...] = IMAGE, dtype: type = np.float64
) -> tuple[np.ndarray, np.ndarray]:
    random = generator(number, "batch")
    return random.normal(size=(size, *shape)).astype(dtype), random.integers(0, CLASSES, size)


def assert_same_state(ours: Engine, theirs: Engine) -> None:
    """Bit for bit."""
    first, second = ours.state(), theirs.state()
    assert list(first) == list(second)
    for name in first:
        np.testing.assert_array_equal(first[name], second[name], name)
