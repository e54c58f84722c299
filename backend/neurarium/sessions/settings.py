"""Settings of the server, each a NEURARIUM_* variable."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from neurarium.data import default_home
from neurarium.graph import Limits
from neurarium.spec.errors import SpecError
from neurarium.words import say

_DEFAULT_LIMITS = Limits()


class Settings(BaseSettings):
    """What can be set; each field is read from ``NEURARIUM_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="NEURARIUM_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=default_home, description="Folder for data that Neurarium keeps.")
    mnist_folder: Path | None = Field(
        default=None, description="Folder with MNIST's own files; left out, datasets/mnist in the home folder."
    )
    open_browser: bool = Field(default=True, description="Whether `neurarium serve` opens a browser.")
    allowed_hosts: list[str] = Field(
        default=["localhost", "127.0.0.1", "[::1]"],
        description="Names under which the server may be addressed, as a JSON list; others are refused.",
    )
    max_active_runs: int = Field(
        default=16,
        ge=1,
        description="Runs that have a process at once, paused ones too; further ones wait in a queue.",
    )
    max_kept_runs: int = Field(default=100, ge=1, description="Ended runs that are kept; the oldest go first.")
    max_parameters: int = Field(
        default=_DEFAULT_LIMITS.parameters, ge=1, description="Trainable numbers that one network may have."
    )
    max_batch_bytes: int = Field(
        default=_DEFAULT_LIMITS.batch_bytes, ge=1, description="Memory for all nodes' outputs over one batch, in bytes."
    )
    max_steps: int = Field(
        default=_DEFAULT_LIMITS.steps, ge=1, description="Steps of one run; each keeps a row of history."
    )
    unwatched_seconds: float = Field(
        default=15.0, gt=0, description="How long a run that a page started goes on when nobody watches it any more."
    )
    start_seconds: float = Field(
        default=60.0, gt=0, description="How long a worker process may take to report before it is given up."
    )

    @property
    def limits(self) -> Limits:
        """The bounds on what is built."""
        return Limits(self.max_parameters, self.max_batch_bytes, self.max_steps)


def read_settings() -> Settings:
    """Return the settings that the environment asks for; raises `SpecError` where one of them cannot be."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        message = say(
            "{name} is {value}: {problem}.",
            name=_variable(first["loc"][0]),
            value=repr(first["input"]),
            problem=first["msg"],
        )
        raise SpecError(message, hint=say("Mend or unset the variable.")) from error
    except SettingsError as error:
        # Lists are read as JSON before anything is checked, and the error names the field in words alone.
        names = [_variable(name) for name in Settings.model_fields if f'"{name}"' in str(error)]
        message = say("{names} is no JSON.", names=names or say("A setting"))
        raise SpecError(message, hint=say('Write a list as ["one", "two"], or unset the variable.')) from error


def _variable(field: int | str) -> str:
    return f"NEURARIUM_{str(field).upper()}"
