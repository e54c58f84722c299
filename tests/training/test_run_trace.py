"""A run's next step under the glass: it is the step that the run then makes, and looking changes nothing."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.sessions.framing import as_array
from neurarium.spec.errors import ConflictError, GraphError, LimitError, ShapeError
from neurarium.spec.run import RunSpec
from neurarium.training.commands import parse_command
from neurarium.training.loop import Trainer
from neurarium.training.run_trace import RunTraceRequest, RunTraces
from tests.support.channel import Clock, RecordingChannel, dense_rows
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec

ROOM = 10_000_000


class Looking(RecordingChannel):
    """Looks at the run before some of its steps, as a worker that is asked between two steps does."""

    def __init__(self, look: Any, every: int) -> None:
        super().__init__()
        self.look, self.every = look, every

    def poll(self) -> list[Any]:
        found = super().poll()
        if (self.polls - 1) % self.every == 0:
            self.look()
        return found


def trained(spec: dict[str, Any], every: int | None) -> tuple[Trainer, RecordingChannel, list[dict[str, Any]]]:
    """Train a run to its end, looking at it before every so many steps."""
    seen: list[dict[str, Any]] = []
    channel = Looking(lambda: seen.append(traces.answer(RunTraceRequest(samples=3), ROOM)), every or 10**9)
    if every is None:
        channel = RecordingChannel()
    trainer = Trainer(RunSpec.model_validate(spec), channel, Clock())
    traces = RunTraces(trainer)
    trainer.run()
    return trainer, channel, seen


def held(spec: dict[str, Any], steps: int = 0) -> Trainer:
    """Return a run that holds after so many steps."""
    script = [[{"command": "step", "count": steps}]] if steps else []
    trainer = Trainer(RunSpec.model_validate(spec), RecordingChannel(held=script), Clock())
    trainer.run(paused=True)
    return trainer


def look(trainer: Trainer, **request: Any) -> dict[str, Any]:
    return RunTraces(trainer).answer(RunTraceRequest(**request), ROOM)


def arrays(tree: Any, place: str = "") -> dict[str, np.ndarray]:
    """Return every array of a trace by its place in it."""
    if isinstance(tree, list):
        return {key: array for i, item in enumerate(tree) for key, array in arrays(item, f"{place}[{i}]").items()}
    if not isinstance(tree, dict):
        return {}
    found = {place: as_array(tree)} if isinstance(tree.get("data"), bytes) else {}
    for name, value in tree.items():
        found |= arrays(value, f"{place}.{name}")
    return found


def by_node(nodes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {node["node"]: node for node in nodes}


RULES = ["sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rule", ["adam", "momentum", "sgd"])
def test_looking_before_every_step_leaves_the_run_as_it_was_bit_for_bit(engine: str, rule: str) -> None:
    spec = convnet_spec(engine=engine, device="cpu", optimizer={"kind": rule, "learning_rate": 0.01})
    plain, plain_channel, _ = trained(spec, None)
    watched, channel, seen = trained(spec, 1)
    assert [one["step"] for one in seen] == list(range(1, 13))
    assert dense_rows(channel.messages) == dense_rows(plain_channel.messages)
    ours, theirs = watched._engine.state(), plain._engine.state()
    assert set(ours) == set(theirs)
    for name in ours:
        np.testing.assert_array_equal(ours[name], theirs[name], name)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_shown_is_the_step_that_the_run_then_makes(engine: str) -> None:
    spec = convnet_spec(engine=engine, device="cpu", dtype="float64", frozen=["norm1"])
    _, channel, seen = trained(spec, 1)
    losses = [loss for _, loss, _ in dense_rows(channel.messages)]
    np.testing.assert_allclose([one["loss"] for one in seen], losses, rtol=1e-6)  # scalars travel in float32
    for one, following in itertools.pairwise(seen):
        after = by_node(one["backward"])
        for name, node in by_node(following["forward"]).items():
            for parameter, packed in node["parameters"].items():
                told = after[name]["parameters"][parameter]
                np.testing.assert_array_equal(as_array(packed), as_array(told["value"]))
                before = as_array(by_node(one["forward"])[name]["parameters"][parameter])
                np.testing.assert_array_equal(before + as_array(told["update"]), as_array(told["value"]))


def test_a_look_shows_the_first_samples_of_a_step_made_on_the_whole_batch() -> None:
    trainer = held(convnet_spec(dtype="float64"), steps=2)
    few, all_of_them = look(trainer, samples=2), look(trainer, samples=256)
    assert (few["batch"], few["samples"], all_of_them["samples"], few["step"]) == (32, 2, 32, 3)
    assert few["loss"] == all_of_them["loss"]
    whole = arrays(all_of_them)
    for place, array in arrays(few).items():
        of_a_parameter = ".parameters" in place or ".statistics" in place
        np.testing.assert_array_equal(array, whole[place] if of_a_parameter else whole[place][:2], place)
    fc1 = by_node(all_of_them["forward"])["fc1"]
    by_output = as_array(by_node(all_of_them["backward"])["fc1"]["gradient"])
    gradient = as_array(by_node(few["backward"])["fc1"]["parameters"]["weight"]["gradient"])
    np.testing.assert_allclose(gradient, by_output.T @ as_array(fc1["inputs"][0]), rtol=1e-9, atol=1e-12)


def test_batch_normalisation_comes_with_what_it_normalised_by() -> None:
    for frozen, steps in (([], 3), (["norm1"], 3)):
        spec = convnet_spec(dtype="float64", frozen=frozen)
        node = by_node(look(held(spec, steps), samples=4)["forward"])["norm1"]
        x = as_array(node["inputs"][0])
        mean, variance, scale, shift = (
            as_array(part)[:, None, None] for part in (*node["statistics"].values(), *node["parameters"].values())
        )
        expected = scale * (x - mean) / np.sqrt(variance + 1e-5) + shift
        np.testing.assert_allclose(as_array(node["output"]), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rule", RULES)
def test_the_update_follows_from_the_gradient_and_what_the_optimizer_remembered(engine: str, rule: str) -> None:
    rate = 0.02
    spec = plane_spec(engine=engine, device="cpu", dtype="float64", optimizer={"kind": rule, "learning_rate": rate})
    step = look(held(spec, steps=4))
    assert step["step"] == 5
    weight = by_node(step["backward"])["fc1"]["parameters"]["weight"]
    g, update = as_array(weight["gradient"]), as_array(weight["update"])
    kept = {name: as_array(values) for name, values in weight["remembered"].items()}
    w = as_array(by_node(step["forward"])["fc1"]["parameters"]["weight"])
    settings = RunSpec.model_validate(spec).optimizer.model_dump()
    expected = follow(rule, g, w, kept, settings, step["step"], rate)
    np.testing.assert_allclose(update, expected, rtol=1e-7, atol=1e-13)


def follow(
    rule: str,
    g: np.ndarray,
    w: np.ndarray,
    kept: dict[str, np.ndarray],
    settings: dict[str, Any],
    step: int,
    rate: float,
) -> np.ndarray:
    """The rules as PyTorch's documentation writes them."""
    eps = settings.get("eps")
    if rule == "sgd":
        assert not kept
        return -rate * g
    if rule in ("momentum", "nesterov"):
        velocity = settings["momentum"] * kept["velocity"] + g
        return -rate * (velocity if rule == "momentum" else g + settings["momentum"] * velocity)
    if rule == "adagrad":
        return -rate * g / (np.sqrt(kept["squares"] + g**2) + eps)
    if rule == "rmsprop":
        squares = settings["alpha"] * kept["squares"] + (1 - settings["alpha"]) * g**2
        return -rate * g / (np.sqrt(squares) + eps)
    if rule == "adadelta":
        squares = settings["rho"] * kept["squares"] + (1 - settings["rho"]) * g**2
        return -rate * np.sqrt(kept["steps"] + eps) / np.sqrt(squares + eps) * g
    mean = settings["beta1"] * kept["mean"] + (1 - settings["beta1"]) * g
    squares = settings["beta2"] * kept["squares"] + (1 - settings["beta2"]) * g**2
    mean, squares = mean / (1 - settings["beta1"] ** step), squares / (1 - settings["beta2"] ** step)
    decay = settings["weight_decay"] * w if rule == "adamw" else 0.0
    return -rate * (mean / (np.sqrt(squares) + eps) + decay)


