"""The states of a run, and which may follow which.

queued ─► starting ─► running ◄─► paused
│           │           │
│           ├───────────┴─► stopped       a person, or nobody watching, ended it
│           ├─► finished ─┐
│           ├─► diverged ─┴─► paused      by reset, at step 0
└───────────┴─► failed | interrupted      the process, or the server, ended
"""

from enum import StrEnum

from neurarium.words import Text, say


class RunState(StrEnum):
    """What a run is doing."""

    QUEUED = "queued"
    STARTING = "starting"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"
    DIVERGED = "diverged"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    def in_words(self) -> Text:
        """Return it for a sentence."""
        return _IN_WORDS[self]


_IN_WORDS = {
    RunState.QUEUED: say("queued"),
    RunState.STARTING: say("starting"),
    RunState.RUNNING: say("running"),
    RunState.PAUSED: say("paused"),
    RunState.FINISHED: say("finished"),
    RunState.STOPPED: say("stopped"),
    RunState.DIVERGED: say("diverged"),
    RunState.FAILED: say("failed"),
    RunState.INTERRUPTED: say("interrupted"),
}

_ENDINGS = frozenset({RunState.STOPPED, RunState.FAILED, RunState.INTERRUPTED})

FOLLOWERS: dict[RunState, frozenset[RunState]] = {
    RunState.QUEUED: frozenset({RunState.STARTING, *_ENDINGS}),
    RunState.STARTING: frozenset({RunState.RUNNING, RunState.PAUSED, RunState.DIVERGED, *_ENDINGS}),
    RunState.RUNNING: frozenset({RunState.PAUSED, RunState.FINISHED, RunState.DIVERGED, *_ENDINGS}),
    RunState.PAUSED: frozenset({RunState.RUNNING, RunState.PAUSED, RunState.DIVERGED, *_ENDINGS}),
    RunState.FINISHED: frozenset({RunState.PAUSED}),
    RunState.DIVERGED: frozenset({RunState.PAUSED}),
    RunState.STOPPED: frozenset(),
    RunState.FAILED: frozenset(),
    RunState.INTERRUPTED: frozenset(),
}
"""Which states may follow a state; paused follows paused when a run is reset."""

ACTIVE = frozenset({RunState.STARTING, RunState.RUNNING, RunState.PAUSED})
"""States in which a run has work before it and a process that does it."""

ENDED = frozenset(RunState) - ACTIVE - {RunState.QUEUED}
"""States in which a run does no work; finished and diverged ones can still be reset while their process lives."""
