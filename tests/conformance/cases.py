"""One entry for every kind: what the conformance tests put each of them through.

A new kind is tested by its entry here, and by nothing else, so this file is as long as the kinds are many;
`tests/architecture/test_completeness.py` fails while one has none.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from neurarium.graph import PlannedNode
from neurarium.spec import Shape
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.layers import LAYERS
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.schedules import SCHEDULES
from neurarium.spec.second_order import SECOND_ORDER
from neurarium.spec.surfaces import SURFACES, Point


@dataclass(frozen=True)
class LayerCase:
    """A layer with some settings, on inputs of some shapes."""

    kind: str
    settings: dict[str, Any]
    inputs: tuple[Shape, ...]
    batch: int = 3

    def __str__(self) -> str:
        settings = ",".join(f"{name}={value}" for name, value in self.settings.items())
        shapes = "+".join("x".join(map(str, shape)) for shape in self.inputs)
        return f"{self.kind}({settings})[{self.batch}*{shapes}]".replace(" ", "")

    def node(self) -> PlannedNode:
        """Return the layer, planned as a node on data of these shapes."""
        layer = LAYERS[self.kind].model_validate({"id": "node", "kind": self.kind, **self.settings})
        return PlannedNode(
            layer=layer,
            inputs=tuple(f"before{position}" for position in range(len(self.inputs))),
            input_shapes=self.inputs,
            output_shape=layer.output_shape(self.inputs),
            parameters=layer.parameter_shapes(self.inputs),
            buffers=layer.buffer_shapes(self.inputs),
            multiply_adds=layer.multiply_adds(self.inputs),
        )


def _layer(kind: str, *configurations: tuple[dict[str, Any], tuple[Shape, ...]], batch: int = 3) -> list[LayerCase]:
    return [LayerCase(kind, settings, inputs, batch) for settings, inputs in configurations]


_POOLING = (
    ({}, ((2, 4, 4),)),
    ({"kernel_size": 2}, ((2, 5, 7),)),
    ({"kernel_size": 3, "stride": 2, "padding": 1}, ((2, 6, 5),)),
    ({"kernel_size": 3, "stride": 1}, ((1, 4, 5),)),
    ({"kernel_size": [1, 3], "stride": [2, 1]}, ((2, 5, 4),)),
    ({"kernel_size": 2, "stride": 3}, ((2, 7, 6),)),
    ({"kernel_size": [4, 2], "stride": [1, 2], "padding": [2, 1]}, ((1, 4, 4),)),
)
_ANY_SHAPE = (({}, ((7,),)), ({}, ((2, 3, 4),)))

LAYER_CASES: dict[str, list[LayerCase]] = {
    "linear": [
        *_layer("linear", ({"out_features": 4}, ((5,),)), ({"out_features": 1}, ((1,),))),
        *_layer("linear", ({"out_features": 3, "bias": False}, ((6,),))),
        *_layer("linear", ({"out_features": 2}, ((3,),)), batch=1),
    ],
    "conv2d": [
        *_layer(
            "conv2d",
            ({"out_channels": 3}, ((2, 5, 5),)),
            ({"out_channels": 2, "padding": 1}, ((3, 4, 6),)),
            ({"out_channels": 2, "bias": False}, ((1, 4, 4),)),
            ({"out_channels": 2, "kernel_size": 2, "stride": 2}, ((2, 5, 6),)),
            ({"out_channels": 2, "kernel_size": [1, 3], "stride": [2, 1], "padding": [0, 2]}, ((2, 4, 3),)),
            ({"out_channels": 1, "kernel_size": 3, "stride": 3, "padding": 2}, ((1, 5, 4),)),
            ({"out_channels": 4, "kernel_size": 1}, ((3, 2, 2),)),
            ({"out_channels": 2, "kernel_size": [4, 5]}, ((2, 4, 5),)),
            ({"out_channels": 2, "padding": "same"}, ((2, 3, 5),)),
            ({"out_channels": 2, "kernel_size": [2, 4], "padding": "same", "dilation": [1, 2]}, ((1, 4, 3),)),
            ({"out_channels": 2, "kernel_size": [1, 7], "padding": [0, 3]}, ((2, 3, 4),)),
            ({"out_channels": 2, "kernel_size": [7, 1], "padding": "same"}, ((2, 4, 3),)),
            ({"out_channels": 2, "dilation": 2}, ((2, 6, 5),)),
            ({"out_channels": 2, "kernel_size": 2, "dilation": [3, 2], "stride": 2, "padding": 1}, ((1, 6, 5),)),
            ({"out_channels": 6, "groups": 2, "padding": 1}, ((4, 3, 4),)),
            ({"out_channels": 6, "groups": 3, "bias": False}, ((3, 4, 4),)),
        ),
        *_layer("conv2d", ({"out_channels": 2, "padding": 1}, ((2, 3, 3),)), batch=1),
    ],
    "conv_transpose2d": [
        *_layer(
            "conv_transpose2d",
            ({"out_channels": 2}, ((3, 3, 4),)),
            ({"out_channels": 3, "kernel_size": 2, "stride": 2}, ((2, 3, 2),)),
            ({"out_channels": 2, "stride": 2, "padding": 1, "output_padding": 1}, ((2, 3, 3),)),
            ({"out_channels": 2, "kernel_size": [1, 3], "stride": [3, 1], "padding": [0, 2]}, ((2, 2, 4),)),
            ({"out_channels": 2, "kernel_size": 2, "dilation": 3, "output_padding": 2, "bias": False}, ((1, 2, 3),)),
            ({"out_channels": 4, "groups": 2, "stride": 2}, ((4, 2, 2),)),
            ({"out_channels": 3, "kernel_size": 2, "stride": 3, "output_padding": [2, 0]}, ((1, 2, 2),)),
        ),
        *_layer("conv_transpose2d", ({"out_channels": 2, "padding": 1}, ((2, 3, 3),)), batch=1),
    ],
    "max_pool2d": _layer("max_pool2d", *_POOLING),
    "avg_pool2d": _layer("avg_pool2d", *_POOLING),
    "global_avg_pool2d": _layer("global_avg_pool2d", ({}, ((3, 2, 5),)), ({}, ((2, 1, 1),))),
    "adaptive_avg_pool2d": _layer(
        "adaptive_avg_pool2d",
        ({}, ((2, 3, 4),)),
        ({"output_size": 2}, ((2, 5, 4),)),
        ({"output_size": [3, 2]}, ((1, 7, 5),)),
        ({"output_size": [4, 3]}, ((2, 3, 1),)),
    ),
    "flatten": _layer("flatten", *_ANY_SHAPE),
    "reshape": _layer(
        "reshape",
        ({"shape": [3, 2, 2]}, ((12,),)),
        ({"shape": [-1]}, ((2, 3, 2),)),
        ({"shape": [3, -1]}, ((2, 3, 2),)),
    ),
    "identity": _layer("identity", *_ANY_SHAPE),
    "step": _layer("step", *_ANY_SHAPE),
    "softmax": _layer("softmax", *_ANY_SHAPE, ({}, ((1,),))),
    "elu": _layer("elu", *_ANY_SHAPE, ({"alpha": 0.3}, ((5,),))),
    "gelu": _layer("gelu", *_ANY_SHAPE, ({"approximate": "tanh"}, ((2, 3, 4),))),
    "silu": _layer("silu", *_ANY_SHAPE),
    "softplus": _layer("softplus", *_ANY_SHAPE, ({"beta": 3.0}, ((5,),)), ({"beta": 60}, ((5,),))),
    "relu": _layer("relu", *_ANY_SHAPE),
    "sigmoid": _layer("sigmoid", *_ANY_SHAPE),
    "tanh": _layer("tanh", *_ANY_SHAPE),
    "leaky_relu": _layer(
        "leaky_relu", *_ANY_SHAPE, ({"negative_slope": 0.3}, ((5,),)), ({"negative_slope": 0}, ((5,),))
    ),
    "batch_norm": [
        *_layer("batch_norm", ({}, ((4,),)), ({}, ((3, 2, 4),)), ({"eps": 0.1, "momentum": 0.4}, ((3,),)), batch=6),
        *_layer("batch_norm", ({}, ((2, 3, 3),)), batch=1),
    ],
    "layer_norm": [
        *_layer("layer_norm", ({}, ((5,),)), ({}, ((2, 3, 2),)), ({"dimensions": 1}, ((2, 2, 4),))),
        *_layer("layer_norm", ({"dimensions": 2, "eps": 0.1}, ((3, 2, 4),)), ({"elementwise_affine": False}, ((6,),))),
        *_layer("layer_norm", ({}, ((4,),)), batch=1),
    ],
    "local_response_norm": _layer(
        "local_response_norm",
        ({"alpha": 0.5}, ((7, 2, 2),)),
        ({"size": 4, "alpha": 2.0, "beta": 0.5, "k": 2.0}, ((6, 2, 3),)),
        ({"size": 9, "alpha": 1.0}, ((3, 2, 2),)),
        ({"size": 1}, ((2, 2, 2),)),
    ),
    "dropout": _layer("dropout", *_ANY_SHAPE, ({"p": 0.2}, ((3, 4, 4),)), ({"p": 0}, ((5,),))),
    "add": _layer("add", ({}, ((4,), (4,))), ({}, ((2, 3, 3),) * 3)),
    "multiply": _layer("multiply", ({}, ((4,), (4,))), ({}, ((2, 3, 3),) * 4)),
    "concat": _layer(
        "concat", ({}, ((4,), (2,))), ({}, ((2, 3, 3), (1, 3, 3), (3, 3, 3))), ({}, ((2, 2, 2), (2, 2, 2)))
    ),
}

LOSS_CASES: dict[str, list[dict[str, Any]]] = {
    "softmax_cross_entropy": [{}],
    "binary_cross_entropy": [{}],
    "sum_of_squares": [{}],
    "mean_squared_error": [{}],
    "mean_absolute_error": [{}],
    "smooth_l1": [{}, {"beta": 0.3}, {"beta": 3.0}],
    "huber": [{}, {"delta": 0.3}, {"delta": 3.0}],
}


@dataclass(frozen=True)
class OptimizerCase:
    """An optimizer with some settings, and the torch one that it must follow.

    Attributes:
        torch_name: the class in ``torch.optim``.
        torch_settings: its arguments, but for the learning rate.
    """

    settings: dict[str, Any]
    torch_name: str
    torch_settings: dict[str, Any]


def _optimizer(torch_name: str, *configurations: tuple[dict[str, Any], dict[str, Any]]) -> list[OptimizerCase]:
    """Return these cases, and the first one again with weight decay; names are ours, then torch's."""
    settings, torch_settings = configurations[0]
    decayed = ({**settings, "weight_decay": 0.05}, {**torch_settings, "weight_decay": 0.05})
    return [OptimizerCase(ours, torch_name, theirs) for ours, theirs in (*configurations, decayed)]


