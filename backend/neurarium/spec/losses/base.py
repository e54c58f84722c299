"""What every loss declares."""

from abc import abstractmethod
from typing import ClassVar

import numpy as np

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.kinds import Kind
from neurarium.spec.mends import EndWith
from neurarium.words import say


class Loss(Kind):
    """Measures how far the network's outputs are from the targets, averaged over the batch."""

    decision_threshold: ClassVar[float] = 0.5
    """Where a network has a single output, the value above which it stands for the second of two classes."""
    gives_probabilities: ClassVar[bool] = False
    """Whether `class_scores` are probabilities: those of a loss that takes logits are."""

    kind: str

    @abstractmethod
    def check_output(self, output_shape: Shape, classes: int) -> None:
        """Raise `ShapeError` where the network's output does not fit this loss and so many classes."""

    def class_scores(self, outputs: np.ndarray) -> np.ndarray:
        """Return what the network's outputs say of each class, ``(count, classes)``, from outputs ``(count, outputs)``.

        Probabilities where the loss takes logits, else the outputs themselves. A single output y stands for the second
        of two classes, and 1 - y for the first.
        """
        return outputs if outputs.shape[1] > 1 else np.concatenate([1.0 - outputs, outputs], axis=1)

    @abstractmethod
    def sample_losses(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """Return what each sample is charged, float64 ``(count,)``: their mean is the loss.

        Arguments:
            outputs: what the network put out, ``(count, outputs)``.
            targets: class numbers, ``(count,)``.
        """

    def predicted_classes(self, outputs: np.ndarray) -> np.ndarray:
        """Return the class that each sample is taken for, int64 ``(count,)``, from outputs ``(count, outputs)``.

        That is the one with the largest output, the first of equals; a single output above the threshold stands for
        the second of two classes.
        """
        if outputs.shape[1] == 1:
            return (outputs[:, 0] > self.decision_threshold).astype(np.int64)
        return outputs.argmax(axis=1)


class ElementwiseLoss(Loss):
    """A loss that compares each output by itself with the value it should have.

    Input: outputs of shape ``(batch, classes)``, whose targets are 1 at the true class and 0 elsewhere; or, for two
    classes, of shape ``(batch, 1)``, whose target is the class number, 0 or 1.
    """

    @abstractmethod
    def charge(self, outputs: np.ndarray, expected: np.ndarray) -> np.ndarray:
        """Return what each output is charged beside the value it should have: float64, of their shape."""

    def sample_losses(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """Return the mean charge of each sample's outputs; arguments and result as `Loss.sample_losses`."""
        outputs = outputs.astype(np.float64, copy=False)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.charge(outputs, _expected(outputs.shape, targets)).mean(axis=1)

    def check_output(self, output_shape: Shape, classes: int) -> None:
        if classes != 2 or output_shape != (1,):
            require_one_output_a_class(self, output_shape, classes, or_one=classes == 2)


def _expected(shape: tuple[int, ...], targets: np.ndarray) -> np.ndarray:
    """Return the values that outputs of `shape` should have: 1 at the true class; of a single output, its number."""
    if shape[1] == 1:
        return targets[:, None].astype(np.float64)
    values = np.zeros(shape)
    values[np.arange(len(targets)), targets] = 1.0
    return values


def require_one_output_a_class(loss: Loss, output_shape: Shape, classes: int, *, or_one: bool = False) -> None:
    """Raise `ShapeError` unless the output is a vector with one value for each class.

    With `or_one`, the error says that a single output would do as well.
    """
    if output_shape != (classes,):
        received = " x ".join(str(size) for size in output_shape)
        figures = {"loss": loss.kind, "classes": classes, "received": received}
        if or_one:
            raise ShapeError(
                say(
                    "{loss} needs one output for each of the {classes} classes, or a single one; the network puts out"
                    " {received}.",
                    **figures,
                ),
                hint=say("End the network with a linear layer of {classes} units, or of one.", classes=classes),
                code="output_mismatch",
                suggests=[EndWith(classes)],
            )
        raise ShapeError(
            say(
                "{loss} needs one output for each of the {classes} classes; the network puts out {received}.", **figures
            ),
            hint=say("End the network with a linear layer of {classes} units.", classes=classes),
            code="output_mismatch",
            suggests=[EndWith(classes)],
        )
