"""From a device's name in a run to the device itself."""

import torch

from neurarium.spec.errors import UnavailableError
from neurarium.words import say


def choose_device(name: str) -> torch.device:
    """Return the device called `name`; ``auto`` is the first GPU where there is one, else the cpu.

    On a GPU, convolutions are told to compute in full float32 and by algorithms that give the same numbers each time.

    Raises:
        UnavailableError: this machine, or this build of torch, has no such device.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if name == "mps" and not torch.backends.mps.is_available():
        raise _unavailable(name, ["cpu"])
    if name.startswith("cuda"):
        names = [f"cuda:{index}" for index in range(torch.cuda.device_count())] if torch.cuda.is_available() else []
        if (name != "cuda" and name not in names) or not names:
            raise _unavailable(name, ["cpu", *names])
        torch.backends.cudnn.allow_tf32 = False
        torch.backends.cudnn.deterministic = True
        torch.backends.cudnn.benchmark = False
        return torch.device(names[0] if name == "cuda" else name)
    return torch.device(name)


def describe_device(device: torch.device) -> str:
    """Return a device in words, e.g. ``cuda:0 NVIDIA H200``."""
    return f"{device} {torch.cuda.get_device_name(device)}" if device.type == "cuda" else str(device)


def _unavailable(name: str, known: list[str]) -> UnavailableError:
    return UnavailableError(
        say(
            'The run asks for the device "{name}"; torch {version} can use {known} here.',
            name=name,
            version=torch.__version__,
            known=list(known),
        ),
        hint=say('Set device to "auto" to take what there is.'),
        field="device",
    )
