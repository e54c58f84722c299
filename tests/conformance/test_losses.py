"""Every loss: its value by the formula, its derivative by central differences, and one engine against the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.engines import create_engine
from neurarium.engines.pytorch.losses import create_loss as create_torch_loss
from neurarium.engines.scratch.losses import Loss, create_loss
from neurarium.graph import plan_for
from neurarium.spec import RunSpec
from neurarium.spec.errors import ShapeError
from neurarium.spec.losses import LOSSES
from neurarium.spec.losses.base import ElementwiseLoss
from tests.conformance.arrays import central_difference, normal
from tests.conformance.cases import LOSS_CASES

CASES = [
    pytest.param(kind, settings, id=f"{kind}{settings or ''}")
    for kind, cases in LOSS_CASES.items()
    for settings in cases
]
ELEMENTWISE = [kind for kind, loss in LOSSES.items() if issubclass(loss, ElementwiseLoss)]
TARGETS = np.array([2, 0, 1, 2, 3])
KINK_MARGIN = 1e-3


def scratch(kind: str, **chosen: Any) -> Loss[Any]:
    return create_loss(LOSSES[kind](kind=kind, **chosen))


def kinks(chosen: dict[str, Any]) -> list[float]:
    """The distances from the target at which a loss changes its formula."""
    return [0.0, *chosen.values(), 1.0]


def outputs(chosen: dict[str, Any] | None = None, shape: tuple[int, int] = (5, 4), seed: int = 0) -> np.ndarray:
    """Outputs, none of which lies within `KINK_MARGIN` of a kink, whether its target is 0 or 1."""
    drawn = normal(seed, "outputs", shape) * 2.0
    forbidden = [target + sign * kink for target in (0.0, 1.0) for kink in kinks(chosen or {}) for sign in (-1.0, 1.0)]
    for place in forbidden:
        drawn[np.abs(drawn - place) < KINK_MARGIN] = place + 2.0 * KINK_MARGIN
    return drawn


def targets(kind: str, sort: str) -> tuple[np.ndarray, int]:
    """Targets of one sort, and how many outputs they are for."""
    if sort == "one output":
        return TARGETS % 2, 1
    if sort == "values":
        return np.zeros((5, 4)) if kind == "mean_absolute_error" else (TARGETS[:, None] % 2) * np.ones((5, 4)), 4
    return TARGETS, 4


SORTS = [
    *(pytest.param(*case.values, "classes", id=f"{case.id}-classes") for case in CASES),
    *(
        pytest.param(*case.values, sort, id=f"{case.id}-{sort}")
        for case in CASES
        if case.values[0] in ELEMENTWISE
        for sort in ("one output", "values")
    ),
]


@pytest.mark.parametrize(("kind", "chosen", "sort"), SORTS)
def test_gradient_is_the_central_difference(kind: str, chosen: dict[str, Any], sort: str) -> None:
    loss, (true, count) = scratch(kind, **chosen), targets(kind, sort)
    given = outputs(chosen, (5, count)).T.copy()
    difference = central_difference(lambda: loss.forward(given, true), given)
    loss.forward(given, true)
    np.testing.assert_allclose(loss.backward(), difference, rtol=1e-6, atol=1e-9)


@pytest.mark.torch
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize(("kind", "chosen", "sort"), SORTS)
def test_engines_agree(kind: str, chosen: dict[str, Any], sort: str, dtype: type) -> None:
    true, count = targets(kind, sort)
    assert_engines_agree(kind, chosen, outputs(chosen, (5, count)).astype(dtype), true)


@pytest.mark.torch
@settings(max_examples=60)
@given(st.data(), st.sampled_from([(case.values[0], case.values[1]) for case in CASES]))
def test_engines_agree_at_any_size(data: st.DataObject, case: tuple[str, dict[str, Any]]) -> None:
    kind, chosen = case
    batch = data.draw(st.integers(1, 6), "batch")
    count = data.draw(st.integers(1 if kind in ELEMENTWISE else 2, 5), "outputs")
    true = np.array(data.draw(st.lists(st.integers(0, max(count, 2) - 1), min_size=batch, max_size=batch)))
    assert_engines_agree(kind, chosen, outputs(chosen, (batch, count), data.draw(st.integers(0, 99))), true)


def assert_engines_agree(kind: str, chosen: dict[str, Any], drawn: np.ndarray, true: np.ndarray) -> None:
    tolerance = 1e-12 if drawn.dtype == np.float64 else 1e-6
    ours, theirs = scratch(kind, **chosen), create_torch_loss(LOSSES[kind](kind=kind, **chosen))
    tensor = torch.from_numpy(drawn).requires_grad_()
    expected = theirs(tensor, torch.from_numpy(true))
    expected.backward()
    assert tensor.grad is not None
    assert ours.forward(drawn.T, true) == pytest.approx(expected.item(), rel=tolerance)
    by_output = ours.backward()
    assert by_output.dtype == drawn.dtype
    np.testing.assert_allclose(by_output.T, tensor.grad.numpy(), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize(("kind", "chosen"), CASES)
def test_forward_leaves_the_outputs_alone(kind: str, chosen: dict[str, Any]) -> None:
    loss = scratch(kind, **chosen)
    given = outputs().T.copy()
    loss.forward(given, TARGETS)
    loss.backward()
    np.testing.assert_array_equal(given, outputs().T)


def test_softmax_cross_entropy_by_the_formula() -> None:
    probabilities = np.exp(outputs()) / np.exp(outputs()).sum(axis=1, keepdims=True)
    expected = -np.log(probabilities[np.arange(5), TARGETS]).mean()
    assert scratch("softmax_cross_entropy").forward(outputs().T, TARGETS) == pytest.approx(expected, rel=1e-12)


def test_softmax_cross_entropy_of_huge_logits_is_finite() -> None:
    loss = scratch("softmax_cross_entropy")
    huge = np.array([[1e4], [-1e4]], np.float32)
    assert loss.forward(huge, np.array([1])) == pytest.approx(2e4)
    np.testing.assert_array_equal(loss.backward(), [[1.0], [-1.0]])


def test_binary_cross_entropy_of_huge_logits_is_finite() -> None:
    loss = scratch("binary_cross_entropy")
    huge = np.array([[1e4, -1e4, 1e4]], np.float32)
    assert loss.forward(huge, np.array([0, 1, 1])) == pytest.approx(2e4 / 3)
    np.testing.assert_allclose(loss.backward(), [[1 / 3, -1 / 3, 0.0]], rtol=1e-6)


@pytest.mark.parametrize(("probability", "charge"), [(0.6, 0.51), (0.1, 2.30)])
def test_minus_log_of_the_probability_of_the_true_class(probability: float, charge: float) -> None:
    """The book's figures, section 4.2.2, by either cross-entropy."""
    both = np.log([[1 - probability], [probability]])
    assert round(scratch("softmax_cross_entropy").forward(both, np.array([1])), 2) == charge
    assert round(scratch("binary_cross_entropy").forward(both[1:] - both[:1], np.array([1])), 2) == charge


