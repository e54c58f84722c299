"""What is wrong with a run, told from what was measured in it, and how to mend it."""

from neurarium.diagnosis.catalog import DiagnosisEntry, ThresholdEntry, diagnoses
from neurarium.diagnosis.diagnosis import Change, Diagnosis
from neurarium.diagnosis.finding import Findings, MendEntry, RunFinding, Status
from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.patch import Operation, Patch, apply_patch
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold
from neurarium.diagnosis.rules import RULES
from neurarium.diagnosis.trends import LossTrend, ValidationTrend

__all__ = [
    "RULES",
    "Change",
    "Diagnosis",
    "DiagnosisEntry",
    "Findings",
    "LossTrend",
    "Measured",
    "MendEntry",
    "Operation",
    "Patch",
    "Rule",
    "RuleDocumentation",
    "RunFinding",
    "Sign",
    "Status",
    "Threshold",
    "ThresholdEntry",
    "ValidationTrend",
    "apply_patch",
    "diagnoses",
]
