"""Files that are either wholly there or not there at all."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save


def write_weights(path: Path, tensors: Mapping[str, np.ndarray]) -> None:
    """Write tensors, by name, as safetensors; raises `OSError` where the place cannot be written."""
    _write(path, save({name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}))


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON; raises `ValueError` on NaN and infinity, which JSON has no word for, and `OSError`."""
    _write(path, json.dumps(value, indent=2, allow_nan=False).encode() + b"\n")


def _write(path: Path, data: bytes) -> None:
    """Write beside the final place and then move, so that a fault leaves what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not by tempfile, whose files nobody but their owner may read.
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
