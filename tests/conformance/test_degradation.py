"""Depth by itself makes training harder, and skip connections cure it.

Source: He et al. 2016, Deep Residual Learning for Image Recognition, figure 1 and section 4.2: a deeper plain network
ends with the higher training loss, which overfitting cannot explain; a residual one of the same depth does not.
"""

from __future__ import annotations

import numpy as np
import pytest

from neurarium.data import Batches, load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.spec import RunSpec
from neurarium.spec.architectures.resnet import deep_network
from neurarium.spec.catalog import presets

EPOCHS = 3
SPECS = {preset.name: preset.spec for preset in presets()}


def training_loss(spec: RunSpec, seed: int) -> float:
    """Return the mean training loss of the last epoch."""
    spec = spec.model_copy(update={"engine": "torch", "device": "cpu", "seed": seed})
    data = load_dataset(spec.data, seed)
    engine = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
    batches = Batches(data.train, spec.batch_size, seed)
    losses = []
    for step in range(EPOCHS * batches.steps_per_epoch):
        batch = batches.batch(step)
        losses.append(engine.train_step(batch.inputs, batch.targets, spec.optimizer.learning_rate).loss)
    return float(np.mean(losses[-batches.steps_per_epoch :]))


@pytest.mark.torch
@pytest.mark.parametrize("seed", [0, 1])
def test_twenty_plain_layers_train_worse_than_eight_and_than_twenty_residual_ones(seed: int) -> None:
    plain, residual = SPECS["plain20_small"], SPECS["resnet20_small"]
    shallow = RunSpec.model_validate(
        {
            **plain.model_dump(),
            "network": {"nodes": deep_network(1, (8, 16, 32), residual=False)},
        }
    )
    # Trained alike: nothing but the nodes (and the name) differs.
    for other in (residual, shallow):
        assert other.model_copy(update={"network": plain.network, "name": plain.name}) == plain
    deep_loss, residual_loss, shallow_loss = (training_loss(spec, seed) for spec in (plain, residual, shallow))
    assert np.isfinite(deep_loss)
    assert shallow_loss < 0.7 * deep_loss
    assert residual_loss < 0.7 * deep_loss
