"""The table counts every validation sample where its class and the network's answer meet."""

from typing import Any

import numpy as np
import pytest

from neurarium.spec.datasets import DATASETS
from tests.support.measuring import Measured
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("spec", [convnet_spec, plane_spec])
def test_counts_are_those_of_the_engines_own_answers(spec: Any, engine: str) -> None:
    run = Measured("confusion", spec(engine=engine, data={**spec()["data"], "validation_fraction": 0.4}))
    run.train(6 if spec is convnet_spec else 0)  # the perceptron has it all right after some steps
    ((node, figures),) = run.validate().items()
    validation = run.data.validation
    predicted = run.engine.predict(validation.inputs).argmax(axis=1)
    expected = np.zeros((len(run.data.class_names),) * 2, int)
    for true, taken in zip(validation.targets, predicted, strict=True):
        expected[true, taken] += 1
    assert node == run.plan.output
    assert figures["counts"].dtype == np.uint32
    np.testing.assert_array_equal(figures["counts"], expected)
    assert figures["samples"] == len(validation) == expected.sum()
    accuracy = run.engine.evaluate(validation.inputs, validation.targets).accuracy
    assert np.trace(figures["counts"]) / figures["samples"] == pytest.approx(accuracy)
    assert 0 < accuracy < 1, "a table of one sort of answers only would not show much"


def test_a_single_output_decides_between_two_classes() -> None:
    spec = plane_spec(network={"nodes": [linear("fc1", 1)]}, loss={"kind": "binary_cross_entropy"})
    run = Measured("confusion", spec)
    run.load(fc1_weight=np.zeros((1, 2)), fc1_bias=np.ones(1))
    counts = run.validate()["fc1"]["counts"]
    targets = run.data.validation.targets
    assert counts.tolist() == [[0, (targets == 0).sum()], [0, (targets == 1).sum()]]


def test_it_is_not_announced_where_nothing_is_validated() -> None:
    data = {"dataset": "moons", "options": {"samples": 30}, "validation_fraction": 0}
    assert Measured("confusion", plane_spec(data=data)).nodes == []


def test_it_is_not_announced_of_more_classes_than_can_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DATASETS["moons"], "class_names", lambda self: [str(i) for i in range(101)])
    run = plane_spec(data={"dataset": "moons", "options": {"samples": 30}}, network={"nodes": [linear("fc1", 101)]})
    assert Measured("confusion", run).nodes == []


def test_a_step_that_was_not_validated_has_none() -> None:
    assert Measured("confusion", plane_spec()).observe() == {}
