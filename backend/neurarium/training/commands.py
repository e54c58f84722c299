"""What a person can tell a run, checked before it reaches the loop."""

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    model_serializer,
    model_validator,
)

from neurarium.spec.base import SpecModel
from neurarium.spec.errors import ConflictError
from neurarium.spec.findings import finding
from neurarium.spec.optimizers.base import LearningRate
from neurarium.spec.validation import parse_with
from neurarium.training.states import ENDED, RunState
from neurarium.words import say


class Pause(SpecModel):
    """Make no further step but the next one, which is measured; a run that has ended makes none anyway."""

    command: Literal["pause"] = "pause"


class Resume(SpecModel):
    """Go on, or begin."""

    command: Literal["resume"] = "resume"


class Step(SpecModel):
    """Make `count` steps, then hold."""

    command: Literal["step"] = "step"
    count: int = Field(default=1, ge=1, le=1_000_000)


class Stop(SpecModel):
    """End the run and its process; what was measured stays."""

    command: Literal["stop"] = "stop"


class Reset(SpecModel):
    """Go back to step 0 and the same initial weights, and hold."""

    command: Literal["reset"] = "reset"


def _not_null(value: Any) -> Any:
    if value is None:
        raise finding("invalid_value", say("should be a number; leave it out to leave it as it is"))
    return value


class Set(SpecModel):
    """Change settings while it trains: those that are named, from the next step on."""

    command: Literal["set"] = "set"
    learning_rate: Annotated[LearningRate | None, AfterValidator(_not_null)] = None
    steps_per_second: float | None = Field(
        default=None,
        ge=0.01,
        le=1_000_000,
        description="The speed limit, for watching slowly; null trains as fast as it can.",
    )
    pinned_sample: Annotated[int | None, AfterValidator(_not_null)] = Field(
        default=None,
        ge=0,
        description="The sample whose feature maps are shown: its place among the validation samples, or among the"
        " training samples where none are kept to validate.",
    )

    @property
    def named(self) -> dict[str, Any]:
        """The settings that are changed, and their new values: null is a value, too."""
        return {name: getattr(self, name) for name in self.model_fields_set - {"command"}}

    @model_validator(mode="after")
    def _check_named(self) -> Self:
        if not self.named:
            names = [name for name in type(self).model_fields if name != "command"]
            raise finding("invalid_option", say('"set" names no setting; there are {names}.', names=names), "command")
        return self

    @model_serializer(mode="wrap")
    def _write_named(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # What was left out must not come back as null, which is a value.
        return {name: value for name, value in write(self).items() if name == "command" or name in self.named}


Command: TypeAlias = Pause | Resume | Step | Stop | Reset | Set
AnyCommand = Annotated[Command, Field(discriminator="command")]

_COMMAND: TypeAdapter[Command] = TypeAdapter(AnyCommand)

_WORKING = frozenset({RunState.RUNNING, RunState.PAUSED})
_ALLOWED: dict[str, frozenset[RunState]] = {
    # Whoever pauses or stops cannot know whether the run ends at that moment; what was asked holds then as well.
    "pause": _WORKING | ENDED,
    "stop": frozenset(RunState),
    "resume": _WORKING,
    "step": _WORKING,
    # What is set holds for a reset as well.
    "set": _WORKING | {RunState.FINISHED, RunState.DIVERGED},
    "reset": _WORKING | {RunState.FINISHED, RunState.DIVERGED},
}


def parse_command(raw: object) -> Command:
    """Return `raw` as a command; raises `SpecError` where it is none."""
    return parse_with(_COMMAND, raw)


def check_allowed(command: Command, state: RunState) -> None:
    """Raise `ConflictError` where a run in `state` cannot follow `command`."""
    if state in _ALLOWED[command.command]:
        return
    hint = say("Start it again.")
    if state in (RunState.QUEUED, RunState.STARTING):
        hint = say("Wait until it has started.")
    if state in (RunState.FINISHED, RunState.DIVERGED):
        hint = say("Reset it first.")
    raise ConflictError(
        say('The run is {state}, and "{command}" cannot act on it.', state=state.in_words(), command=command.command),
        hint=hint,
    )
