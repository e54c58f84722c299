"""Specs of small runs, as scripts would write them."""

from __future__ import annotations

from typing import Any

import pytest

ENGINES = [pytest.param("scratch"), pytest.param("torch", marks=pytest.mark.torch)]


def linear(name: str, out_features: int, **settings: Any) -> dict[str, Any]:
    """Return a linear node."""
    return {"id": name, "kind": "linear", "out_features": out_features, **settings}


def plane_spec(**changes: Any) -> dict[str, Any]:
    """Return a perceptron on points of the plane: 90 to train on and 10 to validate, 9 steps an epoch, 2 epochs."""
    spec: dict[str, Any] = {
        "name": "small perceptron",
        "data": {"dataset": "gaussians", "options": {"samples": 100}},
        "network": {"nodes": [linear("fc1", 8), {"id": "tanh1", "kind": "tanh"}, linear("fc2", 2)]},
        "optimizer": {"kind": "sgd", "learning_rate": 0.1},
        "batch_size": 10,
        "epochs": 2,
    }
    return {**spec, **changes}


def endless_spec(**changes: Any) -> dict[str, Any]:
    """Return the same run, so long that it ends only when it is told to."""
    return plane_spec(epochs=100_000, **changes)


def convnet_spec(**changes: Any) -> dict[str, Any]:
    """Return a convolutional network with every sort of node on digits, for some steps."""
    spec: dict[str, Any] = {
        "name": "small convnet",
        "data": {"dataset": "digits", "train_size": 96},
        "network": {
            "nodes": [
                {"id": "conv1", "kind": "conv2d", "out_channels": 4, "kernel_size": 3, "padding": 1},
                {"id": "norm1", "kind": "batch_norm"},
                {"id": "relu1", "kind": "relu"},
                {"id": "pool1", "kind": "max_pool2d", "kernel_size": 2, "stride": 2},
                {"id": "drop1", "kind": "dropout"},
                {"id": "flat1", "kind": "flatten"},
                linear("fc1", 10),
            ]
        },
        "optimizer": {"kind": "adam", "learning_rate": 0.01},
        "batch_size": 32,
        "epochs": 4,
    }
    return {**spec, **changes}


def enormous_spec() -> dict[str, Any]:
    """Return a network of 10**12 parameters."""
    return plane_spec(network={"nodes": [linear("fc1", 1_000_000), linear("fc2", 1_000_000), linear("fc3", 2)]})
