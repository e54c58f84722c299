"""Every optimizer: fifty updates against torch's own, with a learning rate that changes on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines import create_engine
from neurarium.engines.pytorch.optimizers import create_optimizer as create_torch_optimizer
from neurarium.engines.scratch.optimizers import create_optimizer
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.optimizers.base import REGULARISERS
from neurarium.spec.randomness import generator
from tests.conformance.cases import OPTIMIZER_CASES, OptimizerCase
from tests.conformance.networks import batches, branches, planned

pytestmark = pytest.mark.torch

CASES = [
    pytest.param(kind, case, id=f"{kind}{case.settings or ''}")
    for kind, cases in OPTIMIZER_CASES.items()
    for case in cases
]
FIRST_CASES = [pytest.param(kind, cases[0], id=kind) for kind, cases in OPTIMIZER_CASES.items()]
REGULARISED: list[dict[str, Any]] = [
    {"l1": 0.05},
    {"clip_norm": 0.5},
    {"max_norm": 0.8},
    {"weight_decay": 0.02, "l1": 0.03, "clip_norm": 2.0, "max_norm": 1.1},
]
"""What all optimizers share, one by one and all at once."""
SHAPES = [(3, 4), (5,), (2, 3, 2, 2), (1,)]
"""Those of the tensors under test: weights of a linear and of a convolutional layer, and their biases."""
STEPS, SIZE = 50, 42
TOLERANCES = pytest.mark.parametrize(
    ("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 5e-6)], ids=["float64", "float32"]
)


def first_parameters(dtype: type = np.float64) -> np.ndarray:
    return np.linspace(-1, 1, SIZE).astype(dtype)


def gradients(dtype: type = np.float64) -> np.ndarray:
    """Gradients of very different sizes, some of them zero, and one element that never gets any."""
    random = generator(0, "gradients")
    drawn = random.normal(size=(STEPS, SIZE)) * 10.0 ** random.uniform(-6, 2, SIZE)
    drawn *= random.random((STEPS, SIZE)) < 0.8
    drawn[:, 0] = 0.0
    return drawn.astype(dtype)


def learning_rate(step: int) -> float:
    return 0.1 if step < STEPS // 2 else 0.02


def cut(vector: np.ndarray) -> list[np.ndarray]:
    """Return a vector as tensors of the shapes under test."""
    ends = np.cumsum([int(np.prod(shape)) for shape in SHAPES])
    return [part.reshape(shape) for part, shape in zip(np.split(vector, ends[:-1]), SHAPES, strict=True)]


def tensors(dtype: type = np.float64) -> list[torch.nn.Parameter]:
    return [torch.nn.Parameter(torch.from_numpy(part.copy())) for part in cut(first_parameters(dtype))]


def joined(parameters: list[torch.nn.Parameter]) -> np.ndarray:
    return np.concatenate([parameter.detach().numpy().reshape(-1) for parameter in parameters])


def give(parameters: list[torch.nn.Parameter], gradient: np.ndarray) -> None:
    for parameter, part in zip(parameters, cut(gradient), strict=True):
        parameter.grad = torch.from_numpy(part.copy())


def torch_trajectory(case: OptimizerCase, dtype: type, shared: dict[str, Any] | None = None) -> list[np.ndarray]:
    """What torch.optim makes of it, asked directly, in a script as a person would write it."""
    shared = shared or {}
    parameters = tensors(dtype)
    decay = {"weight_decay": shared["weight_decay"]} if "weight_decay" in shared else {}
    optimizer = getattr(torch.optim, case.torch_name)(parameters, lr=1.0, **{**case.torch_settings, **decay})
    trajectory = []
    for step, gradient in enumerate(gradients(dtype)):
        optimizer.param_groups[0]["lr"] = learning_rate(step)
        give(parameters, gradient)
        if "clip_norm" in shared:
            torch.nn.utils.clip_grad_norm_(parameters, shared["clip_norm"])
        if "l1" in shared:
            # By autograd, from the penalty itself.
            sum(parameter.abs().sum() for parameter in parameters).mul(shared["l1"]).backward()  # type: ignore[union-attr]
        optimizer.step()
        if "max_norm" in shared:
            with torch.no_grad():
                for parameter in parameters:
                    if parameter.dim() > 1:
                        parameter.copy_(torch.renorm(parameter, 2, 0, shared["max_norm"]))
        trajectory.append(joined(parameters))
    return trajectory


def assert_scratch_follows(
    kind: str, case: OptimizerCase, shared: dict[str, Any], dtype: type, tolerance: float
) -> None:
    chosen = OPTIMIZERS[kind](kind=kind, **{**case.settings, **shared})
    optimizer = create_optimizer(chosen, SIZE, np.dtype(dtype), SHAPES)
    parameters = first_parameters(dtype)
    expected = torch_trajectory(case, dtype, shared)
    for step, gradient in enumerate(gradients(dtype)):
        before = gradient.copy()
        optimizer.step(parameters, gradient, learning_rate(step), step + 1)
        np.testing.assert_array_equal(gradient, before)
        np.testing.assert_allclose(parameters, expected[step], rtol=tolerance, atol=tolerance)
    assert parameters.dtype == dtype


@TOLERANCES
@pytest.mark.parametrize(("kind", "case"), CASES)
def test_scratch_follows_torch(kind: str, case: OptimizerCase, dtype: type, tolerance: float) -> None:
    assert_scratch_follows(kind, case, {}, dtype, tolerance)


@TOLERANCES
@pytest.mark.parametrize("shared", REGULARISED, ids=str)
@pytest.mark.parametrize(("kind", "case"), FIRST_CASES)
def test_scratch_follows_torch_with_regularisers(
    kind: str, case: OptimizerCase, shared: dict[str, Any], dtype: type, tolerance: float
) -> None:
    assert_scratch_follows(kind, case, shared, dtype, tolerance)


@pytest.mark.parametrize("shared", [{}, *REGULARISED], ids=str)
@pytest.mark.parametrize(("kind", "case"), CASES)
def test_torch_binding_is_torch(kind: str, case: OptimizerCase, shared: dict[str, Any]) -> None:
    if "weight_decay" in case.settings:
        shared = {"weight_decay": case.settings["weight_decay"], **shared}
    parameters = tensors()
    chosen = OPTIMIZERS[kind](kind=kind, **{**case.settings, **shared})
    binding = create_torch_optimizer(chosen, parameters)
    for step, expected in enumerate(torch_trajectory(case, np.float64, shared)):
        gradient = gradients()[step]
        give(parameters, gradient)
        binding.update(learning_rate(step))
        np.testing.assert_allclose(joined(parameters), expected, rtol=1e-14, atol=1e-15)
        # What is measured is the loss's gradient, whatever the optimizer made of it.
        for parameter, part in zip(parameters, cut(gradient), strict=True):
            np.testing.assert_array_equal(parameter.grad, part)


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_engines_remember_the_same(kind: str, case: OptimizerCase) -> None:
    """So that a state saved by one engine can be taken up by the other."""
    chosen = OPTIMIZERS[kind](kind=kind, **case.settings)
    ours = create_optimizer(chosen, SIZE, np.dtype(np.float64))
    parameters, their_parameters = first_parameters(), tensors()
    theirs = create_torch_optimizer(chosen, their_parameters)
    for step, gradient in enumerate(gradients()[:10]):
        ours.step(parameters, gradient, learning_rate(step), step + 1)
        give(their_parameters, gradient)
        theirs.update(learning_rate(step))
    remembered = [theirs.remembered(parameter) for parameter in their_parameters]
    assert set(remembered[0]) == set(ours.state)
    for name, vector in ours.state.items():
        expected = np.concatenate([kept[name].numpy().reshape(-1) for kept in remembered])
        np.testing.assert_allclose(vector, expected, rtol=1e-12)


@given(
    st.integers(1, 4),
    st.integers(1, 5),
    st.floats(0.01, 3.0),
    st.integers(0, 1000),
)
@settings(max_examples=50)
def test_rows_end_up_no_longer_than_max_norm(rows: int, columns: int, bound: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    optimizer = create_optimizer(
        OPTIMIZERS["sgd"](kind="sgd", max_norm=bound),
        rows * columns + rows,
        np.dtype(float),
        [(rows, columns), (rows,)],
    )
    parameters = random.normal(size=rows * columns + rows)
    gradient = random.normal(size=len(parameters))
    free = parameters - 0.1 * gradient
    optimizer.step(parameters, gradient, 0.1, 1)
    weight, freely = (vector[: rows * columns].reshape(rows, columns) for vector in (parameters, free))
    lengths = np.linalg.norm(freely, axis=1)
    np.testing.assert_allclose(np.linalg.norm(weight, axis=1), np.minimum(lengths, bound), rtol=1e-4)
    np.testing.assert_allclose(weight / np.linalg.norm(weight, axis=1, keepdims=True), freely / lengths[:, None])
    # A bias is no row of weights.
    np.testing.assert_array_equal(parameters[rows * columns :], free[rows * columns :])


def test_weight_decay_is_the_derivative_of_its_penalty() -> None:
    """And that of L1: without a gradient, one step goes against them."""
    for name, penalty in (("weight_decay", lambda w: 0.5 * (w**2).sum()), ("l1", lambda w: np.abs(w).sum())):
        parameters = first_parameters()
        start = parameters.copy()
        chosen = OPTIMIZERS["sgd"](kind="sgd", **{name: 0.3})
        create_optimizer(chosen, SIZE, np.dtype(float)).step(parameters, np.zeros(SIZE), 0.5, 1)
        steps = np.eye(SIZE) * 1e-6
        derivative = np.array([(penalty(start + step) - penalty(start - step)) / 2e-6 for step in steps])
        np.testing.assert_allclose(parameters - start, -0.5 * 0.3 * derivative, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_forms_show_an_optimizers_own_settings_first(kind: str) -> None:
    names = list(OPTIMIZERS[kind].settings_schema()["properties"])
    assert names[0] == "learning_rate"
    assert tuple(names[-len(REGULARISERS) :]) == REGULARISERS


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_whole_networks_follow_each_other_with_every_regulariser(kind: str) -> None:
    """Where tensors of all shapes lie one after the other, and one norm is that of them all."""
    shared = {"weight_decay": 0.01, "l1": 0.001, "max_norm": 0.5, "clip_norm": 0.2}
    spec = branches(optimizer={"kind": kind, "learning_rate": 0.01, **shared})
    plan = planned(spec)
    ours, theirs = (
        create_engine(spec.model_copy(update={"engine": name, "device": "cpu"}), plan, np.float64)
        for name in ("scratch", "torch")
    )
    for inputs, targets in batches(spec, 8):
        losses = [engine.train_step(inputs, targets, 0.01, observe=True).loss for engine in (ours, theirs)]
        assert losses[0] == pytest.approx(losses[1], rel=1e-9)
        np.testing.assert_allclose(
            ours.observation.gradient("deep", "weight"),
            theirs.observation.gradient("deep", "weight"),
            rtol=1e-6,
            atol=1e-9,
        )
    found, expected = ours.state(), theirs.state()
    for node in plan.nodes:
        for name in node.parameters:
            weight = found[f"parameters/{node.name}/{name}"]
            np.testing.assert_allclose(weight, expected[f"parameters/{node.name}/{name}"], rtol=1e-7, atol=1e-9)
            if weight.ndim > 1:
                assert np.linalg.norm(weight.reshape(len(weight), -1), axis=1).max() <= 0.5


def test_clipping_is_of_the_whole_gradient() -> None:
    """Its length becomes the bound, and its direction stays; below the bound nothing happens."""
    chosen = OPTIMIZERS["sgd"](kind="sgd", clip_norm=0.01)
    gradient = gradients()[0]
    for scale, expected in ((1.0, 0.01), (1e-6, 1e-6 * float(np.linalg.norm(gradient)))):
        parameters = np.zeros(SIZE)
        create_optimizer(chosen, SIZE, np.dtype(float), SHAPES).step(parameters, gradient * scale, 1.0, 1)
        assert np.linalg.norm(parameters) == pytest.approx(expected, rel=1e-3)
        np.testing.assert_allclose(-parameters / np.linalg.norm(parameters), gradient / np.linalg.norm(gradient))


RATES = st.floats(1e-4, 0.5)
DRAWN_SETTINGS: dict[str, st.SearchStrategy[Any]] = {
    "learning_rate": RATES,
    "momentum": st.floats(0.1, 0.99),
    "alpha": st.floats(0.1, 0.99),
    "rho": st.floats(0.1, 0.99),
    "beta1": st.floats(0, 0.99),
    "beta2": st.floats(0.1, 0.999),
    "eps": st.floats(1e-8, 1.0),
    "weight_decay": st.floats(0, 0.2),
    "l1": st.floats(0, 0.2),
    "max_norm": st.one_of(st.none(), st.floats(0.1, 5.0)),
    "clip_norm": st.one_of(st.none(), st.floats(0.1, 50.0)),
}
"""By name, whichever optimizer has it."""


@pytest.mark.parametrize("kind", OPTIMIZERS)
@settings(max_examples=25)
@given(data=st.data())
def test_fifty_steps_agree_whatever_the_settings(kind: str, data: st.DataObject) -> None:
    """The scratch engine's optimizer against the binding, which the tests above hold to torch.optim itself."""
    fields = [name for name in OPTIMIZERS[kind].model_fields if name != "kind"]
    chosen = OPTIMIZERS[kind](kind=kind, **{name: data.draw(DRAWN_SETTINGS[name], name) for name in fields})
    ours = create_optimizer(chosen, SIZE, np.dtype(np.float64), SHAPES)
    parameters, their_parameters = first_parameters(), tensors()
    theirs = create_torch_optimizer(chosen, their_parameters)
    for step, gradient in enumerate(gradients()):
        rate = chosen.learning_rate * (1.0 if step < STEPS // 2 else 0.3)
        ours.step(parameters, gradient, rate, step + 1)
        give(their_parameters, gradient)
        theirs.update(rate)
        np.testing.assert_allclose(parameters, joined(their_parameters), rtol=1e-9, atol=1e-11)
