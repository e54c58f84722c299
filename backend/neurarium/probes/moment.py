"""The step that is measured, as probes see it."""

from neurarium.engines.base import Engine, Evaluation, Observation, Sample

SAMPLE_LIMIT = 16_384
"""Values taken of one tensor, at most: enough that a bin's share is known to half a percent, and sorted in 0.1 ms."""


class Moment:
    """What there is to measure of one step.

    Arguments:
        engine: who computed it.
        sample_limit: how many values of one tensor are looked at, at most, where not all are.
        pinned: the place of the pinned sample among those that `pinned.pinnable` returns.
        evaluation: what the validation samples came to, where this is a moment of validation.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        sample_limit: int = SAMPLE_LIMIT,
        pinned: int = 0,
        evaluation: Evaluation | None = None,
    ) -> None:
        self.engine = engine
        self.sample_limit = sample_limit
        self.pinned = pinned
        self._evaluation = evaluation
        self._outputs: dict[str, Sample] = {}

    @property
    def observation(self) -> Observation:
        """What the observed step left behind.

        Raises:
            RuntimeError: the engine's last call was not an observed one.
        """
        return self.engine.observation

    @property
    def evaluation(self) -> Evaluation:
        """What the validation samples came to.

        Raises:
            RuntimeError: this is no moment of validation.
        """
        if self._evaluation is None:
            raise RuntimeError("Nothing was validated at this moment.")
        return self._evaluation

    def output(self, node: str) -> Sample:
        """Return values of what `node` put out over the observed batch, taken once for all probes that look at them."""
        if node not in self._outputs:
            self._outputs[node] = self.observation.output(node, self.sample_limit)
        return self._outputs[node]