OPTIMIZER_CASES: dict[str, list[OptimizerCase]] = {
    "sgd": _optimizer("SGD", ({}, {})),
    "momentum": _optimizer("SGD", ({}, {"momentum": 0.9}), ({"momentum": 0.5}, {"momentum": 0.5})),
    "nesterov": _optimizer(
        "SGD",
        ({}, {"momentum": 0.9, "nesterov": True}),
        ({"momentum": 0.5}, {"momentum": 0.5, "nesterov": True}),
    ),
    "adagrad": _optimizer("Adagrad", ({}, {"eps": 1e-10}), ({"eps": 0.1}, {"eps": 0.1})),
    "adadelta": _optimizer(
        "Adadelta", ({}, {"rho": 0.9, "eps": 1e-6}), ({"rho": 0.5, "eps": 0.1}, {"rho": 0.5, "eps": 0.1})
    ),
    "rmsprop": _optimizer(
        "RMSprop", ({}, {"alpha": 0.99, "eps": 1e-8}), ({"alpha": 0.5, "eps": 0.1}, {"alpha": 0.5, "eps": 0.1})
    ),
    "adam": _optimizer(
        "Adam",
        ({}, {"betas": (0.9, 0.999), "eps": 1e-8}),
        ({"beta1": 0.5, "beta2": 0.7, "eps": 0.1}, {"betas": (0.5, 0.7), "eps": 0.1}),
    ),
    "adamw": _optimizer(
        "AdamW",
        ({}, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.01}),
        (
            {"beta1": 0.5, "beta2": 0.7, "eps": 0.1, "weight_decay": 0.0},
            {"betas": (0.5, 0.7), "eps": 0.1, "weight_decay": 0.0},
        ),
    ),
}


