"""What is collected of a step is what the engine computed in it."""

import copy
from typing import Any

import numpy as np
import pytest

from neurarium.data import Batch, Batches, LoadedDataset, load_dataset
from neurarium.engines import Engine, create_engine
from neurarium.graph import plan_for
from neurarium.probes import PROBES, Collector, ProbeKey, ProbeMessage, available_probes, total_norm
from neurarium.spec import RunSpec

CONVNET: dict[str, Any] = {
    "network": {
        "nodes": [
            {"id": "conv1", "kind": "conv2d", "out_channels": 4, "kernel_size": 3},
            {"id": "norm1", "kind": "batch_norm"},
            {"id": "relu1", "kind": "relu"},
            {"id": "flat1", "kind": "flatten"},
            {"id": "fc1", "kind": "linear", "out_features": 10},
        ]
    }
}
PLANE: dict[str, Any] = {
    "data": {"dataset": "spiral", "options": {"samples": 60}},
    "network": {
        "nodes": [
            {"id": "fc1", "kind": "linear", "out_features": 5, "weight_init": {"kind": "normal", "std": 1.0}},
            {"id": "sigmoid1", "kind": "sigmoid"},
            {"id": "fc2", "kind": "linear", "out_features": 3, "weight_init": {"kind": "normal", "std": 1.0}},
        ]
    },
}


class Run:
    """A network, its data and what measures it."""

    def __init__(self, spec: dict[str, Any], **settings: Any) -> None:
        self.spec = RunSpec.model_validate({"optimizer": {"kind": "sgd", "learning_rate": 0.1}, **spec})
        self.plan = plan_for(self.spec.network.nodes, self.spec.data, self.spec.loss)
        self.data: LoadedDataset = load_dataset(self.spec.data, self.spec.seed)
        self.engine: Engine = create_engine(self.spec, self.plan)
        self.batch: Batch = Batches(self.data.train, self.spec.batch_size, self.spec.seed).batch(0)
        self.collector = Collector(self.spec, self.plan, self.data, **settings)

    def measure(self) -> dict[ProbeKey, dict[str, Any]]:
        self.engine.measure(*self.batch)
        return by_key(self.collector.collect(self.engine))

    def train(self) -> dict[ProbeKey, dict[str, Any]]:
        self.engine.train_step(*self.batch, 0.1, observe=True)
        return by_key(self.collector.collect(self.engine))

    def validate(self) -> dict[ProbeKey, dict[str, Any]]:
        evaluation = self.engine.evaluate(self.data.validation.inputs, self.data.validation.targets)
        return by_key(self.collector.validated(self.engine, evaluation))

    def parameters(self) -> dict[tuple[str, str], np.ndarray]:
        parts = {tuple(name.split("/")): array for name, array in self.engine.state().items()}
        return {key[1:]: array for key, array in parts.items() if key[0] == "parameters"}  # type: ignore[misc]


def by_key(messages: list[ProbeMessage]) -> dict[ProbeKey, dict[str, Any]]:
    found = {message.key: message.payload for message in messages}
    assert len(found) == len(messages)
    return found


@pytest.mark.parametrize("spec", [CONVNET, PLANE])
def test_what_was_announced_is_what_comes(spec: dict[str, Any]) -> None:
    run = Run(spec)
    assert [*run.measure(), *run.validate()] == run.collector.probes == available_probes(run.spec, run.plan)
    assert [*run.train(), *run.validate()] == run.collector.probes


def test_every_probe_is_of_some_network() -> None:
    assert {key.probe for spec in (CONVNET, PLANE) for key in Run(spec).collector.probes} == set(PROBES)


def test_which_probes_a_network_has() -> None:
    nodes = ["fc1", "sigmoid1", "fc2"]
    parameters = [(node, name) for node in ("fc1", "fc2") for name in ("weight", "bias")]
    assert Run(PLANE).collector.probes == [
        *(("activation_histogram", node, None) for node in ("input", *nodes)),
        *(("gradient_histogram", *parameter) for parameter in parameters),
        ("gradient_stats", "fc1", None),
        ("gradient_stats", "fc2", None),
        *(("signal_propagation", node, None) for node in nodes),
        *(("weight_histogram", *parameter) for parameter in parameters),
        ("decision_surface", "fc2", None),
        *(("feature_maps", node, None) for node in ("input", *nodes)),
        *(("unit_surfaces", node, None) for node in nodes),
        ("confusion", "fc2", None),
        ("worst_samples", "fc2", None),
    ]


