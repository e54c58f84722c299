"""Each mend that an error offers makes that error go."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.graph import Limits, NetworkCheck, check_network
from neurarium.graph.mends import MOST_MENDED
from neurarium.spec.errors import Finding
from tests.support.languages import assert_translated
from tests.support.patch import patched

Node = dict[str, Any]
IMAGES = {"dataset": "shapes", "options": {"image_size": 12, "channels": 3, "shapes": 4, "samples": 20}}
LOSS = {"kind": "softmax_cross_entropy"}


def conv(name: str = "conv1", **more: Any) -> Node:
    return {"id": name, "kind": "conv2d", "out_channels": 4, "padding": 1, **more}


def node(name: str, kind: str, **more: Any) -> Node:
    return {"id": name, "kind": kind, **more}


FLAT, FC = node("flat1", "flatten"), node("fc1", "linear", out_features=4)


def spec(*nodes: Any, **more: Any) -> dict[str, Any]:
    return {"data": IMAGES, "network": {"nodes": list(nodes)}, "loss": LOSS, "batch_size": 8, **more}


def check(asked: dict[str, Any], limits: Limits | None = None) -> NetworkCheck:
    return check_network(asked, limits or Limits())


def identity(error: Finding) -> tuple[str | None, str | None, str]:
    return error.node, error.field, error.code


def after(asked: dict[str, Any], error: Finding, place: int = 0, limits: Limits | None = None) -> NetworkCheck:
    changes = [change.model_dump() for change in error.mends[place].changes]
    return check(patched(asked, changes), limits)


# What is wrong, what is offered, and whether the first offer leaves the whole network in order.
CASES: dict[str, tuple[dict[str, Any], list[str], bool]] = {
    "an image into a linear layer": (
        spec(conv(), FC),
        ["Insert flatten before fc1", "Insert global_avg_pool2d before fc1"],
        True,
    ),
    "a vector into a convolution": (
        spec(conv(), FLAT, conv("conv2"), node("flat2", "flatten"), FC),
        ["Take flat1 out", "Insert reshape before conv2"],
        True,
    ),
    "a window larger than its image": (
        spec(conv(), conv("conv2", kernel_size=15, padding=0), FLAT, FC),
        ["Set kernel_size to 12", "Set padding to 2"],
        True,
    ),
    "a window that is too wide": (
        spec(conv(kernel_size=[3, 19], padding=[1, 0]), FLAT, FC),
        ["Set kernel_size to 3, 12", "Set padding to 1, 4"],
        True,
    ),
    "a window spread too far": (
        spec(conv(dilation=8, padding=0), FLAT, FC),
        ["Set dilation to 5", "Set padding to 3"],
        True,
    ),
    "groups that do not divide": (spec(conv(groups=2), FLAT, FC), ["Set groups to 1"], True),
    "same with a stride": (
        spec(conv(padding="same", stride=2), FLAT, FC),
        ["Set stride to 1", "Set padding to 1"],
        True,
    ),
    "more padding than half a window": (
        spec(node("pool1", "max_pool2d", padding=2), FLAT, FC),
        ["Set padding to 1", "Set kernel_size to 4"],
        True,
    ),
    "an output padding beyond the stride": (
        spec(node("up1", "conv_transpose2d", out_channels=2, stride=2, output_padding=2), FLAT, FC),
        ["Set output_padding to 1"],
        True,
    ),
    "a padding that cuts all off": (
        spec(node("up1", "conv_transpose2d", out_channels=2, padding=9), FLAT, FC),
        ["Set padding to 0"],
        True,
    ),
    "a shape that holds another number of values": (
        spec(FLAT, node("shape1", "reshape", shape=[5, 4, 4]), node("flat2", "flatten"), FC),
        ["Set shape to -1, 4, 4"],
        True,
    ),
    "a shape of which no size can give": (
        spec(FLAT, node("shape1", "reshape", shape=[5, 7]), node("flat2", "flatten"), FC),
        ["Set shape to -1"],
        True,
    ),
    "more dimensions than there are": (
        spec(FLAT, node("norm1", "layer_norm", dimensions=3), FC),
        ["Set dimensions to 1"],
        True,
    ),
    "a batch norm of a matrix": (
        spec(node("shape1", "reshape", shape=[-1, 12]), node("norm1", "batch_norm"), FC),
        ["Insert flatten before norm1"],
        True,
    ),
    "other outputs than classes": (
        spec(FLAT, {**FC, "out_features": 7}, node("soft1", "relu")),
        ["Give fc1 4 units"],
        True,
    ),
    "an image for classes": (spec(conv()), ["Put a linear layer of 4 units at the end"], True),
    "a skip around a layer that widens": (
        spec(conv(), conv("conv2", out_channels=6), node("add1", "add", inputs=["conv2", "conv1"]), FLAT, FC),
        ["Lay them side by side: make it a concat", "Bring conv1 to (6, 12, 12)"],
        True,
    ),
    "a skip around a layer that halves": (
        spec(conv(), conv("conv2", stride=2), node("add1", "add", inputs=["conv2", "conv1"]), FLAT, FC),
        ["Bring conv1 to (4, 6, 6)"],
        True,
    ),
    "a skip that no stride brings to the size": (
        spec(conv(), conv("conv2", kernel_size=4), node("add1", "add", inputs=["conv2", "conv1"]), FLAT, FC),
        ["Bring conv1 to (4, 11, 11)"],
        True,
    ),
    "a vector and an image to be added": (
        spec(conv(), FLAT, node("fc0", "linear", out_features=9), node("add1", "add", inputs=["fc0", "conv1"]), FC),
        ["Bring conv1 to (9)"],
        True,
    ),
    "branches of two sizes side by side": (
        spec(conv(), node("pool1", "max_pool2d"), node("cat1", "concat", inputs=["pool1", "conv1"]), FLAT, FC),
        ["Bring conv1 to 6x6"],
        True,
    ),
    "a vector beside an image": (
        spec(conv(), FLAT, node("cat1", "concat", inputs=["flat1", "conv1"]), FC),
        ["Flatten conv1"],
        True,
    ),
    "a name given twice": (spec(conv(), conv(), FLAT, FC), ["Name it conv2"], True),
    "the data's name": (spec(conv("input"), FLAT, FC), ["Name it conv1"], True),
    "a branch that leads nowhere": (
        spec(conv(), conv("side1"), node("side2", "tanh"), {**FLAT, "inputs": ["conv1"]}, FC),
        ["Remove side1, side2"],
        True,
    ),
    "an output that nobody takes, of the same shape": (
        spec(FLAT, node("fc0", "linear", out_features=4), {**FC, "inputs": ["flat1"]}),
        ["Add it to fc1", "Remove fc0"],
        True,
    ),
    "a misspelt input": (
        spec(conv(), {**FLAT, "inputs": ["conv"]}, FC),
        ["Take conv1", "Take conv1 alone"],
        True,
    ),
    "one input of several that is not there": (
        spec(conv(), conv("conv2"), node("add1", "add", inputs=["conv1", "zzz", "conv2"]), FLAT, FC),
        ["Take conv1, conv2 alone"],
        True,
    ),
    "two inputs for a layer that takes one": (
        spec(conv(), conv("conv2"), conv("conv3", inputs=["conv1", "conv2"]), FLAT, FC),
        ["Insert add before conv3", "Insert concat before conv3", "Take conv1 alone"],
        True,
    ),
    "two inputs of two widths": (
        spec(conv(out_channels=2), conv("conv2"), conv("conv3", inputs=["conv1", "conv2"]), FLAT, FC),
        ["Insert concat before conv3", "Take conv1 alone"],
        True,
    ),
    "an add of one": (
        spec(conv(), node("relu1", "relu"), node("add1", "add"), FLAT, FC),
        ["Take conv1 as well", "Take add1 out"],
        True,
    ),
    "a concat of one": (
        spec(conv(), node("cat1", "concat", inputs=["conv1"]), FLAT, FC),
        ["Take input as well", "Take cat1 out"],
        True,
    ),
    "no inputs at all": (spec(conv(), {**FLAT, "inputs": []}, FC), ["Take conv1"], True),
    "a circle": (
        spec(conv(inputs=["conv2"]), conv("conv2"), FLAT, FC),
        ["Cut conv2 → conv1"],
        True,
    ),
    "a circle through a merge": (
        spec(conv(), node("add1", "add", inputs=["conv1", "conv3"]), conv("conv3"), FLAT, FC),
        ["Cut conv3 → add1"],
        False,
    ),
    "a field misspelt": (
        spec(conv(strid=2), FLAT, FC),
        ["Call it stride", "Remove strid"],
        True,
    ),
    "a kind misspelt": (spec(conv(), node("relu1", "rellu"), FLAT, FC), ["Set kind to relu"], True),
    "a loss misspelt": (
        spec(conv(), FLAT, FC, loss={"kind": "softmax_crossentropy"}),
        ["Set kind to softmax_cross_entropy"],
        True,
    ),
    "a data set misspelt": (spec(conv(), FLAT, FC, data={"dataset": "digit"}), ["Set dataset to digits"], False),
    "an option out of bounds": (
        spec(conv(), FLAT, FC, data={"dataset": "xor", "options": {"noise": -1}}),
        ["Leave noise at its default"],
        False,
    ),
    "a number below its least": (
        spec(conv(stride=0), FLAT, FC),
        ["Set stride to 1", "Leave stride at its default"],
        True,
    ),
    "a pair below its least": (
        spec(conv(stride=[2, 0]), FLAT, FC),
        ["Set stride to 2, 1", "Leave stride at its default"],
        True,
    ),
    "a probability above one": (
        spec(FLAT, node("drop1", "dropout", p="much"), FC),
        ["Leave p at its default"],
        True,
    ),
    "too few filters": (spec(conv(out_channels=0), FLAT, FC), ["Set out_channels to 1"], True),
    "no number": (spec(conv(bias="perhaps"), FLAT, FC), ["Leave bias at its default"], True),
    "an initializer's setting": (
        spec(conv(weight_init={"kind": "normal", "std": -1}), FLAT, FC),
        ["Set std to 0", "Leave std at its default"],
        True,
    ),
    "an optimizer's setting": (
        spec(conv(), FLAT, FC, optimizer={"kind": "adam", "beta1": -1}),
        ["Set beta1 to 0", "Leave beta1 at its default"],
        True,
    ),
    "an empty batch": (
        spec(conv(), FLAT, FC, batch_size=0),
        ["Set batch_size to 1", "Leave batch_size at its default"],
        True,
    ),
    "a frozen node that is not there": (
        spec(conv(), FLAT, FC, frozen=["conv1", "conv7"]),
        ["Set frozen to conv1"],
        True,
    ),
    "a field of the network": (
        {**spec(conv(), FLAT, FC), "network": {"nodes": [conv(), FLAT, FC], "edges": []}},
        ["Remove network.edges"],
        True,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_comes_with_what_mends_it(name: str) -> None:
    asked, titles, mended = CASES[name]
    answer = check(asked)
    assert [len(answer.errors), [mend.title for mend in answer.errors[0].mends]] == [1, titles], answer.errors
    error = answer.errors[0]
    for place in range(len(error.mends)):
        then = after(asked, error, place)
        assert identity(error) not in map(identity, then.errors), (error.mends[place], then.errors)
        if place == 0 and mended:
            assert then.ok, then.errors


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_and_what_mends_it_can_be_told_in_chinese(name: str) -> None:
    error = check(CASES[name][0]).errors[0]
    for text in filter(None, (error.message, error.hint, *(mend.title for mend in error.mends))):
        assert_translated(text, text.in_language("zh-CN"))


def test_a_batch_that_needs_too_much_memory_is_made_smaller() -> None:
    asked = spec(conv(), FLAT, FC)
    limits = Limits(batch_bytes=check(asked).memory.activations // 3)
    (error,) = check(asked, limits).errors
    assert [mend.title for mend in error.mends] == ["Set batch_size to 2"]
    assert after(asked, error, limits=limits).ok


def test_every_wrong_layer_of_many_is_told_and_the_first_ones_are_mended() -> None:
    asked = spec(*(conv(f"c{place}", inputs=["input", "input"]) for place in range(MOST_MENDED + 9)))
    errors = check(asked).errors
    assert len(errors) == MOST_MENDED + 9
    assert [bool(error.mends) for error in errors] == [True] * MOST_MENDED + [False] * 9


# A residual network, to be broken at random.
WHOLE: list[Node] = [
    conv("stem"),
    node("relu0", "relu"),
    conv("conv1", stride=2),
    node("norm1", "batch_norm"),
    conv("skip", kernel_size=1, stride=2, padding=0, inputs=["relu0"]),
    node("add1", "add", inputs=["norm1", "skip"]),
    node("pool1", "max_pool2d"),
    conv("left", inputs=["pool1"], kernel_size=1, padding=0),
    conv("right", inputs=["pool1"]),
    node("cat1", "concat", inputs=["left", "right"]),
    node("flat1", "flatten"),
    node("drop1", "dropout"),
    node("fc1", "linear", out_features=4),
]
NAMES = [one["id"] for one in WHOLE]
KINDS = [
    "relu",
    "flatten",
    "linear",
    "conv2d",
    "max_pool2d",
    "add",
    "concat",
    "batch_norm",
    "global_avg_pool2d",
    "what",
]
FIELDS = [
    "kernel_size",
    "stride",
    "padding",
    "out_channels",
    "out_features",
    "groups",
    "dilation",
    "p",
    "bias",
    "strid",
]
VALUES: list[Any] = [0, 1, 2, 3, 5, 9, 40, -1, 0.5, "same", [1, 9], [3, 3], None, True, "x"]

places = st.integers(0, len(WHOLE) - 1)
mistakes = st.one_of(
    st.tuples(st.just("set"), places, st.sampled_from(FIELDS), st.sampled_from(VALUES)),
    st.tuples(
        st.just("set"),
        places,
        st.just("inputs"),
        st.lists(st.sampled_from([*NAMES, "input", "conv9"]), max_size=3, unique=True),
    ),
    st.tuples(st.just("set"), places, st.just("id"), st.sampled_from([*NAMES, "input", "new"])),
    st.tuples(st.just("set"), places, st.just("kind"), st.sampled_from(KINDS)),
    st.tuples(st.just("remove"), places, st.none(), st.none()),
    st.tuples(st.just("insert"), places, st.sampled_from(KINDS), st.none()),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(mistakes, min_size=1, max_size=4))
def test_whatever_is_broken_a_mend_makes_its_error_go(broken: list[tuple[str, int, Any, Any]]) -> None:
    nodes = copy.deepcopy(WHOLE)
    for act, place, what, value in broken:
        if act == "insert":
            nodes.insert(place, {"id": f"n{len(nodes)}", "kind": what})
        elif place < len(nodes) and act == "set":
            nodes[place][what] = value
        elif place < len(nodes) and len(nodes) > 1:
            del nodes[place]
    asked = spec(*nodes)
    answer = check(asked)
    for error in answer.errors:
        for place in range(len(error.mends)):
            then = after(asked, error, place)
            assert identity(error) not in map(identity, then.errors), (error, error.mends[place])