Moment = Callable[[Shape, int, int], float]
"""Takes a tensor's shape, its fan-in and its fan-out."""


@dataclass(frozen=True)
class InitializerCase:
    """An initializer with some settings, and what theory says of its values.

    Attributes:
        variance: of the values.
        bound: how far from the mean any value lies at most; None where there is no such bound.
        mean: of the values.
    """

    settings: dict[str, Any]
    variance: Moment
    bound: Moment | None = None
    mean: float = 0.0


def _spread(sort: str, settings: dict[str, Any], variance: Moment) -> InitializerCase:
    """Return the case of a normal or uniform distribution around zero."""
    bound: Moment | None = (lambda *tensor: (3.0 * variance(*tensor)) ** 0.5) if sort == "uniform" else None
    return InitializerCase(settings, variance, bound)


def _xavier(sort: str) -> list[InitializerCase]:
    return [
        _spread(sort, {}, lambda shape, fan_in, fan_out: 2 / (fan_in + fan_out)),
        _spread(sort, {"gain": 5 / 3}, lambda shape, fan_in, fan_out: 50 / 9 / (fan_in + fan_out)),
    ]


def _he(sort: str) -> list[InitializerCase]:
    return [
        _spread(sort, {}, lambda shape, fan_in, fan_out: 2 / fan_in),
        _spread(sort, {"mode": "fan_out"}, lambda shape, fan_in, fan_out: 2 / fan_out),
        _spread(sort, {"negative_slope": 0.5}, lambda shape, fan_in, fan_out: 1.6 / fan_in),
    ]


