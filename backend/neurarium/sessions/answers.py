"""What the worker of a run can be asked while it trains."""

from typing import Any

from neurarium.sessions.framing import LARGEST_WEIGHTS, as_array
from neurarium.sessions.questions import Answers
from neurarium.spec.errors import LimitError
from neurarium.store import pack_weights
from neurarium.training.loop import Trainer
from neurarium.training.run_trace import RunTraceRequest, RunTraces
from neurarium.words import say


def answers_of(trainer: Trainer) -> Answers:
    """Return the answers of a run, by question; each leaves the run as it was."""

    def weights(_: dict[str, Any]) -> bytes:
        """Parameters and running statistics, as safetensors."""
        data = pack_weights(trainer.weights())
        if len(data) > LARGEST_WEIGHTS:
            raise LimitError(
                say(
                    "The weights are larger than {most:,} bytes, the most that is passed on.",
                    most=LARGEST_WEIGHTS,
                ),
                hint=say("Train with `neurarium train`, which writes weights of any size."),
            )
        return data

    traces = RunTraces(trainer)

    def trace(body: dict[str, Any]) -> dict[str, Any]:
        """The run's next step, as a `RunTrace` with packed arrays."""
        return traces.answer(RunTraceRequest.model_validate(body["request"]), body["most"])

    def predict(body: dict[str, Any]) -> dict[str, Any]:
        """The network's answers to checked samples, as arrays."""
        return trainer.predict(as_array(body["inputs"]), body["nodes"])

    return {"weights": weights, "trace": trace, "predict": predict}
