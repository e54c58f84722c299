"""A network small enough to be followed by hand: two units after two, sigmoids, half the sum of squares, one step.

The figures are those of Mazur 2015, A Step by Step Backpropagation Example.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.spec import RunSpec

NODES: list[dict[str, Any]] = [
    {"id": "fc1", "kind": "linear", "out_features": 2},
    {"id": "sigmoid1", "kind": "sigmoid"},
    {"id": "fc2", "kind": "linear", "out_features": 2},
    {"id": "sigmoid2", "kind": "sigmoid"},
]
WEIGHTS = {
    "parameters/fc1/weight": np.array([[0.15, 0.20], [0.25, 0.30]]),
    "parameters/fc1/bias": np.array([0.35, 0.35]),
    "parameters/fc2/weight": np.array([[0.40, 0.45], [0.50, 0.55]]),
    "parameters/fc2/bias": np.array([0.60, 0.60]),
}
INPUTS, TARGETS = np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])


@pytest.mark.parametrize("engine", ["scratch", pytest.param("torch", marks=pytest.mark.torch)])
def test_outputs_loss_and_one_step(engine: str) -> None:
    spec = RunSpec.model_validate(
        {
            "engine": engine,
            "device": "cpu",
            "dtype": "float64",
            "data": {"dataset": "moons"},
            "network": {"nodes": NODES},
            "loss": {"kind": "sum_of_squares"},
            "optimizer": {"kind": "sgd", "learning_rate": 0.5},
        }
    )
    network = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
    network.load_state({**network.state(), **WEIGHTS})
    np.testing.assert_allclose(network.predict(INPUTS), [[0.75136507, 0.772928465]], rtol=1e-8)
    result = network.train_step(INPUTS, TARGETS, 0.5)
    assert result.loss == pytest.approx(0.298371109, abs=1e-9)
    after = network.state()
    second = [[0.35891648, 0.408666186], [0.511301270, 0.561370121]]
    np.testing.assert_allclose(after["parameters/fc2/weight"], second, atol=1e-9)
    first = [[0.149780716, 0.19956143], [0.24975114, 0.29950229]]
    np.testing.assert_allclose(after["parameters/fc1/weight"], first, atol=5e-9)