@pytest.mark.torch
@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_gradients_of_a_run_in_half_precision_are_not_scaled(dtype: str) -> None:
    trainer = held(convnet_spec(engine="torch", device="cpu", dtype=dtype))
    full = held(convnet_spec(engine="torch", device="cpu"))
    for node, theirs in zip(look(trainer)["backward"], look(full)["backward"], strict=True):
        ours, wanted = as_array(node["gradient"]), as_array(theirs["gradient"])
        assert np.abs(ours - wanted).max() <= 0.1 * np.abs(wanted).max(), node["node"]


def test_a_step_that_was_looked_at_can_be_walked_through_while_the_run_goes_on() -> None:
    script = [[{"command": "step", "count": 2}]]
    trainer = Trainer(RunSpec.model_validate(convnet_spec()), RecordingChannel(held=script), Clock())
    traces = RunTraces(trainer)

    def ask(**request: Any) -> dict[str, Any]:
        return traces.answer(RunTraceRequest(**request), ROOM)

    trainer.run(paused=True)
    assert trainer.step == 2
    first = ask(samples=4, nodes=[])
    assert (first["step"], first["forward"], first["backward"]) == (3, [], [])
    conv = ask(samples=4, nodes=["conv1"], step=3)
    trainer._follow(parse_command({"command": "step", "count": 3}))
    while str(trainer.state) == "running":
        trainer._train_slice()
    assert trainer.step == 5
    again = ask(samples=4, nodes=["conv1", "fc1"], step=3)
    assert [node["node"] for node in again["forward"]] == ["conv1", "fc1"]
    assert [node["node"] for node in again["backward"]] == ["fc1", "conv1"]
    assert again["forward"][0] == conv["forward"][0]
    assert len(as_array(ask(samples=1, step=3)["inputs"])) == 1
    for refused in ({"samples": 5, "step": 3}, {"samples": 4, "step": 4}, {"samples": 4, "step": 5}):
        with pytest.raises(ConflictError) as raised:
            ask(**refused)
        assert (raised.value.info.code, raised.value.info.field) == ("step_gone", "step")
    assert ask(samples=5, step=6)["step"] == 6, "the step that comes next can be looked at by its number"
    with pytest.raises(ConflictError):
        ask(samples=4, step=3)
    trainer._follow(parse_command({"command": "reset"}))
    with pytest.raises(ConflictError):
        ask(samples=5, step=6)
    assert ask()["generation"] == 1


