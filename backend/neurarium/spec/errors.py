"""The exception tree; `api` maps each class to an HTTP status in one place.

    NeurariumError
    ├── SpecError              what was asked for cannot be built
    │   ├── ShapeError         a node cannot take the shapes that reach it
    │   ├── GraphError         names, inputs or order are wrong (unknown input, duplicate, cycle)
    │   └── LimitError         it could be built, but is larger than this server allows
    ├── NotFoundError          nothing has that name
    ├── ConflictError          the run's state forbids the command
    ├── UnavailableError       an engine, device or data set is not on this machine
    ├── DivergedError          training produced a number that is not finite
    └── WorkerError            the process that trains ended or could not start

Every message says what was received and what was expected; `hint` says how to mend it. Both are texts of `words`:
English as strings, and said in the listener's language at the edge. What a check finds in a document comes with
`mends`, changes that do, where there are any.
"""

from typing import Annotated, Any

from pydantic import AfterValidator, Field

from neurarium.spec.base import SpecModel
from neurarium.spec.mends import Mend, Suggestion, Suggestions
from neurarium.words import Text


def _printable(text: str) -> str:
    # What was received is quoted, and JSON can name half of a surrogate pair, which no UTF-8 can.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


_Name = Annotated[str, AfterValidator(_printable)]


class ErrorInfo(SpecModel):
    """An error as scripts and the page receive it."""

    code: str
    message: Text
    hint: Text | None = None
    node: _Name | None = None
    field: _Name | None = None


class Finding(ErrorInfo):
    """An error that a check found in a document, with what would make it go."""

    mends: tuple[Mend, ...] = Field(default=(), description="Changes of the spec, each of which mends it.")


class NeurariumError(Exception):
    """Base of all errors that are a user's to mend; carries an `ErrorInfo`, and what whoever raised it suggests."""

    code = "error"

    def __init__(
        self,
        message: Text,
        *,
        hint: Text | None = None,
        node: str | None = None,
        field: str | None = None,
        code: str | None = None,
        suggests: Suggestions = (),
    ) -> None:
        super().__init__(message)
        self.suggestions: tuple[Suggestion, ...] = tuple(suggests)
        self.info = ErrorInfo(code=code or self.code, message=message, hint=hint, node=node, field=field)

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process borders; keyword-only arguments need help to be rebuilt on the other side.
        return (_rebuild, (type(self), self.info))

    def at(self, node: str) -> "NeurariumError":
        """Return the same error located at `node`."""
        located = type(self).from_info(self.info.model_copy(update={"node": node}))
        located.suggestions = self.suggestions
        return located

    @classmethod
    def from_info(cls, info: ErrorInfo) -> "NeurariumError":
        """Return an error of this class that carries `info`."""
        return cls(info.message, hint=info.hint, node=info.node, field=info.field, code=info.code)


def _rebuild(kind: type[NeurariumError], info: ErrorInfo) -> NeurariumError:
    return kind.from_info(info)


class SpecError(NeurariumError):
    """What was asked for cannot be built."""

    code = "invalid_spec"


class ShapeError(SpecError):
    """A node cannot take the shapes that reach it."""

    code = "shape_mismatch"


class GraphError(SpecError):
    """Names, inputs or order of the nodes are wrong."""

    code = "invalid_graph"


class LimitError(SpecError):
    """The spec is larger than this server allows."""

    code = "too_large"


class NotFoundError(NeurariumError):
    """Nothing has that name."""

    code = "not_found"


class ConflictError(NeurariumError):
    """The run's state forbids the command."""

    code = "conflict"


class UnavailableError(NeurariumError):
    """An engine, a device or a data set is not on this machine."""

    code = "unavailable"


class DivergedError(NeurariumError):
    """Training produced a number that is not finite."""

    code = "diverged"


class WorkerError(NeurariumError):
    """The process that trains ended or could not start."""

    code = "worker_failed"
