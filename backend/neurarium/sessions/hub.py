"""Fan-out of one run's messages: every viewer has its own bounded queue, so a slow one never holds up another, or
the training.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from neurarium.sessions.framing import pack
from neurarium.training.messages import LOSSLESS, Message
from neurarium.words import ENGLISH, Language, Text, say

RESUME_BYTES = 4 * 2**20
"""Bytes of lossless messages kept for viewers that return."""
VIEWER_BYTES = 8 * 2**20
"""Bytes of lossless messages that may wait for one viewer before it is let go."""

ProbeKey = tuple[str, str, str | None]


class Packed:
    """A message as viewers receive it: packed once, and once more for each further language where it has words."""

    def __init__(self, message: Message) -> None:
        self._message = message if _has_words(message) else None
        self._bodies: dict[Language, bytes] = {ENGLISH: pack(message, ENGLISH)}

    def in_language(self, language: Language) -> bytes:
        """Return it as a viewer of that language receives it."""
        if self._message is None:
            return self._bodies[ENGLISH]
        if language not in self._bodies:
            self._bodies[language] = pack(self._message, language)
        return self._bodies[language]

    def __len__(self) -> int:
        return len(self._bodies[ENGLISH])


class Viewer:
    """One viewer's queue: lossless messages in order, and the latest of each probe; in the viewer's language."""

    def __init__(self, waiting: Iterable[bytes] = (), language: Language = ENGLISH) -> None:
        """Begin with `waiting`, what the viewer catches up with; it may be as large as the run's history is."""
        self.language: Language = language
        self._lossless: deque[bytes] = deque(waiting)
        self._lossless_bytes = sum(map(len, self._lossless))
        self._most_bytes = self._lossless_bytes + VIEWER_BYTES
        self._probes: dict[ProbeKey, bytes] = {}
        self._something = asyncio.Event()
        self.closing: tuple[int, str] | None = None
        """Code and reason with which the socket is to be closed, once set."""

    def put(self, body: bytes) -> None:
        """Queue a message that must arrive."""
        if self.closing:
            return
        self._lossless.append(body)
        self._lossless_bytes += len(body)
        if self._lossless_bytes > self._most_bytes and len(self._lossless) > 1:
            self.close(1013, say("This viewer fell too far behind; connect again to go on."))
        self._something.set()

    def put_probe(self, key: ProbeKey, body: bytes) -> None:
        """Queue a probe; one of the same key that still waits is replaced."""
        if self.closing:
            return
        self._probes.pop(key, None)
        self._probes[key] = body
        self._something.set()

    def forget_probes(self) -> None:
        """Drop the probes that wait."""
        self._probes.clear()

    def close(self, code: int, reason: Text) -> None:
        """Let the viewer go; what waits is not sent any more, and its memory is given back."""
        self.closing = self.closing or (code, reason.in_language(self.language))
        self._lossless.clear()
        self._probes.clear()
        self._something.set()

    async def next(self) -> bytes | None:
        """Return the next message, after waiting for one; None when the viewer is to be let go."""
        while True:
            if self.closing:
                return None
            if self._lossless:
                body = self._lossless.popleft()
                self._lossless_bytes -= len(body)
                return body
            if self._probes:
                return self._probes.pop(next(iter(self._probes)))
            self._something.clear()
            await self._something.wait()


class Hub:
    """Numbers a run's messages, keeps what returning viewers need, and hands them out."""

    def __init__(self) -> None:
        self.sequence = 0
        """Number of the last message."""
        self.viewers: set[Viewer] = set()
        self._recent: deque[tuple[int, Packed]] = deque()
        self._recent_bytes = 0
        self._forgotten = 0
        self._probes: dict[ProbeKey, Packed] = {}

    def publish(self, message: Message) -> None:
        """Number a message and queue it for every viewer."""
        self.sequence += 1
        packed = Packed({**message, "seq": self.sequence})
        if message["type"] in LOSSLESS:
            self._remember(packed)
            for viewer in self.viewers:
                viewer.put(packed.in_language(viewer.language))
        else:
            key = (message["probe"], message["node"], message["parameter"])
            self._probes[key] = packed
            for viewer in self.viewers:
                viewer.put_probe(key, packed.in_language(viewer.language))

    def forget_probes(self) -> None:
        """Drop the kept probes, and those that wait for a viewer: after a reset they would be of another training."""
        self._probes.clear()
        for viewer in self.viewers:
            viewer.forget_probes()

    def join(
        self, hello: Message, after: int | None, snapshot: Callable[[], Message], language: Language = ENGLISH
    ) -> Viewer:
        """Return a new viewer's queue, filled with what it needs to catch up.

        With `after`, a sequence number, that is every lossless message since, where they are still kept; else a
        snapshot. The latest of each probe follows either way. The greatest number that a viewer has received is
        what it may return with: a message goes out only after every lossless one of a smaller number, and the number
        of `hello` is the one that this viewer goes on from.
        """
        resumes = after is not None and self._forgotten <= after <= self.sequence
        waiting = [pack({**hello, "seq": after if resumes else 0, "last_seq": self.sequence}, language)]
        if after is not None and resumes:
            waiting += [packed.in_language(language) for sequence, packed in self._recent if sequence > after]
        else:
            waiting.append(pack({**snapshot(), "seq": self.sequence}, language))
        viewer = Viewer(waiting, language)
        for key, packed in self._probes.items():
            viewer.put_probe(key, packed.in_language(language))
        self.viewers.add(viewer)
        return viewer

    def tell(self, viewer: Viewer, message: Message) -> None:
        """Queue a message for one viewer alone; it takes no number of its own."""
        viewer.put(pack({**message, "seq": self.sequence}, viewer.language))

    def leave(self, viewer: Viewer) -> None:
        """Forget a viewer."""
        self.viewers.discard(viewer)

    def close(self, code: int, reason: Text) -> None:
        """Let every viewer go."""
        for viewer in self.viewers:
            viewer.close(code, reason)

    def _remember(self, packed: Packed) -> None:
        self._recent.append((self.sequence, packed))
        self._recent_bytes += len(packed)
        while self._recent_bytes > RESUME_BYTES and len(self._recent) > 1:
            sequence, oldest = self._recent.popleft()
            self._recent_bytes -= len(oldest)
            self._forgotten = sequence


def _has_words(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_words, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_has_words, value))
    return isinstance(value, Text)
