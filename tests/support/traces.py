"""Traces of small runs, for tests of the page: what the scratch engine measured, as the page receives it.

    python -m tests.support.traces        writes one msgpack map to standard output

The map has a list `traces`, each with the run's `spec`, defaults included, and its `trace`, packed as on the wire.
"""

from __future__ import annotations

import sys
from typing import Any

from neurarium.sessions.framing import pack
from neurarium.spec.run import RunSpec
from neurarium.training.loop import Trainer
from neurarium.training.run_trace import RunTraceRequest, RunTraces
from tests.support.channel import Clock, RecordingChannel
from tests.support.specs import linear

ROOM = 10_000_000
POINTWISE = ["identity", "relu", "leaky_relu", "elu", "sigmoid", "tanh", "gelu", "silu", "softplus", "step"]
RULES = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw"]
PLANE_LOSSES = ["mean_squared_error", "sum_of_squares", "mean_absolute_error", "huber", "smooth_l1"]
PENALTIES = {"weight_decay": 0.1, "l1": 0.01, "clip_norm": 0.2}
FIRST = {"id": "first", "kind": "conv2d", "out_channels": 4, "kernel_size": 3, "padding": 1}
FLAT = {"id": "flat", "kind": "flatten"}

WINDOWS: list[dict[str, Any]] = [
    {"kind": "conv2d", "out_channels": 3, "kernel_size": 3},
    {"kind": "conv2d", "out_channels": 4, "kernel_size": [2, 3], "stride": [2, 1], "padding": [1, 0], "bias": False},
    {"kind": "conv2d", "out_channels": 4, "kernel_size": 3, "dilation": [2, 1], "padding": 2, "groups": 2},
    {"kind": "conv2d", "out_channels": 8, "kernel_size": [4, 2], "padding": "same", "groups": 4},
    {"kind": "conv2d", "out_channels": 2, "kernel_size": 1, "stride": 3},
    {"kind": "conv_transpose2d", "out_channels": 3, "kernel_size": 3, "stride": 2},
    {"kind": "conv_transpose2d", "out_channels": 4, "kernel_size": [2, 3], "stride": [1, 2], "padding": 1, "groups": 2},
    {
        "kind": "conv_transpose2d",
        "out_channels": 2,
        "kernel_size": 2,
        "stride": 3,
        "dilation": 2,
        "output_padding": [1, 2],
    },
    {"kind": "max_pool2d", "kernel_size": 2},
    {"kind": "max_pool2d", "kernel_size": 3, "stride": 2, "padding": 1},
    {"kind": "max_pool2d", "kernel_size": [3, 2], "stride": 1},
    {"kind": "avg_pool2d", "kernel_size": 2},
    {"kind": "avg_pool2d", "kernel_size": 3, "stride": [1, 2], "padding": 1},
    {"kind": "adaptive_avg_pool2d", "output_size": [3, 5]},
    {"kind": "global_avg_pool2d"},
    {"kind": "batch_norm"},
    {"kind": "layer_norm"},
    {"kind": "layer_norm", "dimensions": 1},
    {"kind": "local_response_norm", "size": 3, "alpha": 0.5},
    {"kind": "dropout", "p": 0.3},
    {"kind": "softmax"},
    {"kind": "reshape", "shape": [2, -1]},
]


def images(*nodes: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a run on the digits whose nodes end in a classifier."""
    network = {"nodes": [FIRST, *nodes, FLAT, linear("last", 10)]}
    return run(data={"dataset": "digits", "train_size": 40}, network=network, **changes)


def plane(*nodes: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a run on points of the plane."""
    return run(data={"dataset": "gaussians", "options": {"samples": 60}}, network={"nodes": list(nodes)}, **changes)


def run(**changes: Any) -> dict[str, Any]:
    return {
        "dtype": "float64",
        "batch_size": 3,
        "optimizer": {"kind": "momentum", "learning_rate": 0.05},
        **changes,
    }


def specs() -> list[dict[str, Any]]:
    """Return runs in which every kind that the page works out appears, in its corners."""
    small = [linear("fc1", 5), {"id": "tanh1", "kind": "tanh"}, linear("fc2", 2)]
    merges = [
        {"id": "a", "kind": "relu", "inputs": ["first"]},
        {"id": "b", "kind": "tanh", "inputs": ["first"]},
        {"id": "sum", "kind": "add", "inputs": ["a", "b"]},
        {"id": "c", "kind": "sigmoid", "inputs": ["sum"]},
        {"id": "d", "kind": "elu", "inputs": ["sum"]},
        {"id": "product", "kind": "multiply", "inputs": ["c", "d"]},
        {"id": "e", "kind": "softplus", "inputs": ["product"]},
        {"id": "f", "kind": "identity", "inputs": ["product"]},
        {"id": "both", "kind": "concat", "inputs": ["e", "f"]},
    ]
    return [
        *[images({"id": "looks", **node}) for node in WINDOWS],
        images({"id": "looks", "kind": "batch_norm"}, frozen=["looks"]),
        images(*merges),
        *[plane(linear("fc1", 6), {"id": "bend", "kind": kind}, linear("fc2", 2)) for kind in POINTWISE],
        plane(linear("fc1", 6), {"id": "bend", "kind": "gelu", "approximate": "tanh"}, linear("fc2", 2)),
        plane(linear("fc0", 6, bias=False), {"id": "norm", "kind": "layer_norm", "elementwise_affine": False}, *small),
        *[plane(*small, loss={"kind": kind}) for kind in PLANE_LOSSES],
        plane(*small[:-1], linear("fc2", 1), loss={"kind": "binary_cross_entropy"}),
        *[plane(*small, optimizer={"kind": rule, "learning_rate": 0.02}) for rule in RULES],
        *[
            plane(
                *small,
                optimizer={"kind": rule, "learning_rate": 0.02, "weight_decay": 0.1, "l1": 0.01, "clip_norm": 0.2},
            )
            for rule in ("adam", "adamw", "sgd")
        ],
        plane(*small, frozen=["fc1"]),
    ]


def traced(raw: dict[str, Any], steps: int = 2) -> dict[str, Any]:
    """Return a run's spec and its trace after some steps, all of its batch shown."""
    script = [[{"command": "step", "count": steps}]]
    trainer = Trainer(RunSpec.model_validate(raw), RecordingChannel(held=script), Clock())
    trainer.run(paused=True)
    spec = trainer.spec.model_dump(mode="json")
    return {"spec": spec, "trace": pack(RunTraces(trainer).answer(RunTraceRequest(samples=256), ROOM))}


if __name__ == "__main__":
    sys.stdout.buffer.write(pack({"traces": [traced(spec) for spec in specs()]}))
