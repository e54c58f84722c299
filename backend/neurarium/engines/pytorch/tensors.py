"""From numpy to torch and back."""

import numpy as np
import torch
from torch import Tensor

_DTYPES = {np.dtype(np.float32): torch.float32, np.dtype(np.float64): torch.float64}


def torch_dtype(dtype: np.dtype) -> torch.dtype:
    """Return torch's name for float32 or float64."""
    return _DTYPES[dtype]


def numpy_dtype(dtype: torch.dtype) -> np.dtype:
    """Return numpy's name for a torch type that `torch_dtype` returned."""
    return next(ours for ours, theirs in _DTYPES.items() if theirs == dtype)


def to_torch(array: np.ndarray, dtype: torch.dtype, device: torch.device) -> Tensor:
    """Return a tensor on the device; it shares memory with the array where it can, and is only read."""
    if not array.flags.writeable:  # torch warns of an array that it could write to against its will
        array = array.copy()
    return torch.from_numpy(np.ascontiguousarray(array)).to(device, dtype)


def to_numpy(tensor: Tensor) -> np.ndarray:
    """Return a copy of a tensor's values; half precision, of which numpy knows one kind only, becomes float32."""
    if tensor.dtype in (torch.bfloat16, torch.float16):
        tensor = tensor.float()
    return np.array(tensor.detach().cpu().numpy(), order="C")
