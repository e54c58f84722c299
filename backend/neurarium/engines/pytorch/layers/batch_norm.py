"""Batch normalisation, for vectors and images."""

from torch import Tensor
from torch.nn import functional

from neurarium.engines.pytorch.layers.base import TorchLayer, implements
from neurarium.spec.layers.batch_norm import BatchNorm


@implements(BatchNorm)
class BatchNormLayer(TorchLayer[BatchNorm]):
    """``torch.nn.functional.batch_norm``; the running statistics it updates are copies until `commit`."""

    def forward(self, x: Tensor) -> Tensor:
        weight, bias, eps, momentum = (
            self.tensors["weight"],
            self.tensors["bias"],
            self.settings.eps,
            self.settings.momentum,
        )
        running = self.kept
        if self.training:
            running = self._updated = {name: statistic.clone() for name, statistic in self.kept.items()}
            if x.numel() == x.shape[1]:
                # One value a feature: torch refuses it, since it has no unbiased variance. The value is its own mean,
                # so what comes out is the bias, and nothing flows back to x.
                running["running_mean"].lerp_(x.detach().flatten(), momentum)
                running["running_var"].mul_(1.0 - momentum)
                per_feature = (1, -1, *[1] * (x.dim() - 2))
                return (x - x.detach()) * 0.0 * weight.view(per_feature) + bias.view(per_feature)
        return functional.batch_norm(
            x, running["running_mean"], running["running_var"], weight, bias, self.training, momentum, eps
        )

    def commit(self) -> None:
        for name, statistic in self._updated.items():
            self.kept[name].copy_(statistic)
