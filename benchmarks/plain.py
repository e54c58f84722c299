"""The book's convnets as a plain PyTorch script would have them: a reference that shares nothing with the engines.

Layers, initial weights and the order of the batches are torch's own, under a fixed seed, so figures differ from the
engines' by chance, as between two seeds.

Source: Deep Learning from Scratch, sections 7.5 and 8.1.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import nn

from benchmarks.report import say
from neurarium.data import LoadedDataset

BATCH = 100
RATE = 0.001


def simple_convnet() -> nn.Sequential:
    """Return SimpleConvNet; weights are drawn with deviation 0.01."""
    network = nn.Sequential(
        nn.Conv2d(1, 30, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(4320, 100),
        nn.ReLU(),
        nn.Linear(100, 10),
    )
    return _drawn(network, lambda weight: nn.init.normal_(weight, std=0.01))


def deep_convnet() -> nn.Sequential:
    """Return DeepConvNet; weights are drawn as He et al. do."""
    layers: list[nn.Module] = []
    channels = 1
    for pair, width in enumerate((16, 32, 64)):
        for padding in (1, 2 if pair == 1 else 1):
            layers += [nn.Conv2d(channels, width, 3, padding=padding), nn.ReLU()]
            channels = width
        layers.append(nn.MaxPool2d(2))
    layers += [nn.Flatten(), nn.Linear(1024, 50), nn.ReLU(), nn.Dropout(0.5), nn.Linear(50, 10), nn.Dropout(0.5)]
    return _drawn(nn.Sequential(*layers), nn.init.kaiming_normal_)


PLAIN: dict[str, Callable[[], nn.Sequential]] = {
    "book_simple_convnet": simple_convnet,
    "book_deep_convnet": deep_convnet,
}
"""What stands for each preset."""


def train_plainly(build: Callable[[], nn.Sequential], data: LoadedDataset, epochs: int, target: float) -> list[float]:
    """Train until the target is reached, and return the test accuracy after each epoch."""
    assert data.test is not None
    test = data.test.pick(slice(None))
    inputs, targets = torch.from_numpy(data.train.inputs), torch.from_numpy(data.train.targets)
    seen, truth = torch.from_numpy(test.inputs), torch.from_numpy(test.targets)
    torch.manual_seed(0)
    network = build()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    accuracies: list[float] = []
    for epoch in range(epochs):
        network.train()
        for batch in torch.randperm(len(inputs)).split(BATCH):
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(inputs[batch]), targets[batch]).backward()
            optimizer.step()
        network.eval()
        with torch.no_grad():
            answers = torch.cat([network(part).argmax(1) for part in seen.split(1000)])
        accuracies.append((answers == truth).float().mean().item())
        say(f"  epoch {epoch + 1}: test accuracy {accuracies[-1]:.4f}")
        if accuracies[-1] >= target:
            break
    return accuracies


def _drawn(network: nn.Sequential, draw: Callable[[torch.Tensor], object]) -> nn.Sequential:
    torch.manual_seed(0)
    for layer in network:
        if isinstance(layer, nn.Conv2d | nn.Linear):
            draw(layer.weight)
            assert layer.bias is not None
            nn.init.zeros_(layer.bias)
    return network
