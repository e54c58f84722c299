"""What counts as a command, and which state allows which."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.spec.errors import ConflictError, SpecError
from neurarium.training.commands import check_allowed, parse_command
from neurarium.training.states import ACTIVE, ENDED, FOLLOWERS, RunState

COMMANDS: list[dict[str, Any]] = [
    {"command": "pause"},
    {"command": "resume"},
    {"command": "step", "count": 3},
    {"command": "stop"},
    {"command": "reset"},
    {"command": "set", "learning_rate": 0.5},
    {"command": "set", "steps_per_second": 2.5},
    {"command": "set", "steps_per_second": None},
    {"command": "set", "learning_rate": 0.5, "steps_per_second": None},
]


@pytest.mark.parametrize("raw", COMMANDS, ids=str)
def test_every_command_is_read(raw: dict[str, Any]) -> None:
    assert parse_command(raw).model_dump() == raw


def test_a_step_without_a_count_is_one_step() -> None:
    assert parse_command({"command": "step"}).model_dump() == {"command": "step", "count": 1}


@pytest.mark.parametrize(
    ("raw", "code", "field", "said"),
    [
        ({"command": "explode"}, "unknown_kind", "command", 'There is no command "explode"; there are pause,'),
        ({"command": "pausee"}, "unknown_kind", "command", "pausee"),
        ({}, "missing_field", "command", "command is missing"),
        ({"command": "set", "learning_rate": -0.1}, "out_of_range", "learning_rate", "-0.1"),
        ({"command": "set", "learning_rate": 0}, "out_of_range", "learning_rate", "greater than 0"),
        ({"command": "set", "learning_rate": math.inf}, "invalid_value", "learning_rate", "finite"),
        ({"command": "set", "learning_rate": math.nan}, "invalid_value", "learning_rate", "finite"),
        ({"command": "set", "learning_rate": "fast"}, "invalid_value", "learning_rate", "fast"),
        ({"command": "set", "learning_rate": None}, "invalid_value", "learning_rate", "leave it out"),
        ({"command": "set", "steps_per_second": 0}, "out_of_range", "steps_per_second", "0.01"),
        ({"command": "set", "steps_per_second": math.inf}, "invalid_value", "steps_per_second", "finite"),
        (
            {"command": "set"},
            "invalid_option",
            "command",
            '"set" names no setting; there are learning_rate, steps_per_second',
        ),
        ({"command": "step", "count": 0}, "out_of_range", "count", "count is 0"),
        ({"command": "step", "count": 1.5}, "invalid_value", "count", "1.5"),
        ({"command": "step", "count": 10**7}, "out_of_range", "count", "1000000"),
        ({"command": "pause", "speed": 2}, "unknown_field", "speed", "speed is not a known field"),
        ("pause", "invalid_value", None, "'pause'"),
        (None, "invalid_value", None, "None"),
        ([], "invalid_value", None, "[]"),
    ],
)
def test_what_is_no_command_is_refused_with_reason_and_place(
    raw: object, code: str, field: str | None, said: str
) -> None:
    with pytest.raises(SpecError) as caught:
        parse_command(raw)
    info = caught.value.info
    assert (info.code, info.field) == (code, field)
    assert said in info.message


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    with pytest.raises(SpecError) as caught:
        parse_command({"command": "pausee"})
    assert caught.value.info.hint == 'Did you mean "pause"?'


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON | st.fixed_dictionaries({"command": JSON}, optional={"count": JSON, "learning_rate": JSON}))
def test_whatever_json_comes_is_a_command_or_a_told_error(raw: object) -> None:
    try:
        command = parse_command(raw)
    except SpecError as error:
        told = error.info.model_dump_json()  # which half a surrogate pair would forbid
    else:
        told = command.command
        assert isinstance(raw, dict)
        assert told == raw["command"]
    assert told


ALLOWED = {
    "pause": {"running", "paused", "finished", "stopped", "diverged", "failed", "interrupted"},
    "resume": {"running", "paused"},
    "step": {"running", "paused"},
    "set": {"running", "paused", "finished", "diverged"},
    "reset": {"running", "paused", "finished", "diverged"},
    "stop": {str(state) for state in RunState},
}


@pytest.mark.parametrize("raw", COMMANDS, ids=str)
@pytest.mark.parametrize("state", list(RunState))
def test_a_state_allows_what_it_can_follow_and_refuses_the_rest_with_a_way_out(
    raw: dict[str, Any], state: RunState
) -> None:
    command = parse_command(raw)
    if state in ALLOWED[raw["command"]]:
        check_allowed(command, state)
        return
    with pytest.raises(ConflictError) as caught:
        check_allowed(command, state)
    assert str(state) in caught.value.info.message
    assert raw["command"] in caught.value.info.message
    assert caught.value.info.hint


def test_the_state_machine_is_whole() -> None:
    """Every state has its followers, can be reached, and either has work before it, waits, or has ended."""
    assert set(FOLLOWERS) == set(RunState)
    reached = {RunState.QUEUED}
    while more := {follower for state in reached for follower in FOLLOWERS[state]} - reached:
        reached |= more
    assert reached == set(RunState)
    assert ACTIVE | ENDED | {RunState.QUEUED} == set(RunState)
    assert not ACTIVE & ENDED
