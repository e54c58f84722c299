"""Scalars on their way out: all of them, in order, in two sorts of message."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from neurarium.training.recorder import ScalarRecorder
from tests.support.channel import RecordingChannel, dense_rows, sparse_rows

NAMES = st.sampled_from(["learning_rate", "gradient_norm", "validation_loss", "steps_per_second"])
VALUE = st.floats(width=32, allow_nan=False, allow_infinity=False)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("step"), VALUE, VALUE),
        st.tuples(st.just("add"), st.dictionaries(NAMES, VALUE, min_size=1)),
        st.tuples(st.just("flush")),
    ),
    max_size=40,
)


@given(ACTIONS)
def test_nothing_is_lost_or_reordered_whenever_it_is_flushed(actions: list[tuple[object, ...]]) -> None:
    channel = RecordingChannel()
    recorder = ScalarRecorder(channel)
    step = 0
    expected: list[tuple[int, object, object]] = []
    expected_sparse: dict[int, dict[str, float]] = {}
    for action in actions:
        match action:
            case "step", float(loss), float(accuracy):
                step += 1
                recorder.add_step(step, loss, accuracy)
                expected.append((step, loss, accuracy))
            case "add", dict(values):
                recorder.add(step, **values)
                expected_sparse.setdefault(step, {}).update(values)
            case _:
                recorder.flush()
    recorder.flush()
    assert dense_rows(channel.messages) == expected
    assert sparse_rows(channel.messages) == expected_sparse


@given(ACTIONS)
def test_the_columns_of_a_message_have_one_length_and_the_wires_types(actions: list[tuple[object, ...]]) -> None:
    channel = RecordingChannel()
    recorder = ScalarRecorder(channel)
    for number, action in enumerate(actions):
        match action:
            case "step", float(loss), float(accuracy):
                recorder.add_step(number, loss, accuracy)
            case "add", dict(values):
                recorder.add(number, **values)
            case _:
                recorder.flush()
    recorder.flush()
    for message in channel.messages:
        assert message["steps"].dtype == np.uint32
        assert len(message["steps"]) > 0
        assert message["step"] == message["steps"][-1]
        assert list(message["steps"]) == sorted(message["steps"])
        for column in message["values"].values():
            assert (column.dtype, column.shape) == (np.float32, message["steps"].shape)


def test_what_was_not_measured_in_a_row_is_nan() -> None:
    channel = RecordingChannel()
    recorder = ScalarRecorder(channel)
    recorder.add(1, learning_rate=0.5)
    recorder.add(2, validation_loss=0.25)
    recorder.flush()
    (message,) = channel.messages
    np.testing.assert_array_equal(message["values"]["learning_rate"], [0.5, np.nan])
    np.testing.assert_array_equal(message["values"]["validation_loss"], [np.nan, 0.25])


def test_after_clearing_nothing_of_before_is_sent() -> None:
    channel = RecordingChannel()
    recorder = ScalarRecorder(channel)
    recorder.add_step(1, 0.5, 0.5)
    recorder.add(1, learning_rate=1.0)
    recorder.clear()
    recorder.flush()
    assert channel.messages == []
