"""Another optimizer, or a bound on its steps."""

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.spec.kinds import default_of
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.run import RunSpec
from neurarium.words import say

_NORM = 1.0
"""The usual bound on the whole gradient's length; that of a healthy network lies about it or below."""
_WITHOUT_OWN_STEPS = frozenset({"sgd", "momentum", "nesterov"})


def clipping(spec: RunSpec) -> Mend | None:
    """Return the change that bounds the gradient's length; None where it is bounded as tightly, or where the optimizer
    divides by the gradient's size anyway.
    """
    bound = spec.optimizer.clip_norm
    if (bound is not None and bound <= _NORM) or spec.optimizer.kind not in _WITHOUT_OWN_STEPS:
        return None
    editor = Editor(spec)
    editor.set("optimizer", "clip_norm", to=_NORM)
    return editor.finish("clipping", say("Gradient clipping at {norm:g}", norm=_NORM), norm=_NORM)


def adam(spec: RunSpec) -> Mend | None:
    """Return the change to Adam at its default rate, whose steps do not depend on the gradient's size; None where the
    optimizer is of that sort.
    """
    if spec.optimizer.kind not in _WITHOUT_OWN_STEPS:
        return None
    rate = default_of(OPTIMIZERS, "adam")().learning_rate
    kept = {"weight_decay": spec.optimizer.weight_decay, "l1": spec.optimizer.l1, "max_norm": spec.optimizer.max_norm}
    editor = Editor(spec)
    editor.set("optimizer", to={"kind": "adam", "learning_rate": rate, **kept})
    title = say("Adam, learning rate {rate:g}", rate=rate)
    return editor.finish("adam", title, rate=rate, replaced=spec.optimizer.kind)
