"""Measurements turned into compact arrays, and how often they may be made."""

from neurarium.probes.base import Probe, ProbeKey, ProbeMessage, Subject, When
from neurarium.probes.budget import TelemetryBudget
from neurarium.probes.collect import Collector
from neurarium.probes.histogram import histogram
from neurarium.probes.kinds.decision_surface import DecisionSurface
from neurarium.probes.kinds.filters import filters
from neurarium.probes.kinds.gradient_stats import gradient_stats, total_norm
from neurarium.probes.pinned import pinnable
from neurarium.probes.registry import PROBES, ProbeEntry, available_probes, probe_entries

__all__ = [
    "PROBES",
    "Collector",
    "DecisionSurface",
    "Probe",
    "ProbeEntry",
    "ProbeKey",
    "ProbeMessage",
    "Subject",
    "TelemetryBudget",
    "When",
    "available_probes",
    "filters",
    "gradient_stats",
    "histogram",
    "pinnable",
    "probe_entries",
    "total_norm",
]
