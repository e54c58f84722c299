"""The architectures are the published ones: parameter for parameter."""

from __future__ import annotations

from typing import Any

import pytest

from neurarium.graph import Limits, check_network, plan
from neurarium.spec.architectures import architectures
from neurarium.spec.architectures.alexnet import alexnet
from neurarium.spec.architectures.book_convnets import deep_convnet, simple_convnet
from neurarium.spec.architectures.googlenet import googlenet
from neurarium.spec.architectures.lenet import lenet5
from neurarium.spec.architectures.perceptrons import perceptron
from neurarium.spec.architectures.resnet import deep_network, resnet
from neurarium.spec.architectures.vgg import CONVOLUTIONS, vgg
from neurarium.spec.base import Shape
from neurarium.spec.catalog import presets
from neurarium.spec.network import NetworkSpec
from neurarium.spec.preset import PRESET_FAMILIES, Preset

MNIST: Shape = (1, 28, 28)
IMAGENET: Shape = (3, 224, 224)
CIFAR: Shape = (3, 32, 32)

# By preset: its parameters, as published, and where. torchvision states num_params beside each set of its weights.
PUBLISHED: dict[str, tuple[int, str]] = {
    "book_mlp_mnist": (39_760, "784 x 50 + 50 + 50 x 10 + 10"),
    "book_deep_mlp_mnist": (109_810, "784 x 100 + 100 + 3 (100 x 100 + 100) + 100 x 10 + 10"),
    "book_initializers": (51_510, "5 (100 x 100 + 100) + 100 x 10 + 10"),
    "book_simple_convnet": (433_890, "30 x 25 + 30 + 4320 x 100 + 100 + 100 x 10 + 10"),
    "book_deep_convnet": (123_552, "160 + 2320 + 4640 + 9248 + 18496 + 36928 + 51250 + 510"),
    "lenet5": (61_706, "156 + 2416 + 48120 + 10164 + 850"),
    "alexnet": (61_100_840, "torchvision, AlexNet_Weights.IMAGENET1K_V1"),
    "vgg11": (132_863_336, "torchvision, VGG11_Weights.IMAGENET1K_V1"),
    "vgg16": (138_357_544, "torchvision, VGG16_Weights.IMAGENET1K_V1; Simonyan and Zisserman: 138 million"),
    "vgg19": (143_667_240, "torchvision, VGG19_Weights.IMAGENET1K_V1; Simonyan and Zisserman: 144 million"),
    "googlenet": (6_624_904, "torchvision, GoogLeNet_Weights.IMAGENET1K_V1, without auxiliary classifiers"),
    "resnet18": (11_689_512, "torchvision, ResNet18_Weights.IMAGENET1K_V1"),
    "resnet34": (21_797_672, "torchvision, ResNet34_Weights.IMAGENET1K_V1"),
    "resnet50": (25_557_032, "torchvision, ResNet50_Weights.IMAGENET1K_V1"),
}
NAMED = {preset.name: preset for preset in presets()}
FOUND = [preset for module in architectures().values() for preset in module.presets()]


def checked(preset: Preset) -> Any:
    """What `POST /api/networks/check` answers."""
    spec = preset.spec.model_dump(mode="json")
    return check_network({name: spec[name] for name in ("data", "network", "loss", "batch_size")}, Limits())


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_page_counts_the_published_parameters(name: str) -> None:
    answer = checked(NAMED[name])
    assert answer.errors == []
    assert answer.parameters == PUBLISHED[name][0], PUBLISHED[name][1]


def test_every_full_network_has_a_published_count_and_a_small_sibling() -> None:
    full = {preset.name for preset in FOUND if preset.family == "full"}
    assert full <= set(PUBLISHED)
    for module in architectures().values():
        families = {preset.family for preset in module.presets()}
        assert families != {"full"}


@pytest.mark.parametrize("preset", [pytest.param(preset, id=preset.name) for preset in FOUND])
def test_small_ones_are_small_and_all_of_them_end_in_the_classes_of_their_data(preset: Preset) -> None:
    answer = checked(preset)
    assert answer.ok
    assert answer.nodes[-1].output_shape == (len(preset.spec.data.source.class_names()),)
    if preset.family == "small":
        assert answer.parameters < 250_000
        assert answer.multiply_adds < 20_000_000


def shapes_of(nodes: list[dict[str, Any]], shape: Shape) -> dict[str, Shape]:
    planned = plan(NetworkSpec.model_validate({"nodes": nodes}).nodes, shape)
    return {node.name: node.output_shape for node in planned.nodes}