def test_worked_figures_of_binary_cross_entropy_and_smooth_l1() -> None:
    """Of the pairs (0, 0.4) and (1, 0.6) of truth and probability; of (0, 0.2) and (1, 0.6) of truth and output."""
    probabilities = np.array([[0.4, 0.6]])
    logits = np.log(probabilities / (1 - probabilities))
    assert scratch("binary_cross_entropy").forward(logits, np.array([0, 1])) == pytest.approx(0.5108, abs=5e-5)
    found = scratch("smooth_l1").forward(np.array([[0.2, 0.6]]), np.array([0, 1]))
    assert found == pytest.approx(0.05, rel=1e-12)


def test_sums_and_means_of_squares_by_the_formula() -> None:
    squares = (outputs() - np.eye(4)[TARGETS]) ** 2
    for kind, expected in (
        ("mean_squared_error", squares.mean()),
        ("sum_of_squares", 0.5 * squares.sum(axis=1).mean()),
        ("mean_absolute_error", np.sqrt(squares).mean()),
    ):
        assert scratch(kind).forward(outputs().T, TARGETS) == pytest.approx(expected, rel=1e-12)


def test_smooth_l1_and_huber_by_the_formula() -> None:
    distances = np.array([0.1, 0.5, 2.0])
    given, true = distances[None], np.array([0, 0, 0])
    assert scratch("smooth_l1", beta=0.5).forward(given, true) * 3 == pytest.approx(0.01 + 0.25 + 1.75)
    assert scratch("huber", delta=0.5).forward(given, true) * 3 == pytest.approx(0.005 + 0.125 + 0.5 * 1.75)


@pytest.mark.parametrize("kind", ELEMENTWISE)
def test_two_classes_need_one_output_or_two(kind: str) -> None:
    loss = LOSSES[kind](kind=kind)
    loss.check_output((1,), 2)
    loss.check_output((2,), 2)
    loss.check_output((3,), 3)
    for shape, classes, hint in (((3,), 2, "of 2 units, or of one."), ((1,), 3, "of 3 units."), ((1, 1), 2, "or of")):
        with pytest.raises(ShapeError) as raised:
            loss.check_output(shape, classes)
        assert raised.value.info.code == "output_mismatch"
        assert hint in str(raised.value.info.hint)


