"""How the loop hears commands and tells what it measured, without knowing who is on the other end."""

from typing import Protocol

from neurarium.training.commands import Command
from neurarium.training.messages import Message


class ChannelClosedError(Exception):
    """Nobody is on the other end any more: the run has to end."""


class Channel(Protocol):
    """The loop's link to the outside; used from the training thread alone."""

    def send(self, message: Message) -> None:
        """Hand over a message; never blocks, and may drop a probe when the other end is behind."""
        ...

    def poll(self) -> list[Command]:
        """Return the commands that came, at once.

        Raises:
            ChannelClosedError: the other end is gone or asks the run to end.
        """
        ...

    def wait(self, seconds: float | None = None) -> list[Command]:
        """Return the commands that came, after waiting for the first one, for at most `seconds` where that is given;
        raises as `poll`.
        """
        ...
