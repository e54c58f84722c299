"""Which engines there are, and how to get one; each is imported only when it is asked for."""

import importlib.util
import platform
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from numpy.typing import DTypeLike

from neurarium.engines.base import Engine
from neurarium.engines.descents import Descent
from neurarium.engines.initial import Start
from neurarium.graph import Plan, frozen_nodes
from neurarium.spec import RunSpec
from neurarium.spec.errors import UnavailableError
from neurarium.spec.run import EngineName
from neurarium.spec.second_order import AnyMethod
from neurarium.spec.surfaces import Point, Surface
from neurarium.words import Text, say

_INSTALL_TORCH = say("Install it with: {command}", command="pip install torch==2.13.0")


@dataclass(frozen=True)
class EngineInfo:
    """An engine, as the catalog lists it.

    Attributes:
        name: its name in a `RunSpec`.
        title: its name in words.
        available: whether it can be used on this machine.
        devices: what `device` may be; a specific GPU, such as ``cuda:1``, is not listed by itself.
        hint: how to make it available, where it is not.
    """

    name: str
    title: str
    available: bool
    devices: tuple[str, ...]
    hint: Text | None = None


def available_engines() -> list[EngineInfo]:
    """Return every engine and where it can compute here; imports none of them, and never torch."""
    has_torch = importlib.util.find_spec("torch") is not None
    return [
        EngineInfo("scratch", "numpy, from scratch", True, ("cpu",)),
        EngineInfo(
            "torch",
            "PyTorch",
            has_torch,
            ("auto", "cpu", *_accelerators()) if has_torch else (),
            None if has_torch else _INSTALL_TORCH,
        ),
    ]


def check_engine(spec: RunSpec) -> None:
    """Check, without importing an engine, that the one that `spec` names is here.

    Raises:
        UnavailableError: it is not installed, or does not compute on such a device or in such numbers.
    """
    if spec.engine == "scratch" and spec.device not in ("auto", "cpu"):
        raise UnavailableError(
            say('The scratch engine computes on the cpu; the run asks for the device "{device}".', device=spec.device),
            hint=say('Set device to "cpu", or engine to "torch".'),
            field="device",
        )
    if spec.engine == "scratch" and spec.dtype not in ("float32", "float64"):
        raise UnavailableError(
            say("The scratch engine computes in float32 or float64; the run asks for {dtype}.", dtype=spec.dtype),
            hint=say('Set dtype to "float32", or engine to "torch".'),
            field="dtype",
        )
    if spec.device == "mps" and spec.dtype == "float64":
        raise UnavailableError(
            say("Apple's GPU does not compute in float64, for which the run asks."),
            hint=say('Set dtype to "float32", or device to "cpu".'),
            field="dtype",
        )
    require_engine(spec.engine)


def require_engine(name: EngineName) -> None:
    """Check, without importing it, that an engine is here.

    Raises:
        UnavailableError: it is not installed.
    """
    if name == "torch" and importlib.util.find_spec("torch") is None:
        raise UnavailableError(
            say("The PyTorch engine needs torch, which is not installed."),
            hint=say('{advice}, or set engine to "scratch".', advice=_INSTALL_TORCH),
            field="engine",
        )


def create_engine(
    spec: RunSpec, plan: Plan, dtype: DTypeLike | None = None, weights: Mapping[str, np.ndarray] | None = None
) -> Engine:
    """Return the engine that `spec` names, built for `plan`, at its initial weights.

    Arguments:
        spec: what to build; its frozen nodes stay as they start.
        plan: its network, with everything inferred.
        dtype: float32 or float64, instead of the spec's.
        weights: parameters and buffers to start from by ``node.name``, of the planned shapes; the others are drawn.

    Raises:
        UnavailableError: as `check_engine`, or this machine has no such device.
        GraphError: a node is to be frozen that is not there.
    """
    check_engine(spec)
    half = spec.dtype if dtype is None and spec.dtype in ("bfloat16", "float16") else None
    dtype = dtype or (np.float64 if spec.dtype == "float64" else np.float32)
    start = Start(weights or {}, frozen_nodes(plan, spec.frozen))
    if spec.engine == "scratch":
        from neurarium.engines.scratch.engine import ScratchEngine

        return ScratchEngine(plan, spec.loss, spec.optimizer, spec.seed, dtype, start)
    from neurarium.engines.pytorch.engine import TorchEngine

    return TorchEngine(plan, spec.loss, spec.optimizer, spec.seed, dtype, spec.device, start, half)


def create_descent(engine: EngineName, surface: Surface, method: AnyMethod, start: Point) -> Descent:
    """Return a descent that `engine` computes; torch is imported only for its own."""
    if engine == "scratch":
        from neurarium.engines.scratch.descent import ScratchDescent

        return ScratchDescent(surface, method, start)
    from neurarium.engines.pytorch.descent import TorchDescent

    return TorchDescent(surface, method, start)


def _accelerators() -> tuple[str, ...]:
    """Return the kinds of accelerator that torch can probably use here, found without importing it."""
    if sys.platform == "darwin":
        return ("mps",) if platform.machine() == "arm64" else ()
    try:
        built_for_cpu = version("torch").endswith("+cpu")
    except PackageNotFoundError:
        built_for_cpu = False
    driver = Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None
    return ("cuda",) if driver and not built_for_cpu else ()
