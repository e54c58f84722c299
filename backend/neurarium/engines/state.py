"""The names and shapes of what training changes, checked in one place for both engines."""

from collections.abc import Mapping

import numpy as np

STEP = "step"
LOSS_SCALE = "loss_scale"
"""Kept by an engine that scales its loss: float16 alone."""
PARAMETERS, BUFFERS, OPTIMIZER = "parameters", "buffers", "optimizer"


def state_key(*parts: str) -> str:
    """Return the name of an entry of the state, e.g. ``state_key(PARAMETERS, "conv1", "weight")``."""
    return "/".join(parts)


def check_state(state: Mapping[str, np.ndarray], shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Raise `ValueError` unless `state` has exactly these names, with these shapes.

    Called before anything is written, so that a state that does not fit leaves the engine as it was.
    """
    missing, unknown = sorted(set(shapes) - set(state)), sorted(set(state) - set(shapes))
    if missing or unknown:
        raise ValueError(
            "The state does not fit this network and optimizer:"
            f" missing {', '.join(missing) or 'nothing'}; unknown {', '.join(unknown) or 'nothing'}."
        )
    for name, shape in shapes.items():
        if state[name].shape != shape:
            raise ValueError(f"The state's {name} has shape {state[name].shape}; this network needs {shape}.")
