"""Messages on a byte stream, in whatever pieces they arrive."""

from __future__ import annotations

import itertools
import math
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from neurarium.sessions.framing import (
    HEADER,
    LARGEST_FRAME,
    BrokenStreamError,
    FrameReader,
    as_array,
    frame,
    pack,
    unpack,
)
from neurarium.words import LANGUAGES, Text, say

SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
MESSAGES = st.dictionaries(st.text(), VALUES, max_size=5)
ARRAYS = hnp.arrays(
    st.sampled_from([np.dtype(name) for name in ("float32", "float64", "uint32", ">f4", ">u4")]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)


def same(one: Any, other: Any) -> bool:
    """Return whether two values are alike; NaN is like NaN, and true is not like 1."""
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


def in_pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(edges)]


@settings(max_examples=50)
@given(st.lists(MESSAGES, max_size=6), st.lists(st.integers(0, 10_000), max_size=12))
def test_messages_come_out_as_they_went_in_whatever_the_pieces(messages: list[Any], cuts: list[int]) -> None:
    reader = FrameReader()
    received = [message for piece in in_pieces(b"".join(map(frame, messages)), cuts) for message in reader.feed(piece)]
    assert same(received, messages)


@settings(max_examples=50)
@given(MESSAGES, MESSAGES)
def test_a_message_comes_out_as_soon_as_its_last_byte_is_there_and_not_before(first: Any, second: Any) -> None:
    reader = FrameReader()
    data, rest = frame(first), frame(second)
    assert reader.feed(data[:-1]) == []
    assert same(reader.feed(data[-1:] + rest[:-1]), [first])
    assert same(reader.feed(rest[-1:]), [second])


@given(ARRAYS)
def test_an_array_keeps_its_values_shape_and_type_in_little_endian_c_order(array: np.ndarray) -> None:
    for laid_out in (array, np.asfortranarray(array), array[..., ::-1] if array.ndim else array):
        packed = unpack(pack({"a": laid_out}))["a"]
        assert set(packed) == {"dtype", "shape", "data"}
        received = as_array(packed)
        assert received.dtype.name == array.dtype.name
        np.testing.assert_array_equal(received, laid_out)
        assert packed["data"] == laid_out.astype(laid_out.dtype.newbyteorder("<")).tobytes("C")
        # What was received is passed on to viewers without being looked at.
        assert pack({"a": packed}) == pack({"a": laid_out})


def test_numpy_numbers_are_numbers() -> None:
    message = {"a": np.float32(0.5), "b": np.int64(3), "c": np.bool_(True)}
    assert same(unpack(pack(message)), {"a": 0.5, "b": 3, "c": True})


def test_a_text_stays_one_between_processes_and_is_a_string_in_a_language() -> None:
    told = say("The run is {state}, and no process of it can answer.", state=say("paused"))
    message = {"message": told, "hint": None, "figures": (1, 2)}
    arrived = unpack(pack(message))
    assert isinstance(arrived["message"], Text)
    assert arrived["message"] == told
    assert arrived["message"].in_language("zh-CN") == told.in_language("zh-CN")
    assert "已暂停" in arrived["message"].in_language("zh-CN")
    for language in LANGUAGES:
        received = msgpack.unpackb(pack(message, language))
        assert received == {"message": told.in_language(language), "hint": None, "figures": [1, 2]}


def test_what_cannot_be_sent_is_refused_where_it_is_sent() -> None:
    with pytest.raises(TypeError, match="set cannot be sent"):
        frame({"a": {1, 2}})


def test_a_frame_that_announces_too_much_is_refused_before_it_is_waited_for() -> None:
    with pytest.raises(BrokenStreamError, match=str(LARGEST_FRAME + 1)):
        FrameReader().feed(HEADER.pack(LARGEST_FRAME + 1))
    assert FrameReader().feed(HEADER.pack(LARGEST_FRAME)) == []


@given(VALUES.filter(lambda value: not isinstance(value, dict)))
def test_a_frame_that_holds_no_map_is_refused(value: Any) -> None:
    with pytest.raises(BrokenStreamError, match="map"):
        FrameReader().feed(frame(value))


@given(st.binary(max_size=60), st.lists(st.integers(0, 100), max_size=5))
@example(b"\x81\x90\xc0", [])  # a map whose key is a list
@example(b"\xc7\x0c\xff" + b"\xff" * 12, [])  # a time that no calendar has
@example(b"\xdd\xff\xff\xff\xff", [])  # four milliard entries, none of which come
@example(b"\x91" * 60, [])
@example(b"\xa2\xff\xff", [])  # text that is no UTF-8
def test_garbage_is_a_broken_stream_and_nothing_else(body: bytes, cuts: list[int]) -> None:
    reader = FrameReader()
    received: list[Any] = []
    try:
        for piece in in_pieces(HEADER.pack(len(body)) + body, cuts):
            received += reader.feed(piece)
    except BrokenStreamError:
        return
    assert len(received) == 1
    assert isinstance(received[0], dict)


def test_garbage_deeper_than_any_message_is_a_broken_stream() -> None:
    body = b"\x91" * 100_000 + b"\xc0"
    with pytest.raises(BrokenStreamError):
        FrameReader().feed(HEADER.pack(len(body)) + body)


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_frames_a_broken_stream_or_not_enough_yet(data: bytes) -> None:
    try:
        received = FrameReader().feed(data)
    except BrokenStreamError:
        return
    assert all(isinstance(message, dict) for message in received)


def test_the_form_is_four_bytes_of_length_and_msgpack() -> None:
    """What another program would have to write, spelt out."""
    body = b"\x81\xa4kind\xa5hello"
    assert msgpack.unpackb(body) == {"kind": "hello"}
    assert frame({"kind": "hello"}) == len(body).to_bytes(4, "big") + body
