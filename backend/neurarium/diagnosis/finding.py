"""What was found, as it is told: of plain data alone."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, Field

from neurarium.diagnosis.patch import Operation
from neurarium.words import Text

Status = Literal["found", "changed", "withdrawn"]


class MendEntry(BaseModel):
    """Something to do about a finding, as a change of the run's spec that `POST /api/networks/check` approves of."""

    code: str = Field(description="What sort of change it is.")
    title: Text
    figures: dict[str, Any] = Field(description="What the title names, as data.")
    patch: list[Operation] = Field(description="JSON Patch (RFC 6902) of the run's spec.")


class RunFinding(BaseModel):
    """Something that was found and holds."""

    id: str = Field(description="The same as long as it is the same finding.")
    rule: str = Field(description="Which rule found it, a name in the catalog's diagnoses.")
    node: str = Field(description='Where it was measured; "input" is the data.')
    since: int = Field(description="The step at which it was found.")
    step: int = Field(description="The step that these figures are of.")
    value: float
    threshold: str = Field(description="The rule's threshold that the value has passed.")
    limit: float
    badge: Text = Field(description="It in two or three words.")
    message: Text = Field(description="What was found.")
    detail: Text = Field(description="The evidence behind it.")
    why: Text = Field(description="Why it matters.")
    figures: dict[str, Any] = Field(description="The evidence, by name.")
    mends: list[MendEntry]


class Findings:
    """What was found in a run and holds, kept from the notices that tell of it."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Any]] = {}

    @property
    def now(self) -> list[dict[str, Any]]:
        """What holds, each as told last."""
        return list(self._held.values())

    def take(self, notice: Mapping[str, Any]) -> None:
        """Take in a notice; one that tells of no finding changes nothing."""
        told = notice["finding"]
        if told is None:
            return
        finding = {name: value for name, value in told.items() if name != "status"}
        if told["status"] == "withdrawn":
            self._held.pop(finding["id"], None)
        else:
            self._held[finding["id"]] = finding

    def clear(self) -> None:
        """Forget everything; for a reset."""
        self._held.clear()
