"""The scalars that a run measured: all of them, once, in a table that is right."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neurarium.sessions import history as history_module
from neurarium.sessions.framing import pack, unpack
from neurarium.sessions.history import ScalarHistory
from neurarium.training.messages import metrics_message

NAMES = ("train_loss", "learning_rate", "validation_loss")
VALUE = st.floats(width=32) | st.just(math.nan)


@st.composite
def messages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw messages as a loop sends them, and as it does not: repeated steps, several sorts, NaN and infinity."""
    found: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 8))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        steps = draw(st.lists(st.integers(0, 20), min_size=1, max_size=4, unique=True).map(sorted))
        column = st.lists(VALUE, min_size=len(steps), max_size=len(steps))
        values = {name: np.array(draw(column), np.float32) for name in names}
        found.append(metrics_message(np.array(steps, np.uint32), values))
    return found


def expected_table(sent: list[dict[str, Any]]) -> dict[int, dict[str, float]]:
    """Return what was measured by step, built the slow way: the last measurement of a step holds."""
    rows: dict[int, dict[str, float]] = {}
    for message in sent:
        for name, column in message["values"].items():
            for step, value in zip(message["steps"].tolist(), column.tolist(), strict=True):
                row = rows.setdefault(step, {})
                if not math.isnan(value):
                    row[name] = value
    return rows


@pytest.fixture(params=[5, 65_536], ids=["many chunks", "one chunk"])
def chunk_rows(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "_ROWS_PER_CHUNK", request.param)


@pytest.mark.usefixtures("chunk_rows")
class TestHistory:
    @settings(max_examples=50)
    @given(messages(), st.booleans(), st.sets(st.integers(0, 12)))
    def test_the_table_has_each_measured_value_in_its_row_and_null_elsewhere(
        self, sent: list[dict[str, Any]], packed: bool, looked_at: set[int]
    ) -> None:
        history = ScalarHistory()
        for number, message in enumerate(sent):
            history.append(unpack(pack(message)) if packed else message)
            if number in looked_at:  # viewers that come in between change nothing
                history.messages()
        table = history.table(4)
        rows = expected_table(sent)
        assert table["step"] == sorted(rows)
        assert table["epoch"] == [step / 4 for step in sorted(rows)]
        assert {len(column) for column in table.values()} == {len(rows)}
        for name in {name for message in sent for name in message["values"]}:
            column = [rows[step].get(name) for step in sorted(rows)]
            assert table[name] == [value if value is not None and math.isfinite(value) else None for value in column]
        json.dumps(table, allow_nan=False)

    @settings(max_examples=50)
    @given(messages())
    def test_what_a_late_viewer_gets_is_all_of_it(self, sent: list[dict[str, Any]]) -> None:
        history = ScalarHistory()
        for message in sent:
            history.append(message)
        told: list[tuple[int, str, float]] = []
        for part in history.messages():
            assert set(part) == {"steps", "values"}
            for name, column in part["values"].items():
                assert column.shape == part["steps"].shape
                assert (column.dtype, part["steps"].dtype) == (np.float32, np.uint32)
                told += [(s, name, v) for s, v in zip(part["steps"].tolist(), column.tolist(), strict=True) if v == v]
        measured = [
            (step, name, value)
            for message in sent
            for name, column in message["values"].items()
            for step, value in zip(message["steps"].tolist(), column.tolist(), strict=True)
            if value == value
        ]
        assert sorted(told) == sorted(measured)

    @settings(max_examples=50)
    @given(messages(), messages())
    def test_after_clearing_only_what_came_since_is_there(
        self, before: list[dict[str, Any]], after: list[dict[str, Any]]
    ) -> None:
        history, fresh = ScalarHistory(), ScalarHistory()
        for message in before:
            history.append(message)
        history.clear()
        for message in after:
            history.append(message)
            fresh.append(message)
        assert history.table(3) == fresh.table(3)
        np.testing.assert_equal(history.latest, fresh.latest)


def test_latest_is_the_last_measured_value_of_each_scalar() -> None:
    history = ScalarHistory()
    history.append(metrics_message(np.array([1, 2], np.uint32), {"train_loss": np.array([0.5, 0.25], np.float32)}))
    history.append(
        metrics_message(
            np.array([2, 3], np.uint32),
            {"learning_rate": np.array([0.125, np.nan], np.float32), "gradient_norm": np.full(2, np.nan, np.float32)},
        )
    )
    assert history.latest == {"train_loss": 0.25, "learning_rate": 0.125}


def test_a_table_of_nothing_has_no_rows() -> None:
    assert ScalarHistory().table(None) == {"step": [], "epoch": []}


def test_a_million_rows_are_few_arrays() -> None:
    history = ScalarHistory()
    for start in range(0, 1_000_000, 1000):
        steps = np.arange(start, start + 1000, dtype=np.uint32)
        history.append(metrics_message(steps, {"train_loss": np.ones(1000, np.float32)}))
    parts = history.messages()
    assert len(parts) <= 32
    assert sum(len(part["steps"]) for part in parts) == 1_000_000
