"""Inputs brought to a spread that weights are drawn for."""

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.structure import Structure
from neurarium.graph import INPUT
from neurarium.spec.run import RunSpec
from neurarium.words import say

_OPTION = "normalize"


def scaled_input(spec: RunSpec) -> Mend | None:
    """Return the change that has the data set scale its values; None where it has no such option, or it is on."""
    if getattr(spec.data.source, _OPTION, True):
        return None
    editor = Editor(spec)
    editor.set("data", "options", _OPTION, to=True)
    return editor.finish("scaled_input", say("Values scaled to 0 to 1"))


def normalised_input(spec: RunSpec, structure: Structure) -> Mend | None:
    """Return the change that puts batch normalisation before all else; None where it cannot take the data's shape."""
    if len(structure.plan.input_shape) not in (1, 3) or spec.batch_size < 2:
        return None
    editor = Editor(spec)
    editor.insert_after(INPUT, "batch_norm")
    return editor.finish("normalised_input", say("Batch normalisation of the input"))