def test_what_would_be_too_large_is_refused_before_anything_is_computed() -> None:
    trainer = held(plane_spec(network={"nodes": [linear("fc1", 3), linear("wide", 4_000), linear("fc2", 2)]}))
    traces = RunTraces(trainer)
    trainer.look = None  # type: ignore[method-assign]  # nothing may be computed
    with pytest.raises(LimitError, match="at wide") as raised:
        traces.answer(RunTraceRequest(nodes=["fc1", "wide"]), 50_000)
    assert (raised.value.info.node, raised.value.info.code) == ("wide", "trace_too_large")
    with pytest.raises(GraphError) as unknown:
        traces.answer(RunTraceRequest(nodes=["nobody"]), 50_000)
    assert (unknown.value.info.node, unknown.value.info.field) == ("nobody", "nodes")


def test_a_run_that_is_about_to_diverge_can_be_looked_at() -> None:
    trainer = held(plane_spec(optimizer={"kind": "sgd", "learning_rate": 1000.0}, epochs=100), steps=1)
    for tensors in trainer._engine._network.tensors.values():  # type: ignore[attr-defined]
        tensors["weight"][...] = np.float32(3e38)
    found = look(trainer)
    assert found["loss"] is None
    assert found["gradient_norm"] is None
    assert not np.isfinite(as_array(by_node(found["forward"])["fc2"]["output"])).all()
    assert not as_array(by_node(found["backward"])["fc2"]["parameters"]["weight"]["update"]).any()