def _longer_side(shape: Shape, fan_in: int, fan_out: int) -> int:
    return max(shape[0], math.prod(shape[1:]))


def _same(settings: dict[str, Any], value: float) -> InitializerCase:
    return InitializerCase(settings, lambda *tensor: 0.0, lambda *tensor: 0.0, value)


INITIALIZER_CASES: dict[str, list[InitializerCase]] = {
    # By itself; what activations make of it is in tests/graph/test_initializers.py.
    "by_activation": [_spread("normal", {}, lambda shape, fan_in, fan_out: 2 / fan_in)],
    "zeros": [_same({}, 0.0)],
    "ones": [_same({}, 1.0)],
    "constant": [_same({}, 0.1), _same({"value": -2.5}, -2.5)],
    "normal": [_spread("normal", {}, lambda *tensor: 0.0001), _spread("normal", {"std": 0.5}, lambda *tensor: 0.25)],
    "uniform": [
        _spread("uniform", {}, lambda *tensor: 0.01 / 3),
        InitializerCase({"low": 1.0, "high": 3.0}, lambda *tensor: 1 / 3, lambda *tensor: 1.0, 2.0),
    ],
    "xavier_normal": _xavier("normal"),
    "xavier_uniform": _xavier("uniform"),
    "he_normal": _he("normal"),
    "he_uniform": _he("uniform"),
    "lecun_normal": [_spread("normal", {}, lambda shape, fan_in, fan_out: 1 / fan_in)],
    "orthogonal": [
        _spread("normal", {}, lambda *tensor: 1 / _longer_side(*tensor)),
        _spread("normal", {"gain": 2.0}, lambda *tensor: 4 / _longer_side(*tensor)),
    ],
}


@dataclass(frozen=True)
class ScheduleCase:
    """A schedule with some settings, and its factors at some steps of a run of `total_steps`.

    Attributes:
        torch_name: the class in ``torch.optim.lr_scheduler`` that it must follow; None where torch has none.
        torch_settings: its arguments, for an optimizer with learning rate 1.
    """

    settings: dict[str, Any]
    total_steps: int
    factors: dict[int, float]
    torch_name: str | None = None
    torch_settings: dict[str, Any] = field(default_factory=dict)


SCHEDULE_CASES: dict[str, list[ScheduleCase]] = {
    "constant": [ScheduleCase({}, 100, {0: 1.0, 1: 1.0, 50: 1.0, 99: 1.0}, "ConstantLR", {"factor": 1.0})],
    "piecewise": [
        ScheduleCase(
            {"boundaries": [3, 10], "factors": [1.0, 0.5, 0.25]},
            20,
            {0: 1.0, 2: 1.0, 3: 0.5, 9: 0.5, 10: 0.25, 19: 0.25},
            "MultiStepLR",
            {"milestones": [3, 10], "gamma": 0.5},
        ),
        ScheduleCase({"boundaries": [1], "factors": [0.2, 3.0]}, 5, {0: 0.2, 1: 3.0, 4: 3.0}),
    ],
    "step_decay": [
        ScheduleCase({}, 3000, {0: 1.0, 999: 1.0, 1000: 0.1, 2999: 0.01}),
        ScheduleCase(
            {"step_size": 4, "gamma": 0.7},
            20,
            {0: 1.0, 3: 1.0, 4: 0.7, 8: 0.49},
            "StepLR",
            {"step_size": 4, "gamma": 0.7},
        ),
    ],
    "exponential": [
        ScheduleCase(
            {"k": 0.02},
            100,
            {0: 1.0, 1: math.exp(-0.02), 50: math.exp(-1.0)},
            "ExponentialLR",
            {"gamma": math.exp(-0.02)},
        )
    ],
    "inverse_time": [
        ScheduleCase(
            {"k": 0.5},
            20,
            {0: 1.0, 1: 1 / 1.5, 2: 0.5, 18: 0.1},
            "LambdaLR",
            {"lr_lambda": lambda t: 1 / (1 + 0.5 * t)},
        )
    ],
    "cosine": [
        ScheduleCase(
            {}, 40, {0: 1.0, 10: 0.5 + 0.5**1.5, 20: 0.5, 30: 0.5 - 0.5**1.5}, "CosineAnnealingLR", {"T_max": 40}
        ),
        ScheduleCase({"final_factor": 0.2}, 40, {0: 1.0, 20: 0.6}, "CosineAnnealingLR", {"T_max": 40, "eta_min": 0.2}),
    ],
}


