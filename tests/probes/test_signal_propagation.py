"""Measured variances are those of the engine's own outputs; predicted ones are what drawings of weights come to."""

import math
from typing import Any

import numpy as np
import pytest

from tests.support.measuring import Measured
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec

WIDTH = 400


def deep_spec(activation: str, *, std: float = 0.05, batch_size: int = 64, **changes: Any) -> dict[str, Any]:
    """Return a stack of wide layers, whose sums have so many terms that theory holds to a few percent."""
    drawn = {"weight_init": {"kind": "normal", "std": std}}
    nodes: list[dict[str, Any]] = []
    for depth in range(1, 5):
        nodes += [linear(f"fc{depth}", WIDTH, **drawn), {"id": f"act{depth}", "kind": activation}]
    nodes.append(linear("fc5", 10, **drawn))
    data = {"dataset": "digits", "train_size": 300}
    flat = {"id": "flat1", "kind": "flatten"}
    return plane_spec(data=data, network={"nodes": [flat, *nodes]}, batch_size=batch_size, **changes)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("spec", [convnet_spec, plane_spec])
def test_the_variance_is_that_of_the_nodes_outputs(spec: Any, engine: str) -> None:
    run = Measured("signal_propagation", spec(engine=engine))
    found = run.observe()
    # Without a pass of its own: in training mode, as the step has it, where only dropout and normalisation differ.
    if spec is plane_spec:
        inputs = run.batches.batch(0).inputs
        outputs = {"input": inputs, **run.engine.outputs(inputs)}
        assert list(found) == ["fc1", "tanh1", "fc2"]
        for node, before in (("fc1", "input"), ("tanh1", "fc1"), ("fc2", "tanh1")):
            assert found[node]["variance"] == pytest.approx(outputs[node].var(dtype=np.float64), rel=1e-4)
            second = (outputs[before].astype(np.float64) ** 2).mean()
            assert found[node]["input_second_moment"] == pytest.approx(second, rel=1e-4)
            assert found[node]["sampled"] == found[node]["total"] == outputs[node].size
            assert found[node]["batch"] == 10
    else:
        assert list(found) == ["conv1", "norm1", "relu1", "fc1"]
        assert found["norm1"]["variance"] == pytest.approx(1, rel=0.01)


def test_of_a_weighted_sum_it_is_fan_in_times_the_weights_variance_times_the_inputs_second_moment() -> None:
    run = Measured("signal_propagation", convnet_spec())
    found = run.observe()
    inputs = run.batches.batch(0).inputs.astype(np.float64)
    figures = found["conv1"]
    assert (figures["fan_in"], figures["weight_variance"]) == (9, pytest.approx(2 / 9))
    assert figures["predicted"] == pytest.approx(9 * (2 / 9) * (inputs**2).mean(), rel=1e-5)
    assert figures["rule"] == "weighted_sum"
    assert "equation 7" in figures["source"]


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "gelu"])
def test_prediction_and_measurement_agree_where_theory_holds(activation: str) -> None:
    """A prediction is an expectation over all drawings: five drawings of 400 units a layer come close to it."""
    ratios: dict[str, list[float]] = {}
    for seed in range(5):
        found = Measured("signal_propagation", deep_spec(activation, seed=seed)).observe()
        assert {figures["rule"] for name, figures in found.items() if name.startswith("act")} == {"gaussian"}
        for name, figures in found.items():
            ratios.setdefault(name, []).append(figures["variance"] / figures["predicted"])
    del ratios["fc5"]  # ten units are too few to be an average
    assert len(ratios) == 8
    for name, found_ratios in ratios.items():
        assert np.mean(found_ratios) == pytest.approx(1, abs=0.08), name


def test_relu_halves_the_second_moment() -> None:
    """E[relu(z)^2] = q / 2 and E[relu(z)] = sqrt(q / 2 pi), so the variance is q (1/2 - 1/2pi)."""
    figures = Measured("signal_propagation", deep_spec("relu")).observe()["act1"]
    expected = figures["input_second_moment"] * (0.5 - 0.5 / math.pi)
    assert figures["predicted"] == pytest.approx(expected, rel=1e-4)


def test_what_comes_in_now_is_what_the_prediction_takes() -> None:
    """Twice the input, four times the variance: it is no constant of the spec."""
    run = Measured("signal_propagation", deep_spec("relu"))
    inputs = run.batches.batch(0).inputs
    once, twice = run.observe(inputs), run.observe(2 * inputs)
    for name in ("fc1", "act1", "fc2"):
        assert twice[name]["predicted"] == pytest.approx(4 * once[name]["predicted"], rel=1e-3)
        assert twice[name]["variance"] == pytest.approx(4 * once[name]["variance"], rel=1e-3)


def test_training_leaves_the_theory_behind() -> None:
    run = Measured("signal_propagation", deep_spec("relu", std=math.sqrt(2 / WIDTH)))
    before = run.observe()["fc4"]
    run.train(30, 0.1)
    after = run.observe()["fc4"]
    gap = [abs(math.log(figures["variance"] / figures["predicted"])) for figures in (before, after)]
    assert gap[1] > 2 * gap[0]


def test_normalised_values_have_variance_one_unless_they_are_frozen() -> None:
    run = Measured("signal_propagation", convnet_spec())
    figures = run.observe()["norm1"]
    assert (figures["predicted"], figures["rule"]) == (1, "normalised")
    frozen = Measured("signal_propagation", convnet_spec(frozen=["norm1"])).observe()["norm1"]
    assert (frozen["predicted"], frozen["rule"], frozen["source"]) == (None, None, None)


def test_of_weights_that_were_not_drawn_around_zero_theory_says_nothing() -> None:
    given = Measured("signal_propagation", plane_spec(), given_weights=["fc1.weight", "fc1.bias"]).observe()
    assert given["fc1"]["predicted"] is None
    assert given["fc2"]["predicted"] is not None
    shifted = {"kind": "uniform", "low": 0.0, "high": 1.0}
    nodes = [linear("fc1", 8, weight_init=shifted), linear("fc2", 2)]
    found = Measured("signal_propagation", plane_spec(network={"nodes": nodes})).observe()
    assert found["fc1"]["predicted"] is None
    assert found["fc2"]["predicted"] is not None


def test_what_is_not_finite_has_no_variance() -> None:
    run = Measured("signal_propagation", plane_spec())
    run.load(fc1_weight=np.full((8, 2), np.nan))
    found = run.observe()
    assert found["fc1"]["variance"] is None
    assert found["tanh1"]["predicted"] is found["tanh1"]["input_second_moment"] is None
