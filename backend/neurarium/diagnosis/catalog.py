"""The rules, as the catalog lists them."""

from typing import Literal

from pydantic import BaseModel, Field

from neurarium.diagnosis.rules import RULES
from neurarium.words import Text


class ThresholdEntry(BaseModel):
    """Where a value stops being healthy, and where it is so again."""

    threshold: str
    limit: float
    release: float
    above: bool = Field(description="Whether values above the limit are unhealthy; otherwise those below.")
    unit: Text = Field(description="What is measured.")
    reason: Text = Field(description="Why it lies there.")


class DiagnosisEntry(BaseModel):
    """Something that is looked for in every run."""

    rule: str
    title: Text
    sentence: Text = Field(description="Why it matters.")
    source: Text
    thresholds: list[ThresholdEntry]
    looks_at: Literal["measurement", "validation"]
    patience: int = Field(
        description="How many in a row have to show it before it is told, and not to before it is withdrawn."
    )
    settle_steps: int = Field(description="Steps before which nothing is judged.")
    explained_by: list[str] = Field(description="Rules that are its cause where they hold: it is left untold then.")
    mends: list[str] = Field(description="Codes of the mends that it may propose.")


def diagnoses() -> list[DiagnosisEntry]:
    """Return every rule, causes before what they explain."""
    return [
        DiagnosisEntry(
            rule=rule.name,
            title=rule.documentation.title,
            sentence=rule.documentation.sentence,
            source=rule.documentation.source,
            thresholds=[
                ThresholdEntry(
                    threshold=name,
                    limit=threshold.limit,
                    release=threshold.release,
                    above=threshold.above,
                    unit=threshold.unit,
                    reason=threshold.reason,
                )
                for name, threshold in rule.thresholds.items()
            ],
            looks_at=rule.looks_at,
            patience=rule.patience,
            settle_steps=rule.settle_steps,
            explained_by=list(rule.explained_by),
            mends=list(rule.mend_codes),
        )
        for rule in RULES
    ]