@dataclass(frozen=True)
class SurfaceCase:
    """What a surface is at a point, worked out by hand."""

    point: Point
    value: float
    gradient: Point


SURFACE_CASES: dict[str, list[SurfaceCase]] = {
    "quadratic": [SurfaceCase((-7.0, 2.0), 6.45, (-0.7, 4.0))],
    "saddle": [SurfaceCase((0.5, 2.0), 3.75, (-1.0, 4.0))],
    "two_valleys": [
        SurfaceCase((-4.0, 0.0), -512.0, (0.0, 0.0)),
        SurfaceCase((2.0, 0.0), -80.0, (0.0, 0.0)),
        SurfaceCase((1.0, 2.0), -21.0, (-60.0, 32.0)),
    ],
    "rosenbrock": [SurfaceCase((-1.2, 1.0), 24.2, (-215.6, -88.0)), SurfaceCase((1.0, 1.0), 0.0, (0.0, 0.0))],
    "beale": [
        SurfaceCase((3.0, 0.5), 0.0, (0.0, 0.0)),
        SurfaceCase((0.0, 1.0), 14.203125, (0.0, 0.0)),
        SurfaceCase((1.0, 1.0), 14.203125, (0.0, 27.75)),
    ],
}


@dataclass(frozen=True)
class SecondOrderCase:
    """A second-order method with some settings, on a surface that it knows an end on."""

    settings: dict[str, Any]
    surface: str
    start: Point
    end: Point
    steps: int
    """So many lead there, up to rounding."""


SECOND_ORDER_CASES: dict[str, list[SecondOrderCase]] = {
    "newton": [
        SecondOrderCase({}, "quadratic", (-7.0, 2.0), (0.0, 0.0), 1),
        # Honest: the nearest stationary point is a saddle.
        SecondOrderCase({}, "saddle", (0.01, 1.5), (0.0, 0.0), 1),
        SecondOrderCase({}, "beale", (1.0, 1.0), (0.0, 1.0), 1),
        SecondOrderCase({}, "rosenbrock", (-1.2, 1.0), (1.0, 1.0), 7),
        SecondOrderCase({"learning_rate": 0.5}, "quadratic", (8.0, 4.0), (1.0, 0.5), 3),
    ],
    "bfgs": [
        SecondOrderCase({}, "quadratic", (-7.0, 2.0), (0.0, 0.0), 12),
        SecondOrderCase({}, "rosenbrock", (-1.2, 1.0), (1.0, 1.0), 39),
        SecondOrderCase({}, "beale", (1.0, 1.0), (3.0, 0.5), 20),
        SecondOrderCase({"c1": 0.1, "c2": 0.5}, "rosenbrock", (-0.5, 2.5), (1.0, 1.0), 39),
    ],
}


ENTRIES = {
    "layers": (LAYERS, LAYER_CASES),
    "losses": (LOSSES, LOSS_CASES),
    "optimizers": (OPTIMIZERS, OPTIMIZER_CASES),
    "initializers": (INITIALIZERS, INITIALIZER_CASES),
    "schedules": (SCHEDULES, SCHEDULE_CASES),
    "surfaces": (SURFACES, SURFACE_CASES),
    "second_order": (SECOND_ORDER, SECOND_ORDER_CASES),
}
"""Every family of kinds that is computed with: its kinds, and its entries above."""
