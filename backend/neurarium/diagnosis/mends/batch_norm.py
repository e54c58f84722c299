"""Batch normalisation behind weights, which keeps their output's spread at 1 whatever they are."""

from collections.abc import Sequence

from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.structure import Structure
from neurarium.diagnosis.wording import names
from neurarium.spec.run import RunSpec
from neurarium.words import say


def batch_norm_after(spec: RunSpec, structure: Structure, nodes: Sequence[str]) -> Mend | None:
    """Return the change that normalises what these nodes put out, save the output and what is normalised already;
    None where no node is left.
    """
    wanted = [node for node in nodes if node != structure.plan.output and not structure.is_normalised(node)]
    if not wanted or spec.batch_size < 2:  # of one sample there is no spread to normalise by
        return None
    editor = Editor(spec)
    for node in wanted:
        editor.insert_after(node, "batch_norm")
    return editor.finish("batch_norm", say("Batch normalisation after {nodes}", nodes=names(wanted)), nodes=wanted)
