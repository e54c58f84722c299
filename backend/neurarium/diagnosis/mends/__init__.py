"""What can be done about a finding: one sort of change a file, each made on the spec of the run that shows it."""

from neurarium.diagnosis.mends.activation import another_activation
from neurarium.diagnosis.mends.batch_norm import batch_norm_after
from neurarium.diagnosis.mends.editor import Editor, Mend
from neurarium.diagnosis.mends.initializer import is_ill_drawn, redrawn
from neurarium.diagnosis.mends.input_scale import normalised_input, scaled_input
from neurarium.diagnosis.mends.learning_rate import another_rate
from neurarium.diagnosis.mends.optimizer import adam, clipping
from neurarium.diagnosis.mends.regularisation import dropout, early_stopping, weight_decay

__all__ = [
    "Editor",
    "Mend",
    "adam",
    "another_activation",
    "another_rate",
    "batch_norm_after",
    "clipping",
    "dropout",
    "early_stopping",
    "is_ill_drawn",
    "normalised_input",
    "redrawn",
    "scaled_input",
    "weight_decay",
]