@pytest.mark.parametrize("kind", ELEMENTWISE)
def test_what_one_output_says_of_two_classes(kind: str) -> None:
    """The class that scores say is the class that accuracy counts."""
    loss = LOSSES[kind](kind=kind)
    given = np.linspace(-3, 3, 25)[:, None]
    scores = loss.class_scores(given)
    assert scores.shape == (25, 2)
    np.testing.assert_allclose(scores.sum(axis=1), 1.0)
    np.testing.assert_array_equal(scores.argmax(axis=1), given[:, 0] > loss.decision_threshold)
    for true in (0, 1):
        expected = int((scores.argmax(axis=1) == true).sum())
        assert scratch(kind).correct(given.T, np.full(25, true)) == expected


def test_scores_are_probabilities_where_outputs_are_logits() -> None:
    softmax = LOSSES["softmax_cross_entropy"](kind="softmax_cross_entropy")
    huge = np.array([[1000, 1000], [-1000, 1000], [np.nan, 1]], np.float32)
    np.testing.assert_allclose(softmax.class_scores(huge), [[0.5, 0.5], [0, 1], [np.nan, np.nan]])
    sigmoid = LOSSES["binary_cross_entropy"](kind="binary_cross_entropy")
    np.testing.assert_allclose(sigmoid.class_scores(np.log([[3.0, 1.0, 1 / 3]])), [[0.75, 0.5, 0.25]])
    squares = LOSSES["mean_squared_error"](kind="mean_squared_error")
    np.testing.assert_array_equal(squares.class_scores(outputs()), outputs())


@pytest.mark.torch
@pytest.mark.parametrize("kind", ELEMENTWISE)
def test_networks_with_one_output_learn_two_classes_in_both_engines(kind: str) -> None:
    spec = RunSpec.model_validate(
        {
            "data": {"dataset": "gaussians"},
            "network": {"nodes": [{"id": "fc", "kind": "linear", "out_features": 1}]},
            "loss": {"kind": kind},
        }
    )
    random = np.random.default_rng(0)
    true = random.integers(0, 2, 200)
    inputs = random.normal(size=(200, 2)) + 3.0 * (2 * true[:, None] - 1)
    found = []
    for name in ("scratch", "torch"):
        engine = create_engine(
            spec.model_copy(update={"engine": name, "device": "cpu"}),
            plan_for(spec.network.nodes, spec.data, spec.loss),
            np.float64,
        )
        steps = [engine.train_step(inputs, true, 0.02) for _ in range(200)]
        evaluation = engine.evaluate(inputs, true)
        outputs_now = engine.predict(inputs)
        taken = outputs_now[:, 0] > spec.loss.decision_threshold
        assert evaluation.accuracy == (taken == true).mean() > 0.95
        found.append([(step.loss, step.accuracy) for step in steps])
    np.testing.assert_allclose(found[0], found[1], rtol=1e-9)


@pytest.mark.parametrize(("kind", "chosen", "sort"), [case for case in SORTS if case.values[2] != "values"])
def test_what_each_sample_is_charged_is_what_the_engine_charges_for_it_alone(
    kind: str, chosen: dict[str, Any], sort: str
) -> None:
    """The engines compute means only; who looks for the hardest samples takes each by itself."""
    loss, (true, count) = LOSSES[kind](kind=kind, **chosen), targets(kind, sort)
    given = outputs(chosen, (5, count))
    charged = loss.sample_losses(given, true)
    assert charged.shape == (5,)
    alone = [scratch(kind, **chosen).forward(given[[i]].T.copy(), true[[i]]) for i in range(5)]
    np.testing.assert_allclose(charged, alone, rtol=1e-12)
    by_torch = create_torch_loss(loss)(torch.from_numpy(given), torch.from_numpy(true))
    assert charged.mean() == pytest.approx(float(by_torch), rel=1e-12)


@pytest.mark.parametrize(("kind", "chosen"), CASES)
def test_charges_of_huge_outputs_are_finite(kind: str, chosen: dict[str, Any]) -> None:
    huge = np.array([[1e6, -1e6, 0.0, 1e6], [-1e6, 1e6, 1e6, 1e6]], np.float32)
    assert np.isfinite(LOSSES[kind](kind=kind, **chosen).sample_losses(huge, np.array([1, 0]))).all()
