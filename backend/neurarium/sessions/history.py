"""Every scalar that a run measured, kept in memory for viewers that come later."""

import numpy as np

from neurarium.sessions.framing import as_array
from neurarium.training.messages import Message

_ROWS_PER_CHUNK = 65_536
_ORDER = "order"
"""Column that tells which rows came later; it is kept beside the scalars and never shown."""
_NO_SCALARS = frozenset({"step", _ORDER})


class ScalarHistory:
    """Scalars by step, as they came: nothing is thinned or resampled.

    Messages with the same columns are kept together in chunks, so a run of a million steps is some dozens of arrays.
    """

    def __init__(self) -> None:
        self._chunks: list[dict[str, np.ndarray]] = []
        self._pending: dict[tuple[str, ...], list[dict[str, np.ndarray]]] = {}
        self._pending_rows = 0
        self._appended = 0
        self.latest: dict[str, float] = {}
        """The last measured value of each scalar."""

    def append(self, message: Message) -> None:
        """Take a `metrics` message, with arrays as numpy's or as packed ones."""
        columns = {name: as_array(column) for name, column in message["values"].items()}
        for name, column in columns.items():
            measured = column[~np.isnan(column)]
            if measured.size:
                self.latest[name] = float(measured[-1])
        columns["step"] = as_array(message["steps"])
        self._appended += 1
        columns[_ORDER] = np.full(len(columns["step"]), self._appended, np.uint32)
        self._pending.setdefault(tuple(sorted(columns)), []).append(columns)
        self._pending_rows += len(columns["step"])
        if self._pending_rows >= _ROWS_PER_CHUNK:
            self._merge()

    def clear(self) -> None:
        """Forget everything; for a reset."""
        self._chunks, self._pending, self._pending_rows, self.latest = [], {}, 0, {}

    def messages(self) -> list[Message]:
        """Return everything as few ``{"steps", "values"}`` maps, for a viewer that comes late."""
        self._merge()
        return [
            {"steps": chunk["step"], "values": {name: chunk[name] for name in chunk if name not in _NO_SCALARS}}
            for chunk in self._chunks
        ]

    def table(self, steps_per_epoch: int | None) -> dict[str, list[float | int | None]]:
        """Return one row a step at which anything was measured, in order; null where a scalar was not."""
        self._merge()
        if not self._chunks:
            return {"step": [], "epoch": []}
        steps = np.unique(np.concatenate([chunk["step"] for chunk in self._chunks]))
        names = sorted({name for chunk in self._chunks for name in chunk} - _NO_SCALARS)
        columns = {name: self._column(name, steps) for name in names}
        table: dict[str, list[float | int | None]] = {"step": [int(step) for step in steps]}
        table["epoch"] = [int(step) / steps_per_epoch for step in steps] if steps_per_epoch else []
        for name, column in columns.items():
            table[name] = [float(value) if np.isfinite(value) else None for value in column]
        return table

    def _column(self, name: str, steps: np.ndarray) -> np.ndarray:
        """Return a scalar by row of `steps`, NaN where it was not measured; where it was twice, the later one holds."""
        chunks = [chunk for chunk in self._chunks if name in chunk]
        values, rows, order = (np.concatenate([chunk[part] for chunk in chunks]) for part in (name, "step", _ORDER))
        in_order = np.argsort(order, kind="stable")
        in_order = in_order[~np.isnan(values[in_order])]
        column = np.full(len(steps), np.nan)
        column[np.searchsorted(steps, rows[in_order])] = values[in_order]
        return column

    def _merge(self) -> None:
        for messages in self._pending.values():
            self._chunks.append({name: np.concatenate([m[name] for m in messages]) for name in messages[0]})
        self._pending, self._pending_rows = {}, 0
