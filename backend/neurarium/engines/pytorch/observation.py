"""What one observed batch left behind in the PyTorch engine."""

import torch
from torch import Tensor

from neurarium.engines.base import Array, Sample
from neurarium.engines.batches import frozen, sample_stride
from neurarium.engines.pytorch.network import NamedTensors
from neurarium.engines.pytorch.tensors import to_numpy
from neurarium.graph import INPUT


class TorchObservation:
    """Keeps tensors where they were computed; what is asked for is sampled or summed up there, and then copied."""

    def __init__(self, outputs: dict[str, Tensor], parameters: NamedTensors, before: NamedTensors | None) -> None:
        """Observe what every node put out, and `parameters` with their gradients.

        `before` are copies of the parameters from before the update, if one was made.
        """
        self._outputs = outputs
        self._parameters = parameters
        self._before = before
        self._open = True

    def close(self) -> None:
        """Let go of the tensors, some of which the next batch overwrites."""
        self._outputs, self._parameters, self._before, self._open = {}, {}, None, False

    @property
    def batch(self) -> int:
        return len(self._output(INPUT))

    def output(self, node: str, limit: int) -> Sample:
        output = self._output(node)
        stride = sample_stride(tuple(output.shape), limit)
        return Sample(to_numpy(output.reshape(-1)[::stride]), output.numel())

    def dead_fraction(self, node: str) -> float:
        output = self._output(node)
        others = [axis for axis in range(output.dim()) if axis != 1]
        alive = (output != 0).any(dim=others)
        return 1.0 - int(alive.sum()) / len(alive)

    def parameter(self, node: str, name: str) -> Array:
        return frozen(self._parameter(node, name).detach().cpu().numpy())

    def gradient(self, node: str, name: str) -> Array:
        """Return a parameter's gradient, read-only; raises `KeyError` where it has none, as that of a frozen node."""
        gradient = self._parameter(node, name).grad
        if gradient is None:
            raise KeyError(f"{node}.{name} has no gradient")
        return frozen(gradient.cpu().numpy())

    def update_norm(self, node: str, name: str) -> float | None:
        parameter = self._parameter(node, name)
        if self._before is None:
            return None
        return float(torch.linalg.vector_norm(parameter.detach() - self._before[node][name]))

    def _output(self, node: str) -> Tensor:
        self._require_open()
        return self._outputs[node]

    def _parameter(self, node: str, name: str) -> Tensor:
        self._require_open()
        return self._parameters[node][name]

    def _require_open(self) -> None:
        if not self._open:
            raise RuntimeError("This observation is over: the engine has computed something else since.")
