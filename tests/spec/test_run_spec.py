"""What a person writes is taken exactly, or refused with what was received, what was expected, and where."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from neurarium.spec import RunSpec, parse
from neurarium.spec.errors import ErrorInfo, LimitError, NeurariumError, ShapeError, SpecError
from neurarium.words import say

FLATTEN = {"id": "flat", "kind": "flatten"}
LINEAR = {"id": "fc", "kind": "linear", "out_features": 10}


def run(**changes: Any) -> dict[str, Any]:
    return {"network": {"nodes": [FLATTEN, LINEAR]}, **changes}


def linear(**changes: Any) -> dict[str, Any]:
    return run(network={"nodes": [FLATTEN, {**LINEAR, **changes}]})


def refusal(raw: object) -> ErrorInfo:
    with pytest.raises(SpecError) as raised:
        parse(RunSpec, raw)
    return raised.value.info


def test_the_least_that_is_a_run_has_the_defaults() -> None:
    spec = parse(RunSpec, run())
    assert (spec.schema_version, spec.seed, spec.engine, spec.device) == (1, 0, "scratch", "auto")
    assert (spec.data.dataset, spec.data.validation_fraction, spec.data.train_size) == ("digits", 0.1, None)
    assert (spec.loss.kind, spec.optimizer.kind, spec.schedule.kind) == ("softmax_cross_entropy", "sgd", "constant")
    assert spec.probes.budget == 0.05
    assert [node.id for node in spec.network.nodes] == ["flat", "fc"]


def test_a_run_survives_json() -> None:
    spec = parse(RunSpec, run(optimizer={"kind": "adam", "beta1": 0.8}, seed=4))
    assert parse(RunSpec, json.loads(spec.model_dump_json())) == spec


def test_a_run_cannot_be_changed_in_place() -> None:
    spec = parse(RunSpec, run())
    with pytest.raises(ValueError, match="frozen"):
        spec.seed = 3


@pytest.mark.parametrize(
    ("raw", "code", "node", "field", "hint"),
    [
        pytest.param(run(sed=1), "unknown_field", None, "sed", 'Did you mean "seed"?', id="unknown field"),
        pytest.param(
            linear(out_feature=3), "unknown_field", "fc", "out_feature", 'Did you mean "out_features"?', id="of a node"
        ),
        pytest.param(
            run(optimizer={"kind": "adam", "beta_1": 0.9}),
            "unknown_field",
            None,
            "optimizer.beta_1",
            'Did you mean "beta1"?',
            id="of an optimizer",
        ),
        pytest.param(
            run(schedule={"kind": "constant", "warmup_step": 5}),
            "unknown_field",
            None,
            "schedule.warmup_step",
            'Did you mean "warmup_steps"?',
            id="of a kind whose name two families use",
        ),
        pytest.param(
            linear(kind="linaer"), "unknown_kind", "fc", "kind", 'Did you mean "linear"?', id="unknown layer kind"
        ),
        pytest.param(
            run(optimizer={"kind": "adm"}),
            "unknown_kind",
            None,
            "optimizer.kind",
            'Did you mean "adam"?',
            id="unknown optimizer",
        ),
        pytest.param(
            linear(weight_init={"kind": "he_norml"}),
            "unknown_kind",
            "fc",
            "weight_init.kind",
            'Did you mean "he_normal"?',
            id="unknown initializer",
        ),
    ],
)
def test_a_slip_is_located_and_the_nearest_word_offered(
    raw: object, code: str, node: str | None, field: str, hint: str
) -> None:
    info = refusal(raw)
    assert (info.code, info.node, info.field, info.hint) == (code, node, field, hint)


@pytest.mark.parametrize(
    ("raw", "node", "field", "received", "expected"),
    [
        (run(optimizer={"kind": "sgd", "learning_rate": -0.5}), None, "optimizer.learning_rate", "-0.5", "than 0"),
        (run(optimizer={"kind": "sgd", "learning_rate": 0}), None, "optimizer.learning_rate", "0", "greater than 0"),
        (run(optimizer={"kind": "momentum", "momentum": 1}), None, "optimizer.momentum", "1", "less than 1"),
        (run(batch_size=0), None, "batch_size", "0", "greater than or equal to 1"),
        (run(seed=-1), None, "seed", "-1", "greater than or equal to 0"),
        (run(data={"validation_fraction": 0.95}), None, "data.validation_fraction", "0.95", "less than or equal to"),
        (run(network={"nodes": []}), None, "network.nodes", "[]", "at least 1 item"),
        (linear(out_features=0), "fc", "out_features", "0", "greater than or equal to 1"),
        (linear(weight_init={"kind": "normal", "std": -1}), "fc", "weight_init.std", "-1", "or equal to 0"),
        (
            run(network={"nodes": [{"id": "c", "kind": "conv2d", "out_channels": 1, "kernel_size": [3, 0]}]}),
            "c",
            "kernel_size",
            "[3, 0]",
            "1 or more in both directions",
        ),
        (
            run(network={"nodes": [{"id": "d", "kind": "dropout", "p": 1}]}),
            "d",
            "p",
            "1",
            "less than 1",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_out_of_range_is_quoted_with_its_bound(
    raw: object, node: str | None, field: str, received: str, expected: str
) -> None:
    info = refusal(raw)
    assert (info.code, info.node, info.field) == ("out_of_range", node, field)
    assert f"is {received};" in info.message
    assert expected in info.message


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_no_number_that_is_not_finite(value: float) -> None:
    assert refusal(run(optimizer={"kind": "sgd", "learning_rate": value})).field == "optimizer.learning_rate"


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        (linear(bias="perhaps"), "bias"),
        (linear(id="two words"), "id"),
        (linear(id="1st"), "id"),
        (run(engine="tensorflow"), "engine"),
        (run(device="gpu"), "device"),
        (run(schema_version=2), "schema_version"),
    ],
)
def test_a_value_of_the_wrong_sort_is_refused(raw: object, field: str) -> None:
    info = refusal(raw)
    assert (info.code, info.field) == ("invalid_value", field)


@pytest.mark.parametrize("raw", [None, [], 3, "run", {"network": None}, {"network": {"nodes": [5]}}, {}])
def test_what_is_no_run_at_all_is_refused(raw: object) -> None:
    info = refusal(raw)
    assert info.code in ("invalid_value", "missing_field")
    assert info.message


def test_a_node_without_a_name_is_told_by_its_place() -> None:
    info = refusal(run(network={"nodes": [FLATTEN, {"kind": "relu"}]}))
    assert (info.code, info.node, info.field) == ("missing_field", "node 2", "id")


@pytest.mark.parametrize(
    ("data", "code", "field", "words"),
    [
        ({"dataset": "digit"}, "unknown_dataset", "data.dataset", "spiral"),
        ({"dataset": "spiral", "options": {"noise": -1}}, "invalid_option", "data.options.noise", "-1"),
        ({"dataset": "spiral", "options": {"arms": 2}}, "invalid_option", "data.options.arms", "spiral"),
        ({"dataset": "digits", "train_size": 0}, "out_of_range", "data.train_size", "0"),
    ],
)
def test_data_is_checked_with_its_options(data: dict[str, Any], code: str, field: str, words: str) -> None:
    info = refusal(run(data=data))
    assert info.code == code
    assert info.field is not None
    assert field.endswith(info.field)
    assert words in info.message


def test_a_long_value_is_quoted_in_short() -> None:
    info = refusal(run(seed="x" * 10_000))
    assert len(info.message) < 300


def test_errors_cross_process_borders_whole() -> None:
    for error in (
        SpecError(say("m"), hint=say("h"), node="n", field="f", code="c"),
        ShapeError(say("m")).at("conv1"),
        LimitError(say("m"), code="too_many_parameters"),
    ):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301
        assert type(again) is type(error)
        assert again.info == error.info
        assert str(again) == str(error)


def test_every_error_class_has_a_code_of_its_own() -> None:
    def tree(base: type[NeurariumError]) -> list[type[NeurariumError]]:
        return [base, *(found for child in base.__subclasses__() for found in tree(child))]

    codes = [kind.code for kind in tree(NeurariumError)]
    assert len(set(codes)) == len(codes) > 9


def test_early_stopping_needs_samples_to_validate_on() -> None:
    without = {"dataset": "digits", "validation_fraction": 0}
    assert parse(RunSpec, run(early_stopping={})).early_stopping is not None
    assert parse(RunSpec, run(early_stopping=None, data=without)).early_stopping is None
    info = refusal(run(early_stopping={}, data=without))
    assert (info.code, info.field) == ("invalid_option", "early_stopping")
    assert "validation_fraction is 0" in info.message


def test_a_slip_in_early_stopping_is_located() -> None:
    assert refusal(run(early_stopping={"patience": 0})).field == "early_stopping.patience"
    assert refusal(run(early_stopping={"metric": "f1"})).field == "early_stopping.metric"
