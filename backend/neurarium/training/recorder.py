"""Scalars on their way out: a row a step, gathered and sent a few times a second."""

import numpy as np

from neurarium.training.channel import Channel
from neurarium.training.messages import metrics_message


class ScalarRecorder:
    """Gathers scalars and sends them in order, without loss.

    Loss and accuracy come with every step and are sent as dense columns. All else comes now and then and is sent as
    rows of its own, so
    that a fast run does not fill the wire with empty cells. A cell that was not measured is NaN.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._steps: list[int] = []
        self._losses: list[float] = []
        self._accuracies: list[float] = []
        self._rows: dict[int, dict[str, float]] = {}

    def add_step(self, step: int, loss: float, accuracy: float) -> None:
        """Add what batch update `step` came to."""
        self._steps.append(step)
        self._losses.append(loss)
        self._accuracies.append(accuracy)

    def add(self, step: int, **values: float) -> None:
        """Add scalars that were measured after `step` updates."""
        self._rows.setdefault(step, {}).update(values)

    def flush(self) -> None:
        """Send everything gathered."""
        if self._steps:
            self._channel.send(
                metrics_message(
                    np.array(self._steps, np.uint32),
                    {
                        "train_loss": np.array(self._losses, np.float32),
                        "train_accuracy": np.array(self._accuracies, np.float32),
                    },
                )
            )
            self._steps, self._losses, self._accuracies = [], [], []
        if self._rows:
            names = sorted({name for row in self._rows.values() for name in row})
            self._channel.send(
                metrics_message(
                    np.array(list(self._rows), np.uint32),
                    {
                        name: np.array([row.get(name, np.nan) for row in self._rows.values()], np.float32)
                        for name in names
                    },
                )
            )
            self._rows = {}

    def clear(self) -> None:
        """Forget everything gathered; for a reset."""
        self._steps, self._losses, self._accuracies, self._rows = [], [], [], {}
