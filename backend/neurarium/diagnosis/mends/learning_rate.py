"""Another learning rate."""

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.spec.run import RunSpec
from neurarium.words import say

_HIGHEST = 100.0
_LOWEST = 1e-9


def another_rate(spec: RunSpec, factor: float) -> Mend | None:
    """Return the change that multiplies the learning rate by about `factor`, to one digit; None where that is none."""
    asked = min(max(spec.optimizer.learning_rate * factor, _LOWEST), _HIGHEST)
    rate = float(f"{asked:.0e}")
    if rate == spec.optimizer.learning_rate:
        return None
    editor = Editor(spec)
    editor.set("optimizer", "learning_rate", to=rate)
    title = say("Learning rate {rate:g}", rate=rate)
    return editor.finish("learning_rate", title, rate=rate, replaced=spec.optimizer.learning_rate)
