"""A training that starts from another one's weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from neurarium.headless import train
from neurarium.spec.errors import ShapeError, SpecError
from neurarium.store import pack_weights
from neurarium.training.loop import Trainer
from tests.support.channel import RecordingChannel, run
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("form", ["safetensors", "npz"])
def test_training_goes_on_from_the_weights_of_a_file(tmp_path: Path, engine: str, form: str) -> None:
    spec = convnet_spec(engine=engine, device="cpu")
    first = train(spec)
    file = tmp_path / f"weights.{form}"
    file.write_bytes(pack_weights(first.weights, "npz" if form == "npz" else "safetensors"))
    second = train({**spec, "seed": 5, "frozen": ["conv1", "norm1"], "epochs": 1}, weights=file)
    assert second.taken_over == "8 of 8 tensors were taken over."
    for name, values in first.weights.items():
        if name.startswith(("conv1.", "norm1.")):
            np.testing.assert_array_equal(second.weights[name], values)
        else:
            assert not np.array_equal(second.weights[name], values)
    began, ended = (result.metrics["validation_loss"] for result in (second, first))
    assert began[0] is not None
    assert ended[0] is not None
    assert began[0] < ended[0], "it begins better than one whose weights were drawn"


def test_a_reset_goes_back_to_the_weights_it_started_from() -> None:
    spec = plane_spec()
    given = train(spec).weights
    channel = RecordingChannel(held=[[{"command": "reset"}]])
    trainer = Trainer(trainer_spec := run(spec, RecordingChannel()).spec, channel, weights=given)
    trainer.run()
    assert trainer_spec.epochs == 2
    assert channel.states[-1] == "paused"
    for name, values in trainer.weights().items():
        np.testing.assert_array_equal(values, given[name])
    (notice,) = channel.of_type("notice")
    assert (notice["code"], notice["level"]) == ("weights_loaded", "info")


def test_a_network_with_another_head_takes_what_fits_where_that_was_asked() -> None:
    spec = plane_spec()
    given = train(spec).weights
    head = {"nodes": [*spec["network"]["nodes"][:-1], linear("head", 2)]}
    with pytest.raises(SpecError, match=r"lack head\.weight") as raised:
        train({**spec, "network": head}, weights=given)
    assert (raised.value.info.node, raised.value.info.field) == ("head", "initial_weights")
    result = train({**spec, "network": head, "frozen": ["fc1"]}, weights=given, strict=False)
    np.testing.assert_array_equal(result.weights["fc1.weight"], given["fc1.weight"])
    assert result.taken_over is not None
    assert "head.weight" in result.taken_over
    assert "fc2.weight" in result.taken_over


def test_a_shape_that_does_not_fit_is_named_with_both_shapes() -> None:
    given = train(plane_spec()).weights
    wider = {"nodes": [linear("fc1", 9), {"id": "tanh1", "kind": "tanh"}, linear("fc2", 2)]}
    with pytest.raises(ShapeError, match=r"fc1\.weight of shape \(8, 2\); this network needs \(9, 2\)"):
        train(plane_spec(network=wider), weights=given)
