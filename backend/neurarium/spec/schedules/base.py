"""What every schedule declares."""

from abc import abstractmethod
from typing import Any

from pydantic import Field

from neurarium.spec.kinds import Kind


class Schedule(Kind):
    """Says what the learning rate is multiplied by at each step.

    A step is one batch update; every setting that counts time counts steps, not epochs. With `warmup_steps`, the factor
    first climbs in a straight line, 1/w, 2/w, ... 1 for a warm-up of w steps, and the schedule begins after it, as if
    that were its step 0: torch's ``SequentialLR`` of a ``LinearLR`` and the schedule.

    Source of the warm-up: Goyal et al. 2017, Accurate, Large Minibatch SGD, section 2.2.
    """

    kind: str
    warmup_steps: int = Field(
        default=0,
        title="Warm-up, in steps",
        ge=0,
        le=10_000_000,
        description="Batch updates over which the learning rate climbs to its full height, before all else.",
    )

    def factor(self, step: int, total_steps: int) -> float:
        """Return the factor for the update that follows `step` finished ones, out of `total_steps`."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps
        return self.after_warmup(step - self.warmup_steps, max(1, total_steps - self.warmup_steps))

    @abstractmethod
    def after_warmup(self, step: int, total_steps: int) -> float:
        """Return the factor, both counted from the end of the warm-up."""

    @classmethod
    def settings_schema(cls) -> dict[str, Any]:
        """Return the JSON schema of the settings, the schedule's own before the warm-up."""
        schema = super().settings_schema()
        properties = dict(schema["properties"])
        warmup = properties.pop("warmup_steps")
        return {**schema, "properties": {**properties, "warmup_steps": warmup}}


def decay_per_step() -> Any:
    """Return the field of the constant k in a decay over time."""
    return Field(
        default=0.001,
        title="Decay k, per step",
        ge=0,
        le=100,
        description="How fast it falls: after 1/k steps the exponential is at 37 %, the inverse at half.",
        json_schema_extra={"x-scale": "log"},
    )
