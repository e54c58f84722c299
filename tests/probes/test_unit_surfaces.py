"""A unit's surface is what it puts out at the centres of the plane's cells."""

import numpy as np
import pytest

from neurarium.probes.kinds.unit_surfaces import CELLS, MOST_UNITS
from tests.support.measuring import Measured
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec


@pytest.mark.parametrize("engine", ENGINES)
def test_every_node_is_asked_at_every_cell(engine: str) -> None:
    run = Measured("unit_surfaces", plane_spec(engine=engine))
    run.train(5)
    found = run.observe()
    assert list(found) == ["fc1", "tanh1", "fc2"]
    points = np.concatenate([run.data.train.inputs, run.data.validation.inputs])
    for figures in found.values():
        for axis, ends in enumerate((figures["x"], figures["y"])):
            extent = np.ptp(points[:, axis])
            assert ends[0] == pytest.approx(points[:, axis].min() - 0.1 * extent, rel=1e-4)
            assert ends[1] == pytest.approx(points[:, axis].max() + 0.1 * extent, rel=1e-4)
    x, y = (np.linspace(ends[0], ends[1], 2 * CELLS + 1)[1::2] for ends in (found["fc1"]["x"], found["fc1"]["y"]))
    for row, column in ((0, 0), (3, 30), (31, 5)):
        outputs = run.engine.outputs(np.array([[x[column], y[row]]], np.float32))
        for node, figures in found.items():
            shown = figures["values"][:, row, column].astype(np.float64) * figures["scale"]
            np.testing.assert_allclose(shown, outputs[node][0], rtol=2e-3, atol=1e-4)
            assert figures["units"] == len(outputs[node][0])
            assert figures["values"].shape == (figures["units"], CELLS, CELLS)


def test_of_wide_layers_the_first_units_are_shown_and_the_count_is_told() -> None:
    run = Measured("unit_surfaces", plane_spec(network={"nodes": [linear("fc1", 50), linear("fc2", 2)]}))
    found = run.observe()
    assert (found["fc1"]["values"].shape[0], found["fc1"]["units"]) == (MOST_UNITS, 50)
    assert (found["fc2"]["values"].shape[0], found["fc2"]["units"]) == (2, 2)


def test_they_are_not_announced_of_images() -> None:
    assert Measured("unit_surfaces", convnet_spec()).nodes == []