@st.composite
def window_nodes(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a convolution or pooling over the digits' 8x8 images, after a convolution that makes four channels."""
    kind = draw(st.sampled_from(["conv2d", "max_pool2d", "avg_pool2d", "conv_transpose2d"]))
    kernel = draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    node: dict[str, Any] = {"id": "looks", "kind": kind, "kernel_size": list(kernel)}
    node["stride"] = list(draw(st.tuples(st.integers(1, 3), st.integers(1, 3))))
    node["padding"] = [draw(st.integers(0, size // 2)) for size in kernel]
    if kind.startswith("conv"):
        node["groups"] = draw(st.sampled_from([1, 2, 4]))
        node["out_channels"] = 4
        node["dilation"] = list(draw(st.tuples(st.integers(1, 2), st.integers(1, 2))))
        node["bias"] = draw(st.booleans())
    if kind == "conv2d" and draw(st.booleans()):
        node |= {"padding": "same", "stride": 1}
    return node


@settings(max_examples=40)
@given(window_nodes())
def test_an_output_cell_is_what_its_window_says(node: dict[str, Any]) -> None:
    """What a page computes from a trace alone: which inputs make an output, and that they do."""
    first = {"id": "conv1", "kind": "conv2d", "out_channels": 4, "kernel_size": 3, "padding": 1}
    nodes = [first, node, {"id": "flat1", "kind": "flatten"}, linear("fc1", 10)]
    try:
        trainer = held(convnet_spec(network={"nodes": nodes}, dtype="float64", batch_size=2))
    except ShapeError:
        return
    seen = by_node(look(trainer, samples=2)["forward"])["looks"]
    x, y, window = as_array(seen["inputs"][0]), as_array(seen["output"]), seen["window"]
    parameters = {name: as_array(values) for name, values in seen["parameters"].items()}
    for cell in np.ndindex(*y.shape):
        assert cell_of(node["kind"], x, parameters, window, cell) == pytest.approx(y[cell], rel=1e-9, abs=1e-12)


def cell_of(
    kind: str,
    x: np.ndarray,
    parameters: dict[str, np.ndarray],
    window: dict[str, Any],
    cell: tuple[int, ...],
) -> float:
    """Compute one output by going through its window, one place at a time."""
    (sample, channel, *place), (_, channels, *size) = cell, x.shape
    pooled, values = kind.endswith("pool2d"), []
    weight = parameters.get("weight")
    groups = window["groups"] or channels
    for taken in range(channels):
        out_channels = channels if weight is None else len(weight) if kind == "conv2d" else weight.shape[1] * groups
        if taken // (channels // groups) != channel // (out_channels // groups):
            continue
        for u, v in np.ndindex(*window["kernel"]):
            seen = []
            for axis, offset in enumerate((u, v)):
                stride, dilation, margin = window["stride"][axis], window["dilation"][axis], window["margins"][axis][0]
                if kind == "conv_transpose2d":
                    at, rest = divmod(place[axis] + margin - dilation * offset, stride)
                    seen.append(at if rest == 0 else -1)
                else:
                    seen.append(place[axis] * stride + dilation * offset - margin)
            inside = all(0 <= at < length for at, length in zip(seen, size, strict=True))
            value = float(x[sample, taken, seen[0], seen[1]]) if inside else 0.0
            if weight is None:
                values += [value] if inside or kind == "avg_pool2d" else []
            elif kind == "conv2d":
                values.append(value * float(weight[channel, taken % (channels // groups), u, v]))
            else:
                values.append(value * float(weight[taken, channel % weight.shape[1], u, v]))
    if pooled:
        return max(values) if kind == "max_pool2d" else sum(values) / len(values)
    return sum(values) + float(parameters["bias"][channel]) if "bias" in parameters else sum(values)
