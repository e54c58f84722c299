"""Where workers run: the protocol, and the implementation that starts processes on this machine."""

import asyncio
import contextlib
import os
import signal
import sys
from dataclasses import dataclass
from typing import Protocol

from neurarium.sessions import worker
from neurarium.words import Text, say

_LOG_BYTES = 8192
_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Exit:
    """How a worker ended.

    Attributes:
        code: its exit code; negative, the signal that ended it.
        log: the end of what it wrote to standard error.
    """

    code: int
    log: str

    def in_words(self) -> Text:
        """Return how it ended, as a sentence for a person."""
        if self.code == -signal.SIGKILL:
            return say("The process that trained was killed (SIGKILL); the system does this when memory runs out.")
        if self.code < 0:
            name = signal.Signals(-self.code).name
            return say("The process that trained was ended by {signal}.", signal=name)
        last = self.log.strip().splitlines()[-1:] or [say("it left no message")]
        return say("The process that trained ended with code {code}: {last}.", code=self.code, last=last[0])


class WorkerProcess(Protocol):
    """A started worker."""

    @property
    def process_id(self) -> int:
        """Its process number."""
        ...

    def kill(self) -> None:
        """End it at once; does nothing where it has ended."""
        ...

    async def wait(self) -> Exit:
        """Return how it ended, once it has."""
        ...


class Launcher(Protocol):
    """Starts workers that dial `address` and show `token`."""

    async def start(self, address: str, token: str, threads: int) -> WorkerProcess:
        """Start one worker that computes with `threads` threads.

        Raises:
            OSError: no process could be started.
        """
        ...


class LocalProcess:
    """A worker on this machine."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._log = bytearray()
        self._reading = asyncio.create_task(self._read_log())

    @property
    def process_id(self) -> int:
        """Its process number."""
        return self._process.pid

    def kill(self) -> None:
        """End it at once; does nothing where it has ended."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def wait(self) -> Exit:
        """Return how it ended, once it has."""
        code = await self._process.wait()
        await self._reading
        return Exit(code, self._log.decode(errors="replace"))

    async def _read_log(self) -> None:
        assert self._process.stderr is not None
        while data := await self._process.stderr.read(_LOG_BYTES):
            sys.stderr.buffer.write(data)
            sys.stderr.flush()
            self._log += data
            del self._log[:-_LOG_BYTES]


class LocalLauncher:
    """Starts each worker as a fresh Python process on this machine; never a fork, after which torch hangs."""

    async def start(self, address: str, token: str, threads: int) -> LocalProcess:
        """Start one worker; see `Launcher.start`."""
        environment = {
            **os.environ,
            **dict.fromkeys(_THREAD_VARIABLES, str(threads)),
            worker.ADDRESS: address,
            worker.TOKEN: token,
            worker.PARENT: str(os.getpid()),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "neurarium.sessions.worker",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
            close_fds=True,
        )
        return LocalProcess(process)
