"""What is kept on disk: weights as safetensors, scalars as JSON. Never pickle."""

from neurarium.store.files import write_json, write_weights
from neurarium.store.weights import Weights, WeightsFormat, pack_weights, read_weights, unpack_weights

__all__ = [
    "Weights",
    "WeightsFormat",
    "pack_weights",
    "read_weights",
    "unpack_weights",
    "write_json",
    "write_weights",
]
