"""The bytes that a check promises are those of the arrays that an engine holds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.engines.factory import create_engine
from neurarium.graph import Limits, Memory, check_network, network_memory, plan
from neurarium.spec import RunSpec
from neurarium.spec.optimizers import OPTIMIZERS
from tests.engines.networks import NODES, batch

BATCH = 6
DATA = {"dataset": "shapes", "options": {"image_size": 16, "channels": 3, "shapes": 4, "samples": 20}}


def spec(**changes: Any) -> dict[str, Any]:
    return {
        "data": DATA,
        "network": {"nodes": NODES},
        "optimizer": {"kind": "adam"},
        "batch_size": BATCH,
        **changes,
    }


@pytest.mark.parametrize("engine", ["scratch", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("frozen", [[], ["conv"]], ids=["all trained", "conv frozen"])
def test_every_array_of_an_engine_was_counted(engine: str, dtype: str, optimizer: str, frozen: list[str]) -> None:
    asked = spec(optimizer={"kind": optimizer}, dtype=dtype, frozen=frozen)
    answer = check_network(asked, Limits())
    assert answer.errors == []
    run = RunSpec.model_validate({**asked, "engine": engine, "device": "cpu"})
    planned = plan(run.network.nodes, run.data.source.input_shape())
    built = create_engine(run, planned)
    inputs, targets = batch(1, BATCH, planned.input_shape, np.dtype(dtype).type)
    built.train_step(inputs, targets, 0.01, observe=True)
    seen = built.observation
    gradients = {
        node.name: sum(np.asarray(seen.gradient(node.name, name)).nbytes for name in node.parameters)
        for node in planned.nodes
    }
    state = built.state()
    outputs = built.outputs(inputs)
    for node in answer.nodes:

        def held(group: str, name: str = node.id) -> int:
            return sum(
                array.nbytes for key, array in state.items() if key.startswith(group + "/") and f"/{name}/" in key
            )

        assert node.memory == Memory(
            activations=outputs[node.id].nbytes,
            parameters=held("parameters"),
            gradients=gradients[node.id],
            optimizer=held("optimizer"),
            buffers=held("buffers"),
        ), node.id
    assert answer.memory.activations == inputs.nbytes + sum(array.nbytes for array in outputs.values())


def test_what_a_network_takes_is_what_its_nodes_take_and_the_batch() -> None:
    answer = check_network(spec(), Limits())
    for part in ("parameters", "gradients", "optimizer", "buffers"):
        assert getattr(answer.memory, part) == sum(getattr(node.memory, part) for node in answer.nodes)
    run = RunSpec.model_validate(spec())
    planned = plan(run.network.nodes, run.data.source.input_shape())
    assert network_memory(planned, BATCH, run.optimizer) == answer.memory


def test_half_precision_keeps_its_weights_in_float32() -> None:
    whole, half = (check_network(spec(dtype=dtype), Limits()).memory for dtype in ("float32", "bfloat16"))
    assert whole == half


def test_a_batch_too_large_for_float64_is_told_before_a_run_starts() -> None:
    limits = Limits(batch_bytes=check_network(spec(), Limits()).memory.activations)
    assert check_network(spec(), limits).ok
    answer = check_network(spec(dtype="float64"), limits)
    assert [error.code for error in answer.errors] == ["batch_too_large"]


def test_an_optimizer_that_is_none_is_an_error_of_its_own() -> None:
    answer = check_network(spec(optimizer={"kind": "adan"}), Limits())
    assert [(error.field, error.code) for error in answer.errors] == [("optimizer.kind", "unknown_kind")]
    assert len(answer.nodes) == len(NODES)
