"""Engines: each builds, trains and measures a network. The two never import each other."""

from neurarium.engines.base import (
    Array,
    Engine,
    Evaluation,
    Observation,
    Sample,
    StepResult,
    Targets,
    Tensors,
)
from neurarium.engines.factory import (
    EngineInfo,
    available_engines,
    check_engine,
    create_descent,
    create_engine,
    require_engine,
)

__all__ = [
    "Array",
    "Engine",
    "EngineInfo",
    "Evaluation",
    "Observation",
    "Sample",
    "StepResult",
    "Targets",
    "Tensors",
    "available_engines",
    "check_engine",
    "create_descent",
    "create_engine",
    "require_engine",
]
