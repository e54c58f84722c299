"""Neurarium: assemble a neural network in a browser and watch every layer while it learns.

From Python, ``neurarium.train(spec)`` trains without a server.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from neurarium.headless import train

__version__ = "0.1.0"
__all__ = ["__version__", "train"]


def __getattr__(name: str) -> Any:
    # Imported when first asked for, so that the command line answers at once.
    if name == "train":
        from neurarium.headless import train

        return train
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
