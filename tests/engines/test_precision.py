"""A run computes in the numbers that it asks for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.engines import Engine, create_engine
from neurarium.graph import plan
from neurarium.spec.errors import UnavailableError
from tests.engines.networks import IMAGE, assert_same_state, batch, run_spec
from tests.support.specs import ENGINES

HALVES = ["bfloat16", "float16"]


def built(engine: str, dtype: str, **changes: Any) -> Engine:
    spec = run_spec(engine, dtype=dtype, **changes)
    return create_engine(spec, plan(spec.network.nodes, IMAGE))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("engine", ENGINES)
def test_full_precision_holds_throughout(engine: str, dtype: str) -> None:
    made = built(engine, dtype)
    inputs, targets = batch(0, dtype=np.float32)  # as data sets give them
    made.train_step(inputs, targets, 0.01, observe=True)
    assert made.observation.gradient("conv", "weight").dtype == dtype
    assert made.observation.output("conv", 10).values.dtype == dtype
    assert made.predict(inputs).dtype == dtype
    assert {values.dtype.name for name, values in made.state().items() if name != "step"} == {dtype}


@pytest.mark.parametrize("dtype", HALVES)
def test_the_scratch_engine_refuses_half_precision(dtype: str) -> None:
    with pytest.raises(UnavailableError, match=f"float32 or float64; the run asks for {dtype}") as raised:
        built("scratch", dtype)
    assert raised.value.info.field == "dtype"


def test_apples_gpu_refuses_float64() -> None:
    with pytest.raises(UnavailableError, match="float64"):
        built("torch", "float64", device="mps")


@pytest.mark.torch
@pytest.mark.parametrize("dtype", HALVES)
def test_half_precision_computes_in_it_and_keeps_weights_in_float32(dtype: str) -> None:
    half, full = built("torch", dtype), built("torch", "float32")
    inputs, targets = batch(0, dtype=np.float32)
    results = [made.measure(inputs, targets) for made in (half, full)]
    assert results[0].loss == pytest.approx(results[1].loss, rel=0.02)
    rough, exact = (made.observation.output("conv", 10**6).values for made in (half, full))
    assert rough.dtype == exact.dtype == np.float32
    assert not np.array_equal(rough, exact)
    kept = 8 if dtype == "bfloat16" else 11  # significant bits
    mantissa, _ = np.frexp(rough)
    assert np.array_equal(mantissa * 2**kept, np.rint(mantissa * 2**kept)), "the convolution put out rounder numbers"
    by_half, by_full = (made.observation.gradient("conv", "weight") for made in (half, full))
    assert by_half.dtype == np.float32
    assert np.abs(by_half - by_full).max() < 0.05 * np.abs(by_full).max()
    for name, values in half.state().items():
        if name.startswith("parameters/"):
            np.testing.assert_array_equal(values, full.state()[name])


@pytest.mark.torch
@pytest.mark.parametrize("dtype", HALVES)
def test_half_precision_learns_and_can_be_restored_and_reset(dtype: str) -> None:
    made, again = built("torch", dtype), built("torch", dtype)
    first = built("torch", dtype)
    inputs, targets = batch(0, dtype=np.float32)
    losses = [made.train_step(inputs, targets, 0.02).loss for _ in range(40)]
    assert np.mean(losses[-5:]) < 0.6 * losses[0]
    again.load_state(made.state())
    assert_same_state(made, again)
    for engine in (made, again):
        engine.train_step(inputs, targets, 0.02)
    assert_same_state(made, again)
    made.reset()
    assert_same_state(made, first)


@pytest.mark.torch
def test_where_the_scaled_gradient_overflows_the_scale_is_halved_until_it_does_not() -> None:
    made, plain = built("torch", "float16"), built("torch", "float16")
    inputs, targets = batch(0, dtype=np.float32)
    state = dict(made.state())
    state["loss_scale"] = np.array([2.0**40, 7.0])  # far beyond what a float16 holds
    made.load_state(state)
    for engine in (made, plain):
        engine.train_step(inputs, targets, 0.02, observe=True)
    scale, updates = made.state()["loss_scale"]
    assert scale <= 2.0**16
    assert updates == 1
    assert np.isfinite(made.observation.gradient("conv", "weight")).all()
    update = made.observation.update_norm("fc", "weight")
    assert update is not None
    assert update > 0


@pytest.mark.torch
def test_float16_gradients_that_are_smaller_than_a_float16_are_kept_by_the_scale() -> None:
    nodes = [{"id": "flat", "kind": "flatten"}, {"id": "fc", "kind": "linear", "out_features": 4}]
    made = built("torch", "float16", network={"nodes": nodes})
    inputs, targets = batch(0, dtype=np.float32)
    tiny = inputs * np.float32(1e-3)
    made.measure(tiny, targets)
    gradient = made.observation.gradient("fc", "weight")
    full = built("torch", "float32", network={"nodes": nodes})
    full.measure(tiny, targets)
    np.testing.assert_allclose(gradient, full.observation.gradient("fc", "weight"), rtol=0.02, atol=1e-6)
