"""Reading what may still be half written: each part by itself, with its mistakes as located errors."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from neurarium.spec.base import NodeId
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import Finding
from neurarium.spec.layers import AnyLayer, Layer
from neurarium.spec.losses import AnyLoss, Loss
from neurarium.spec.mends import Change, Mend, pointer
from neurarium.spec.network import MOST_NODES, NetworkSpec
from neurarium.spec.optimizers import AnyOptimizer, Optimizer
from neurarium.spec.run import DTypeName, RunSpec
from neurarium.spec.validation import describe_errors
from neurarium.words import say

PARTS = ("data", "network", "loss", "optimizer", "batch_size", "dtype", "frozen")
"""What can be checked without starting anything, by the names that a RunSpec has for it."""

_LAYER: TypeAdapter[Layer] = TypeAdapter(AnyLayer)
_LOSS: TypeAdapter[Loss] = TypeAdapter(AnyLoss)
_OPTIMIZER: TypeAdapter[Optimizer] = TypeAdapter(AnyOptimizer)
_DATA = TypeAdapter(DataSpec)
_BATCH_SIZE: TypeAdapter[int] = TypeAdapter(Annotated[int, RunSpec.model_fields["batch_size"]])
_DTYPE: TypeAdapter[DTypeName] = TypeAdapter(DTypeName)
_FROZEN: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[NodeId, ...])


@dataclass
class Draft:
    """What could be read of a spec.

    Attributes:
        data: None where it could not be read.
        loss: None where it was left out or could not be read.
        optimizer, batch_size, dtype, frozen: as a RunSpec has them, or its defaults; but one sample makes a batch.
        layers: those nodes that could be read.
        errors: what is wrong with the rest.
    """

    data: DataSpec | None = None
    loss: Loss | None = None
    optimizer: Optimizer = field(
        default_factory=lambda: RunSpec.model_fields["optimizer"].get_default(call_default_factory=True)
    )
    batch_size: int = 1
    dtype: DTypeName = "float32"
    frozen: tuple[str, ...] = ()
    layers: list[Layer] = field(default_factory=list)
    errors: list[Finding] = field(default_factory=list)


def read(raw: Mapping[str, Any]) -> Draft:
    """Return what can be read of `raw`, which has the parts of a RunSpec that are `PARTS`; all may be left out."""
    draft = Draft()
    draft.errors += _unknown_fields(set(raw) - set(PARTS))
    draft.data = _read("data", _DATA, raw.get("data", {}), draft.errors, None)
    if raw.get("loss") is not None:
        draft.loss = _read("loss", _LOSS, raw["loss"], draft.errors, None)
    for name, adapter in (
        ("optimizer", _OPTIMIZER),
        ("batch_size", _BATCH_SIZE),
        ("dtype", _DTYPE),
        ("frozen", _FROZEN),
    ):
        if name in raw:
            setattr(draft, name, _read(name, adapter, raw[name], draft.errors, getattr(draft, name)))
    draft.layers = _read_layers(raw.get("network"), draft.errors)
    return draft


def _read(name: str, adapter: TypeAdapter[Any], raw: object, errors: list[Finding], otherwise: Any) -> Any:
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        located = [{**found, "loc": (name, *found["loc"])} for found in error.errors()]
        errors += describe_errors(located, {name: raw}, RunSpec)
        return otherwise


def _unknown_fields(names: Set[str]) -> list[Finding]:
    return [
        Finding(
            code="unknown_field",
            message=say("{name} is not a known field.", name=name),
            field=name,
            hint=say("Remove it."),
            mends=(
                Mend(
                    title=say("Remove {name}", name=name),
                    changes=(Change(op="remove", path=pointer(*name.split("."))),),
                ),
            ),
        )
        for name in sorted(names)
    ]


def _read_layers(raw: object, errors: list[Finding]) -> list[Layer]:
    nodes = raw.get("nodes") if isinstance(raw, Mapping) else None
    if not isinstance(raw, Mapping) or not isinstance(nodes, list) or not 0 < len(nodes) <= MOST_NODES:
        try:
            NetworkSpec.model_validate(raw)
        except ValidationError as error:
            located = [{**found, "loc": ("network", *found["loc"])} for found in error.errors()]
            errors += describe_errors(located, {"network": raw}, RunSpec)
        return []
    errors += _unknown_fields({f"network.{name}" for name in set(raw) - set(NetworkSpec.model_fields)})
    layers: list[Layer] = []
    unread: str | None = None
    for position, node in enumerate(nodes):
        try:
            layer = _LAYER.validate_python(node)
        except ValidationError as error:
            located = [{**found, "loc": ("network", "nodes", position, *found["loc"])} for found in error.errors()]
            found_errors = describe_errors(located, {"network": raw})
            errors += found_errors
            unread = found_errors[0].node
            continue
        if unread is not None and layer.inputs is None:
            # It takes the node before it, which could not be read: name that one, so that nothing is
            # inferred behind it.
            layer = layer.model_copy(update={"inputs": (unread,)})
        layers.append(layer)
        unread = None
    return layers
