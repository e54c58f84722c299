"""A plain numpy network to measure against: float64, images unrolled into columns, every array allocated anew.

It is written for this purpose, in the manner in which textbooks do it: vectorised over samples and pixels, with one
Python loop over the places of a filter. It takes the same nodes as the engines, as far as the measured networks need.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def unroll(images: Array, size: int, stride: int, padding: int) -> tuple[Array, int, int]:
    """Return every window of `images`, (N, C, H, W), as a row of C x size x size values, and the output's size."""
    n, c, h, w = images.shape
    rows, columns = (h + 2 * padding - size) // stride + 1, (w + 2 * padding - size) // stride + 1
    padded = np.pad(images, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.zeros((n, c, size, size, rows, columns))
    for u in range(size):
        for v in range(size):
            windows[:, :, u, v] = padded[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
    return windows.transpose(0, 4, 5, 1, 2, 3).reshape(n * rows * columns, -1), rows, columns


def roll_up(columns: Array, shape: tuple[int, ...], size: int, stride: int, padding: int) -> Array:
    """Return the sum of windows laid back where `unroll` took them: its transpose."""
    n, c, h, w = shape
    rows, across = (h + 2 * padding - size) // stride + 1, (w + 2 * padding - size) // stride + 1
    windows = columns.reshape(n, rows, across, c, size, size).transpose(0, 3, 4, 5, 1, 2)
    images = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(size):
        for v in range(size):
            images[:, :, u : u + stride * rows : stride, v : v + stride * across : stride] += windows[:, :, u, v]
    return images[:, :, padding : padding + h, padding : padding + w]


class Weighted:
    """A layer with a weight matrix and a bias; subclasses give the rows that it multiplies."""

    def __init__(self, weight: Array, bias: Array) -> None:
        self.parameters = {"weight": weight, "bias": bias}
        self.gradients: dict[str, Array] = {}


class Linear(Weighted):
    """y = x W + b; W is (in, out)."""

    def forward(self, x: Array) -> Array:
        self.x = x
        return x @ self.parameters["weight"] + self.parameters["bias"]

    def backward(self, dy: Array) -> Array:
        self.gradients = {"weight": self.x.T @ dy, "bias": dy.sum(axis=0)}
        return dy @ self.parameters["weight"].T


class Convolution(Weighted):
    """Convolution as a product of unrolled windows and filters; W is (out, C, size, size)."""

    def __init__(self, weight: Array, bias: Array, stride: int, padding: int) -> None:
        super().__init__(weight, bias)
        self.size, self.stride, self.padding = weight.shape[2], stride, padding

    def forward(self, x: Array) -> Array:
        weight = self.parameters["weight"]
        self.shape = x.shape
        self.columns, rows, across = unroll(x, self.size, self.stride, self.padding)
        y = self.columns @ weight.reshape(len(weight), -1).T + self.parameters["bias"]
        return y.reshape(len(x), rows, across, -1).transpose(0, 3, 1, 2)

    def backward(self, dy: Array) -> Array:
        weight = self.parameters["weight"]
        flat = dy.transpose(0, 2, 3, 1).reshape(-1, len(weight))
        self.gradients = {"weight": (self.columns.T @ flat).T.reshape(weight.shape), "bias": flat.sum(axis=0)}
        return roll_up(flat @ weight.reshape(len(weight), -1), self.shape, self.size, self.stride, self.padding)


class MaxPooling:
    """The largest of each window, found in unrolled windows."""

    def __init__(self, size: int, stride: int) -> None:
        self.size, self.stride = size, stride

    def forward(self, x: Array) -> Array:
        self.shape = n, c, _, _ = x.shape
        columns, rows, across = unroll(x, self.size, self.stride, 0)
        windows = columns.reshape(-1, self.size**2)
        self.largest = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(n, rows, across, c).transpose(0, 3, 1, 2)

    def backward(self, dy: Array) -> Array:
        flat = dy.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((flat.size, self.size**2))
        windows[np.arange(flat.size), self.largest] = flat
        channels = self.shape[1]
        return roll_up(windows.reshape(flat.size // channels, -1), self.shape, self.size, self.stride, 0)


class Relu:
    """max(0, x), by a mask."""

    def forward(self, x: Array) -> Array:
        self.mask = x <= 0
        y = x.copy()
        y[self.mask] = 0
        return y

    def backward(self, dy: Array) -> Array:
        dx = dy.copy()
        dx[self.mask] = 0
        return dx


class Sigmoid:
    """1 / (1 + e^-x)."""

    def forward(self, x: Array) -> Array:
        self.y = 1 / (1 + np.exp(-x))
        return self.y

    def backward(self, dy: Array) -> Array:
        return dy * self.y * (1 - self.y)


class Dropout:
    """Drops values with probability p and scales the others by 1 / (1 - p)."""

    def __init__(self, p: float) -> None:
        self.p, self.random = p, np.random.default_rng(0)

    def forward(self, x: Array) -> Array:
        self.mask = (self.random.random(x.shape) > self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, dy: Array) -> Array:
        return dy * self.mask


class Flatten:
    """(N, C, H, W) to (N, C x H x W)."""

    def forward(self, x: Array) -> Array:
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dy: Array) -> Array:
        return dy.reshape(self.shape)


class Yardstick:
    """A chain of layers trained by SGD or Adam on softmax cross-entropy, or on squared errors of a single output.

    Arguments:
        nodes: the network's nodes, dumped, in order; each takes the one before it.
        weights: initial parameters by ``parameters/<node>/<name>``, in PyTorch's layouts.
        optimizer: the optimizer, dumped.
    """

    def __init__(self, nodes: list[dict[str, Any]], weights: dict[str, Any], optimizer: dict[str, Any]) -> None:
        self.layers = [self._layer(node, weights) for node in nodes]
        self.adam = optimizer["kind"] == "adam"
        self.step = 0
        self.moments: dict[tuple[int, str], tuple[Array, Array]] = {}

    def train_step(self, inputs: Array, targets: NDArray[np.int64], learning_rate: float) -> float:
        """Run forward, backward and an update, and return the batch's mean loss before it."""
        y = inputs
        for layer in self.layers:
            y = layer.forward(y)
        loss, dy = self._loss(y, targets)
        for layer in reversed(self.layers):
            dy = layer.backward(dy)
        self.step += 1
        for place, layer in enumerate(self.layers):
            if isinstance(layer, Weighted):
                for name, gradient in layer.gradients.items():
                    self._update((place, name), layer.parameters[name], gradient, learning_rate)
        return loss

    @staticmethod
    def _loss(y: Array, targets: NDArray[np.int64]) -> tuple[float, Array]:
        n = len(y)
        if y.shape[1] == 1:
            difference = y - targets[:, None]
            return float((difference**2).mean()), 2 * difference / n
        exponentials = np.exp(y - y.max(axis=1, keepdims=True))
        p = exponentials / exponentials.sum(axis=1, keepdims=True)
        loss = -np.log(p[np.arange(n), targets] + 1e-300).mean()
        p[np.arange(n), targets] -= 1
        return float(loss), p / n

    def _update(self, key: tuple[int, str], parameter: Array, gradient: Array, rate: float) -> None:
        if not self.adam:
            parameter -= rate * gradient
            return
        first, second = self.moments.get(key) or (np.zeros_like(parameter), np.zeros_like(parameter))
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        self.moments[key] = first, second
        mean, spread = first / (1 - 0.9**self.step), second / (1 - 0.999**self.step)
        parameter -= rate * mean / (np.sqrt(spread) + 1e-8)

    @staticmethod
    def _layer(node: dict[str, Any], weights: dict[str, Any]) -> Any:
        def first(name: str) -> Array:
            return np.array(weights[f"parameters/{node['id']}/{name}"], np.float64)

        match node["kind"]:
            case "linear":
                return Linear(first("weight").T.copy(), first("bias"))
            case "conv2d":
                return Convolution(first("weight"), first("bias"), node["stride"], node["padding"])
            case "max_pool2d":
                return MaxPooling(node["kernel_size"], node["stride"] or node["kernel_size"])
            case "dropout":
                return Dropout(node["p"])
            case "relu":
                return Relu()
            case "sigmoid":
                return Sigmoid()
            case "flatten":
                return Flatten()
        raise ValueError(f"the yardstick has no {node['kind']}; add it, or measure another network")
