"""What was found, as it is told: of plain data alone."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from neurarium.diagnosis.patch import Operation

Status = Literal["found", "changed", "withdrawn"]


class MendEntry(BaseModel):
    """Something to do about a finding, as a change of the run's spec that `POST /api/networks/check` approves of."""

    code: str = Field(description="What sort of change it is.")
    title: str
    figures: dict[str, Any] = Field(description="What the title names, for other languages.")
    patch: list[Operation] = Field(description="JSON Patch (RFC 6902) of the run's spec.")


class Finding(BaseModel):
    """Something that was found and holds."""

    id: str = Field(description="The same as long as it is the same finding.")
    rule: str = Field(description="Which rule found it, a name in the catalog's diagnoses.")
    node: str = Field(description='Where it was measured; "input" is the data.')
    since: int = Field(description="The step at which it was found.")
    step: int = Field(description="The step that these figures are of.")
    value: float
    threshold: str = Field(description="The rule's threshold that the value has passed.")
    limit: float
    badge: str
    message: str
    detail: str
    why: str
    figures: dict[str, Any] = Field(description="The evidence, by name.")
    mends: list[MendEntry]
