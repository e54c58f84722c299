"""What one observed batch left behind in the scratch engine."""

import numpy as np

from neurarium.engines.base import Array, Sample
from neurarium.engines.batches import frozen, sample_stride
from neurarium.engines.scratch.network import Network
from neurarium.graph import INPUT


class ScratchObservation:
    """Reads the network's own arrays; nothing is copied before it is asked for."""

    def __init__(self, network: Network, before: Array | None) -> None:
        """Observe what `network` computed last; `before` is the parameters' vector before the update, if one was
        made.
        """
        self._network: Network | None = network
        self._before = before

    def close(self) -> None:
        """Let go of the network, whose arrays the next batch overwrites."""
        self._network = self._before = None

    @property
    def batch(self) -> int:
        return self._output(INPUT).shape[-1]

    def output(self, node: str, limit: int) -> Sample:
        values = np.moveaxis(self._output(node), -1, 0)
        return Sample(np.array(values.flat[:: sample_stride(values.shape, limit)]), values.size)

    def dead_fraction(self, node: str) -> float:
        output = self._output(node)
        alive = np.count_nonzero(output.reshape(len(output), -1).any(axis=1))
        return 1.0 - alive / len(output)

    def parameter(self, node: str, name: str) -> Array:
        return frozen(self._open().tensors[node][name])

    def gradient(self, node: str, name: str) -> Array:
        return frozen(self._open().tensor_gradients[node][name])

    def update_norm(self, node: str, name: str) -> float | None:
        network = self._open()
        if self._before is None:
            return None
        update = network.tensors[node][name] - network.views(self._before)[node][name]
        # In float64, in which no square of a float32 overflows, nor vanishes.
        return float(np.linalg.norm(update.astype(np.float64, copy=False)))

    def _output(self, node: str) -> Array:
        return self._open().outputs[node]

    def _open(self) -> Network:
        if self._network is None:
            raise RuntimeError("This observation is over: the engine has computed something else since.")
        return self._network
