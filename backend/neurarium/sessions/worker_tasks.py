"""What a worker can be asked, other than to train."""

from collections.abc import Callable, Mapping
from typing import Any

from neurarium.spec.run import RunSpec
from neurarium.training.descents import DescentRequest, descend
from neurarium.training.gradient_check import check_gradients
from neurarium.training.trace import TraceRequest, trace


def _trace(request: dict[str, Any]) -> dict[str, Any]:
    return trace(TraceRequest.model_validate(request)).model_dump(mode="json")


def _gradient_check(request: dict[str, Any]) -> dict[str, Any]:
    return check_gradients(RunSpec.model_validate(request)).model_dump(mode="json")


def _descents(request: dict[str, Any]) -> dict[str, Any]:
    return descend(DescentRequest.model_validate(request)).model_dump(mode="json")


TASKS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "trace": _trace,
    "gradient_check": _gradient_check,
    "descents": _descents,
}