@pytest.mark.parametrize(
    ("nodes", "shape", "expected"),
    [
        # The sizes that the papers' figures and tables state.
        (lenet5(), MNIST, {"conv1": (6, 28, 28), "pool1": (6, 14, 14), "conv2": (16, 10, 10), "pool2": (16, 5, 5)}),
        (alexnet(), IMAGENET, {"pool1": (64, 27, 27), "pool2": (192, 13, 13), "pool3": (256, 6, 6)}),
        (vgg(CONVOLUTIONS[16]), IMAGENET, {"pool1": (64, 112, 112), "pool5": (512, 7, 7), "flat1": (25088,)}),
        (
            googlenet(),
            IMAGENET,
            {
                "stem3_relu": (192, 56, 56),
                "inception3a": (256, 28, 28),
                "inception3b": (480, 28, 28),
                "inception4a": (512, 14, 14),
                "inception4d": (528, 14, 14),
                "inception4e": (832, 14, 14),
                "inception5b": (1024, 7, 7),
            },
        ),
        (resnet(34), IMAGENET, {"layer1_3_relu": (64, 56, 56), "layer4_3_relu": (512, 7, 7), "pool": (512,)}),
        (resnet(50), IMAGENET, {"layer1_3_relu": (256, 56, 56), "layer4_3_relu": (2048, 7, 7), "pool": (2048,)}),
        (
            deep_network(residual=True),
            CIFAR,
            {"layer1_3_relu": (16, 32, 32), "layer2_3_relu": (32, 16, 16), "layer3_3_relu": (64, 8, 8)},
        ),
        (deep_convnet(), MNIST, {"pool1": (16, 14, 14), "conv4": (32, 16, 16), "pool3": (64, 4, 4)}),
        (simple_convnet(), MNIST, {"conv1": (30, 24, 24), "pool1": (30, 12, 12)}),
    ],
    ids=["lenet5", "alexnet", "vgg16", "googlenet", "resnet34", "resnet50", "resnet20", "deep_convnet", "convnet"],
)
def test_sizes_on_the_way_are_those_of_the_papers(
    nodes: list[dict[str, Any]], shape: Shape, expected: dict[str, Shape]
) -> None:
    shapes = shapes_of(nodes, shape)
    assert {name: shapes[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("nodes", "layers"),
    [
        (perceptron([50], 10, "sigmoid", "xavier_normal"), 2),
        (perceptron([100] * 4, 10, "relu", "he_normal"), 5),
        (perceptron([100] * 5, 10, "sigmoid", "xavier_normal", images=False), 6),
        (alexnet(), 8),
        *((vgg(convolutions), layers) for layers, convolutions in CONVOLUTIONS.items()),
        (resnet(18), 18),
        (resnet(34), 34),
        (resnet(50), 50),
        (deep_network(residual=True), 20),
        (deep_network(residual=False), 20),
    ],
)
def test_names_count_the_layers_with_weights(nodes: list[dict[str, Any]], layers: int) -> None:
    # Convolutions on a skip are not counted: they lie beside the others, not behind them.
    weighted = [node for node in nodes if node["kind"] in ("linear", "conv2d") and "_skip_" not in node["id"]]
    assert len(weighted) == layers


def test_the_plain_network_is_the_residual_one_without_its_skips() -> None:
    plain, residual = (deep_network(residual=skips) for skips in (False, True))
    kept = [node for node in residual if node["kind"] != "add" and "_skip_" not in node["id"]]
    assert [{name: value for name, value in node.items() if name != "inputs"} for node in kept] == plain


def test_resnet20_has_the_paper_s_size() -> None:
    """0.27 million parameters (He et al. 2016, table 6); the skips of the two halvings are its option A there, which
    has no weights.
    """
    planned = plan(NetworkSpec.model_validate({"nodes": deep_network(residual=False)}).nodes, CIFAR)
    assert round(planned.parameter_count / 1e6, 2) == 0.27


def test_families_of_presets_are_listed_and_none_is_empty() -> None:
    assert {preset.family for preset in presets()} == set(PRESET_FAMILIES)
    order = [preset.family for preset in presets()]
    assert order == sorted(order, key=list(PRESET_FAMILIES).index)


def test_a_preset_is_written_without_defaults_of_its_nodes_and_read_back_whole() -> None:
    for preset in presets():
        written = preset.model_dump(mode="json")
        assert Preset.model_validate(written) == preset
    nodes = NAMED["vgg16"].model_dump(mode="json")["spec"]["network"]["nodes"]
    assert nodes[0] == {"id": "conv1", "kind": "conv2d", "out_channels": 64, "kernel_size": 3, "padding": 1}


def test_the_catalog_stays_light() -> None:
    """The page waits for it before it shows anything."""
    assert sum(len(preset.model_dump_json()) for preset in presets()) < 120_000
