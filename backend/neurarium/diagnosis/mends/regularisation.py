"""What holds a network back from learning its samples by heart."""

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.structure import Structure
from neurarium.spec.run import RunSpec
from neurarium.words import say

_PROBABILITY = 0.5
_PATIENCE = 5


def dropout(spec: RunSpec, structure: Structure) -> Mend | None:
    """Return the change that drops half of what comes to the last weights; None where they take the data, or where
    something is dropped already.
    """
    if not structure.weighted_nodes or any(node.layer.kind == "dropout" for node in structure.plan.nodes):
        return None
    last = structure.nodes[structure.weighted_nodes[-1]]
    source = last.inputs[0]
    if source not in structure.nodes or structure.weights_before(last.name) is None:
        return None
    editor = Editor(spec)
    editor.insert_after(source, "dropout", p=_PROBABILITY)
    title = say("Dropout of {probability:g} before {node}", probability=_PROBABILITY, node=last.name)
    return editor.finish("dropout", title, probability=_PROBABILITY, node=last.name)


def weight_decay(spec: RunSpec) -> Mend | None:
    """Return the change that adds a weight decay, or makes it ten times as strong; None where it is strong."""
    now = spec.optimizer.weight_decay
    # Decay that is not part of the gradient is not divided by its size, and has to be stronger to be felt.
    weakest, strongest = (0.01, 0.3) if spec.optimizer.decouples_decay else (0.001, 0.03)
    decay = max(weakest, float(f"{now * 10:.0e}"))
    if decay > strongest:
        return None
    editor = Editor(spec)
    editor.set("optimizer", "weight_decay", to=decay)
    return editor.finish("weight_decay", say("Weight decay {decay:g}", decay=decay), decay=decay)


def early_stopping(spec: RunSpec) -> Mend | None:
    """Return the change that ends training once validation no longer improves, and keeps the best weights."""
    if spec.early_stopping is not None or spec.data.validation_fraction == 0:
        return None
    editor = Editor(spec)
    editor.set("early_stopping", to={"patience": _PATIENCE})
    title = say("Early stopping after {patience} epochs", patience=_PATIENCE)
    return editor.finish("early_stopping", title, patience=_PATIENCE)
