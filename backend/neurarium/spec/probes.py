"""What a run measures of itself, and how much of its time that may take."""

from pydantic import Field

from neurarium.spec.base import SpecModel


class ProbeSpec(SpecModel):
    """Settings of the measurements.

    Attributes:
        budget: the share of training time that measuring may take; 0 measures step 0, pauses and the end only.
    """

    budget: float = Field(
        default=0.05,
        title="Telemetry budget",
        ge=0,
        le=1,
        description="The share of training time that watching may take.",
    )
