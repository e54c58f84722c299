"""One layer of either engine, run by itself; batches stand first, as everywhere outside the scratch engine."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import torch
from numpy.typing import DTypeLike

from neurarium.engines.pytorch.layers import Context as TorchContext
from neurarium.engines.pytorch.layers import create_layer as create_torch_layer
from neurarium.engines.pytorch.tensors import to_numpy, torch_dtype
from neurarium.engines.scratch.layers import Context, create_layer
from neurarium.graph import PlannedNode
from tests.conformance.arrays import normal

SEED, STEP = 7, 3


def first_tensors(node: PlannedNode, dtype: DTypeLike) -> dict[str, np.ndarray]:
    """Return values for a node's parameters: none of them zero or one, so that no mistake hides."""
    return {name: normal(SEED, name, parameter.shape, dtype) for name, parameter in node.parameters.items()}


class LayerUnderTest(Protocol):
    parameters: dict[str, np.ndarray]

    def forward(self, inputs: list[np.ndarray], *, training: bool = True) -> np.ndarray: ...

    def backward(self, gradient: np.ndarray) -> tuple[list[np.ndarray], dict[str, np.ndarray]]:
        """Return the derivatives by the inputs and by the parameters."""
        ...

    def commit(self) -> None: ...

    def kept(self) -> dict[str, np.ndarray]: ...


class ScratchLayer:
    def __init__(self, node: PlannedNode, dtype: DTypeLike) -> None:
        self.context = Context(SEED, np.dtype(dtype), step=STEP)
        self.parameters = first_tensors(node, dtype)
        self._gradients = {name: np.full_like(tensor, np.nan) for name, tensor in self.parameters.items()}
        buffers = {name: np.full(buffer.shape, buffer.fill, dtype) for name, buffer in node.buffers.items()}
        self.layer = create_layer(node, self.context, self.parameters, self._gradients, buffers)

    def forward(self, inputs: list[np.ndarray], *, training: bool = True) -> np.ndarray:
        self.context.training = training
        # Contiguous copies, batch last: what a layer gets from the layer before it.
        return np.moveaxis(self.layer.forward(*[np.moveaxis(x, 0, -1).copy() for x in inputs]), -1, 0)

    def backward(self, gradient: np.ndarray) -> tuple[list[np.ndarray], dict[str, np.ndarray]]:
        given = np.moveaxis(gradient, 0, -1).copy()
        before = given.copy()
        by_inputs = [np.moveaxis(by_input, -1, 0) for by_input in self.layer.backward(given) if by_input is not None]
        np.testing.assert_array_equal(given, before, "backward overwrote what it was given")
        return by_inputs, self._gradients

    def commit(self) -> None:
        self.layer.commit()

    def kept(self) -> dict[str, np.ndarray]:
        return self.layer.buffers


class TorchLayer:
    def __init__(self, node: PlannedNode, dtype: DTypeLike) -> None:
        self.dtype = torch_dtype(np.dtype(dtype))
        self.layer = create_torch_layer(node, TorchContext(SEED, self.dtype, torch.device("cpu"), step=STEP))
        self.parameters = first_tensors(node, dtype)
        with torch.no_grad():
            for name, tensor in self.layer.tensors.items():
                tensor.copy_(torch.from_numpy(self.parameters[name]))
            for name, buffer in node.buffers.items():
                self.layer.kept[name].fill_(buffer.fill)

    def forward(self, inputs: list[np.ndarray], *, training: bool = True) -> np.ndarray:
        self.layer.train(training)
        self._inputs = [torch.from_numpy(x.copy()).requires_grad_() for x in inputs]
        self._output = self.layer(*self._inputs)
        return to_numpy(self._output)

    def backward(self, gradient: np.ndarray) -> tuple[list[np.ndarray], dict[str, np.ndarray]]:
        self._output.backward(torch.from_numpy(gradient.copy()))
        return (
            [to_numpy(x.grad) for x in self._inputs if x.grad is not None],
            {name: to_numpy(tensor.grad) for name, tensor in self.layer.tensors.items() if tensor.grad is not None},
        )

    def commit(self) -> None:
        self.layer.commit()

    def kept(self) -> dict[str, np.ndarray]:
        return {name: to_numpy(tensor) for name, tensor in self.layer.kept.items()}
