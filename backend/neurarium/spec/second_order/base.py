"""What every second-order method declares."""

from typing import ClassVar

from neurarium.spec.kinds import Kind


class SecondOrder(Kind):
    """Finds its steps from the curvature of the function, known or learned.

    Curvature is a matrix with a row and a column for every parameter, which two variables can afford and a network
    cannot: these methods exist on surfaces only.
    """

    has_learning_rate: ClassVar[bool] = False
    """Whether there is a `learning_rate` for a schedule to scale; without it the method chooses how far it goes."""

    kind: str
