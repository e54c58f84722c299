"""What a run tells: plain maps with a `type`, of which arrays are numpy arrays until they are sent.

Reasons, messages and hints are texts, which become words in the language of each viewer. `state`, `metrics` and
`notice` must reach every viewer; a `probe` may be replaced by a newer one of the same key.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import numpy as np

from neurarium.diagnosis import Change
from neurarium.spec.errors import ErrorInfo
from neurarium.training.states import RunState
from neurarium.words import Text

Message: TypeAlias = dict[str, Any]

LOSSLESS = frozenset({"state", "metrics", "notice"})
"""Types that no viewer may miss."""


def state_message(
    state: RunState,
    step: int,
    epoch: float,
    generation: int,
    reason: Text | None = None,
    error: ErrorInfo | None = None,
) -> Message:
    """Return the news that the run is in `state`; `epoch` counts passes over the data, with a fraction."""
    return {
        "type": "state",
        "step": step,
        "state": str(state),
        "reason": reason,
        "epoch": epoch,
        "generation": generation,
        "error": error.model_dump() if error else None,
    }


def metrics_message(steps: np.ndarray, values: Mapping[str, np.ndarray]) -> Message:
    """Return rows of scalars: `steps` uint32 of shape ``(rows,)``, each of `values` float32 of the same shape."""
    return {"type": "metrics", "step": int(steps[-1]), "steps": steps, "values": dict(values)}


def probe_message(step: int, probe: str, node: str, parameter: str | None, payload: Mapping[str, Any]) -> Message:
    """Return one measurement of one node."""
    return {"type": "probe", "step": step, "probe": probe, "node": node, "parameter": parameter, **payload}


def notice_message(
    level: Literal["info", "warning", "error"],
    step: int,
    code: str,
    message: Text,
    *,
    hint: Text | None = None,
    node: str | None = None,
    evidence: Mapping[str, Any] | None = None,
) -> Message:
    """Return something that a person should know, with the figures that it rests on."""
    return {
        "type": "notice",
        "step": step,
        "level": level,
        "code": code,
        "message": message,
        "hint": hint,
        "node": node,
        "evidence": dict(evidence or {}),
        "finding": None,
    }


def finding_message(change: Change) -> Message:
    """Return the notice of a finding that came, changed or went; it is told whole each time."""
    finding = change.finding
    message = notice_message(
        "info" if change.status == "withdrawn" else "warning",
        finding.step,
        finding.rule,
        finding.message,
        hint=finding.mends[0].title if finding.mends and change.status != "withdrawn" else None,
        node=finding.node,
        evidence=finding.figures,
    )
    return {**message, "finding": {"status": change.status, **finding.model_dump()}}