@pytest.mark.parametrize("spec", [CONVNET, PLANE])
@pytest.mark.parametrize("limit", [10, 1000, 10**9])
def test_counts_add_up_in_every_histogram(spec: dict[str, Any], limit: int) -> None:
    found = Run(spec, sample_limit=limit).train()
    histograms = {key: payload for key, payload in found.items() if key.probe.endswith("histogram")}
    for key, payload in histograms.items():
        assert payload["counts"].sum() == payload["sampled"] <= min(limit, payload["total"]), key
        assert payload["non_finite"] == 0
        assert payload["batch"] == min(100, 60 - 6) if spec is PLANE else 100
    assert histograms[ProbeKey("activation_histogram", "input")]["total"] == (108 if spec is PLANE else 6400)


def test_activations_are_the_nodes_outputs_over_the_batch() -> None:
    run = Run(PLANE, sample_limit=10**9)
    outputs = {"input": run.batch.inputs, **run.engine.outputs(run.batch.inputs)}
    found = run.measure()
    for node, values in outputs.items():
        payload = found[ProbeKey("activation_histogram", node)]
        assert payload["sampled"] == payload["total"] == values.size
        assert payload["mean"] == pytest.approx(values.mean(), abs=1e-5)
        assert payload["std"] == pytest.approx(values.std(), rel=1e-4)
        assert payload["min"] == pytest.approx(values.min(), rel=1e-5)
        assert payload["max"] == pytest.approx(values.max(), rel=1e-5)


def test_at_step_zero_there_is_a_gradient_and_no_update() -> None:
    found = Run(PLANE).measure()
    for key, payload in found.items():
        if key.probe == "gradient_stats":
            for stats in payload["parameters"].values():
                assert stats["norm"] > 0
                assert stats["update_ratio"] is None


def test_weights_are_those_after_the_update_and_gradients_those_that_made_it() -> None:
    run = Run(PLANE)
    before = run.parameters()
    found = run.train()
    after = run.parameters()
    norms = []
    for (node, name), weights in after.items():
        gradient = (before[node, name] - weights) / 0.1  # plain SGD at this rate
        stats = found[ProbeKey("gradient_stats", node)]["parameters"][name]
        assert stats["norm"] == pytest.approx(np.linalg.norm(gradient), rel=1e-3)
        assert stats["mean"] == pytest.approx(gradient.mean(), rel=1e-3, abs=1e-5)
        assert stats["std"] == pytest.approx(gradient.std(), rel=1e-3)
        assert stats["max_abs"] == pytest.approx(np.abs(gradient).max(), rel=1e-3)
        ratio = np.linalg.norm(0.1 * gradient) / np.linalg.norm(weights)
        assert stats["update_ratio"] == pytest.approx(ratio, rel=1e-3)
        norms.append(np.linalg.norm(gradient))
        histogram = found[ProbeKey("weight_histogram", node, name)]
        assert (histogram["min"], histogram["max"]) == (weights.min(), weights.max())
        histogram = found[ProbeKey("gradient_histogram", node, name)]
        assert histogram["max"] == pytest.approx(gradient.max(), rel=1e-3, abs=1e-5)
    stats = [entry for payload in found.values() for entry in payload.get("parameters", {}).values()]
    assert total_norm(stats) == pytest.approx(np.linalg.norm(norms), rel=1e-3)


def test_filters_are_the_weights() -> None:
    run = Run(CONVNET)
    found = run.train()[ProbeKey("filters", "conv1")]
    np.testing.assert_array_equal(found["weight"], run.parameters()["conv1", "weight"])
    assert (found["out_channels"], found["in_channels"]) == (4, 1)


def test_saturated_is_told_of_nodes_that_can_saturate() -> None:
    run = Run(PLANE)
    state = dict(run.engine.state())
    state["parameters/fc1/weight"] *= 0
    state["parameters/fc1/bias"] = np.array([-9, 9, 0, 0, 0], np.float32)
    run.engine.load_state(state)
    found = run.measure()
    assert found[ProbeKey("activation_histogram", "sigmoid1")]["saturated_fraction"] == 0.4
    assert found[ProbeKey("activation_histogram", "sigmoid1")]["dead_fraction"] is None
    for node in ("input", "fc1", "fc2"):
        assert found[ProbeKey("activation_histogram", node)]["saturated_fraction"] is None


