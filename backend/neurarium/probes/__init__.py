"""Measurements turned into compact arrays, and how often they may be made."""

from neurarium.probes.budget import TelemetryBudget
from neurarium.probes.collect import Collector, ProbeKey, ProbeMessage, available_probes
from neurarium.probes.decision_surface import DecisionSurface
from neurarium.probes.filters import filters
from neurarium.probes.gradient_stats import gradient_stats, total_norm
from neurarium.probes.histogram import histogram

__all__ = [
    "Collector",
    "DecisionSurface",
    "ProbeKey",
    "ProbeMessage",
    "TelemetryBudget",
    "available_probes",
    "filters",
    "gradient_stats",
    "histogram",
    "total_norm",
]
