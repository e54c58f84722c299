"""The hardest samples are those whose own loss is the highest, each computed alone by the engine."""

from typing import Any

import numpy as np
import pytest

from tests.support.measuring import Measured
from tests.support.specs import ENGINES, convnet_spec, plane_spec


def losses_alone(run: Measured) -> np.ndarray:
    """Return the engine's loss of each validation sample by itself."""
    inputs, targets = run.data.validation.inputs, run.data.validation.targets
    return np.array([run.engine.evaluate(inputs[[i]], targets[[i]]).loss for i in range(len(inputs))])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("loss", ["softmax_cross_entropy", "mean_squared_error"])
@pytest.mark.parametrize("spec", [convnet_spec, plane_spec])
def test_they_are_the_sixteen_of_the_highest_loss(spec: Any, loss: str, engine: str) -> None:
    data = {**spec()["data"], "validation_fraction": 0.4}
    run = Measured("worst_samples", spec(engine=engine, data=data, loss={"kind": loss}))
    run.train(6)
    figures = run.validate()[run.plan.output]
    charged, validation = losses_alone(run), run.data.validation
    chosen = figures["samples"]
    assert len(chosen) == 16 < len(charged)
    np.testing.assert_allclose(figures["losses"], charged[chosen], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(figures["losses"], np.sort(charged)[::-1][:16], rtol=1e-4, atol=1e-6)
    assert (np.diff(figures["losses"]) <= 0).all()
    np.testing.assert_array_equal(figures["targets"], validation.targets[chosen])
    answers = run.engine.predict(validation.inputs[chosen]).astype(np.float64)
    np.testing.assert_array_equal(figures["predicted"], answers.argmax(axis=1))
    shown = figures["values"].astype(np.float64) * figures["scale"]
    np.testing.assert_allclose(shown, validation.inputs[chosen], rtol=1e-3, atol=1e-6)
    if loss == "mean_squared_error":
        assert figures["probabilities"] is figures["target_probabilities"] is None
    else:
        scores = np.exp(answers - answers.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        np.testing.assert_allclose(figures["probabilities"], scores.max(axis=1), rtol=1e-4)
        np.testing.assert_allclose(figures["target_probabilities"], np.exp(-charged[chosen]), rtol=1e-3)


def test_fewer_than_sixteen_are_all_shown() -> None:
    run = Measured("worst_samples", plane_spec())
    assert sorted(run.validate()["fc2"]["samples"]) == list(range(10))


def test_what_is_not_finite_is_as_hard_as_it_gets() -> None:
    run = Measured("worst_samples", plane_spec())
    run.load(fc2_weight=np.full((2, 8), np.nan))
    figures = run.validate()["fc2"]
    assert figures["samples"].tolist() == list(range(10)), "of equals the first comes first"
    assert np.isnan(figures["losses"]).all()


def test_they_are_not_announced_where_nothing_is_validated() -> None:
    data = {"dataset": "moons", "options": {"samples": 30}, "validation_fraction": 0}
    assert Measured("worst_samples", plane_spec(data=data)).nodes == []
