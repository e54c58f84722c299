"""The surface is what the network answers at the centres of its cells."""

from typing import Any

import numpy as np
import pytest

from neurarium.data import load_dataset
from neurarium.engines import Engine, create_engine
from neurarium.graph import plan_for
from neurarium.probes import DecisionSurface
from neurarium.spec import RunSpec
from neurarium.spec.losses import LOSSES, Loss


def straight_line(loss: str = "softmax_cross_entropy") -> tuple[Engine, Any]:
    """A network whose logits are (x, 3 y + 1), so that every answer can be worked out by hand."""
    spec = RunSpec.model_validate(
        {
            "data": {"dataset": "moons", "options": {"samples": 40}},
            "network": {"nodes": [{"id": "fc", "kind": "linear", "out_features": 2}]},
            "loss": {"kind": loss},
        }
    )
    engine = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
    state = dict(engine.state())
    state["parameters/fc/weight"] = np.array([[1, 0], [0, 3]], np.float32)
    state["parameters/fc/bias"] = np.array([0, 1], np.float32)
    engine.load_state(state)
    return engine, spec


SOFTMAX: Loss = LOSSES["softmax_cross_entropy"](kind="softmax_cross_entropy")
POINTS = np.array([[-1, 0], [1, 4], [0, 2]], np.float32)


def test_probabilities_at_cell_centres_row_zero_at_low_y() -> None:
    engine, _ = straight_line()
    found = DecisionSurface(POINTS, SOFTMAX, cells=4).measure(engine)
    assert found["x"] == pytest.approx([-1.2, 1.2])
    assert found["y"] == pytest.approx([-0.4, 4.4])
    assert found["values"].shape == (2, 4, 4)
    assert found["values"].dtype == np.float32
    assert found["values"].flags.c_contiguous
    for row, y in enumerate([0.2, 1.4, 2.6, 3.8]):
        for column, x in enumerate([-0.9, -0.3, 0.3, 0.9]):
            expected = 1 / (1 + np.exp(3 * y + 1 - x))
            assert found["values"][0, row, column] == pytest.approx(expected, rel=1e-4)
    np.testing.assert_allclose(found["values"].sum(axis=0), 1, rtol=1e-6)


def test_outputs_that_are_no_logits_are_given_as_they_are() -> None:
    engine, spec = straight_line("mean_squared_error")
    surface = DecisionSurface(POINTS, spec.loss, cells=2)
    values = surface.measure(engine)["values"]
    np.testing.assert_allclose(values[0], [[-0.6, 0.6]] * 2, rtol=1e-5)
    np.testing.assert_allclose(values[1], [[3 * 0.8 + 1] * 2, [3 * 3.2 + 1] * 2], rtol=1e-5)


def test_the_grid_reaches_a_tenth_beyond_the_data() -> None:
    points = load_dataset(straight_line()[1].data, 0).train.inputs
    surface = DecisionSurface(points, SOFTMAX)
    for axis, (low, high) in enumerate((surface.x, surface.y)):
        extent = points[:, axis].max() - points[:, axis].min()
        assert low == pytest.approx(points[:, axis].min() - 0.1 * extent, rel=1e-5)
        assert high == pytest.approx(points[:, axis].max() + 0.1 * extent, rel=1e-5)


def test_points_on_a_line_still_span_a_plane() -> None:
    surface = DecisionSurface(np.array([[0, 2], [1, 2]], np.float32), SOFTMAX)
    assert surface.y == (1, 3)


def test_one_output_is_shown_as_two_classes() -> None:
    spec = RunSpec.model_validate(
        {
            "data": {"dataset": "moons", "options": {"samples": 40}},
            "network": {"nodes": [{"id": "fc", "kind": "linear", "out_features": 1}]},
            "loss": {"kind": "binary_cross_entropy"},
        }
    )
    engine = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
    engine.load_state({**engine.state(), "parameters/fc/weight": np.array([[2, 0]], np.float32)})
    values = DecisionSurface(POINTS, spec.loss, cells=2).measure(engine)["values"]
    second = 1 / (1 + np.exp(-2 * np.array([[-0.6, 0.6]] * 2)))
    np.testing.assert_allclose(values, [1 - second, second], rtol=1e-5)