def test_dead_is_told_of_nodes_that_can_die() -> None:
    run = Run(CONVNET)
    state = dict(run.engine.state())
    state["parameters/norm1/weight"] *= 0
    state["parameters/norm1/bias"] = np.array([-1, -1, -1, 2], np.float32)
    run.engine.load_state(state)
    found = run.measure()
    relu = found[ProbeKey("activation_histogram", "relu1")]
    assert (relu["dead_fraction"], relu["zero_fraction"]) == (0.75, 0.75)
    assert all(
        payload["dead_fraction"] is None
        for key, payload in found.items()
        if key.probe.endswith("histogram") and key.node != "relu1"
    )


def test_the_decision_surface_is_the_networks_answer() -> None:
    run = Run(PLANE)
    found = run.train()[ProbeKey("decision_surface", "fc2")]
    assert found["values"].shape == (3, 64, 64)
    np.testing.assert_allclose(found["values"].sum(axis=0), 1, rtol=1e-5)
    points = np.concatenate([run.data.train.inputs, run.data.validation.inputs])
    assert found["x"][0] < points[:, 0].min() < points[:, 0].max() < found["x"][1]
    row, column = 10, 50
    at = [low + (high - low) * (cell + 0.5) / 64 for (low, high), cell in ((found["x"], column), (found["y"], row))]
    logits = run.engine.predict(np.array([at], np.float32))[0].astype(np.float64)
    np.testing.assert_allclose(
        found["values"][:, row, column], np.exp(logits) / np.exp(logits).sum(), rtol=1e-4, atol=1e-6
    )


@pytest.mark.parametrize("spec", [CONVNET, PLANE])
def test_measurements_stay_as_they_are_when_training_goes_on(spec: dict[str, Any]) -> None:
    run = Run(spec)
    found = run.train()
    kept = copy.deepcopy(found)
    run.engine.train_step(*run.batch, 0.5)
    run.engine.train_step(*run.batch, 0.5, observe=True)
    for key, payload in found.items():
        for name, value in payload.items():
            np.testing.assert_equal(value, kept[key][name])


def test_measuring_changes_no_number_of_the_run() -> None:
    watched, unwatched = Run(CONVNET), Run(CONVNET)
    for _ in range(3):
        watched.train()
        unwatched.engine.train_step(*unwatched.batch, 0.1)
    expected = unwatched.engine.state()
    for name, array in watched.engine.state().items():
        np.testing.assert_array_equal(array, expected[name])


def test_only_what_was_selected_is_measured() -> None:
    run = Run(CONVNET, selected=("filters", "gradient_stats"))
    assert list(run.train()) == [("filters", "conv1", None)] + [
        ("gradient_stats", node, None) for node in ("conv1", "norm1", "fc1")
    ]


def test_an_unknown_probe_is_refused() -> None:
    with pytest.raises(ValueError, match="no such probe: filtres; there are activation_histogram"):
        Run(CONVNET, selected=["filtres"])


def test_numbers_that_are_not_finite_are_counted_apart() -> None:
    run = Run(PLANE)
    state = dict(run.engine.state())
    state["parameters/fc1/weight"][0, 0] = np.nan
    run.engine.load_state(state)
    found = run.measure()
    outputs = found[ProbeKey("activation_histogram", "fc1")]
    assert outputs["non_finite"] == 54
    assert outputs["counts"].sum() == outputs["sampled"] == 4 * 54
    assert found[ProbeKey("weight_histogram", "fc1", "weight")]["non_finite"] == 1
    assert found[ProbeKey("gradient_stats", "fc1")]["parameters"]["weight"]["norm"] is None
    assert np.isnan(found[ProbeKey("decision_surface", "fc2")]["values"]).all()


def test_without_an_observed_step_there_is_nothing_to_collect() -> None:
    run = Run(CONVNET)
    with pytest.raises(RuntimeError):
        run.collector.collect(run.engine)
    run.train()
    run.engine.train_step(*run.batch, 0.1)
    with pytest.raises(RuntimeError):
        run.collector.collect(run.engine)
