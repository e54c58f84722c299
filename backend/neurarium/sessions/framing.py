"""Messages on a byte stream: four bytes of length, big-endian, then one msgpack map.

On the way between the server and its workers a text stays one, as an extension type of msgpack; a viewer receives it as
a string, in its language.
"""

import struct
from enum import Enum
from functools import partial
from typing import Any

import msgpack
import numpy as np

from neurarium.words import Language, Text

HEADER = struct.Struct(">I")
LARGEST_FRAME = 256 * 2**20
"""Bytes; a longer frame is taken for a broken stream."""
LARGEST_WEIGHTS = 200 * 2**20
"""Bytes of weights, as safetensors, that travel on a link."""

_TEXT = 1
"""The extension type of a text: its template, its values, and what it is in English."""


class BrokenStreamError(Exception):
    """The bytes received are no frame."""


def pack(message: Any, language: Language | None = None) -> bytes:
    """Return `message` as msgpack; numpy arrays become ``{"dtype", "shape", "data"}``, little-endian, in C order.

    Texts become strings in `language`; without one they stay texts, for `unpack`.
    """
    # Strict, so that texts, which are strings too, are seen; so are all other kinds of strings, lists and maps.
    packed = msgpack.packb(message, default=partial(_pack_special, language), use_bin_type=True, strict_types=True)
    assert packed is not None  # only a packer that was told not to reset returns nothing
    return packed


def unpack(body: bytes | memoryview) -> Any:
    """Return what `pack` packed; arrays stay maps, which `pack` passes on as they are and `as_array` reads."""
    return msgpack.unpackb(body, raw=False, strict_map_key=False, ext_hook=_unpack_special)


def frame(message: Any) -> bytes:
    """Return `message` as one frame."""
    body = pack(message)
    return HEADER.pack(len(body)) + body


def as_array(packed: np.ndarray | dict[str, Any]) -> np.ndarray:
    """Return a packed array as a read-only numpy array; one that is none yet is returned as it is."""
    if isinstance(packed, np.ndarray):
        return packed
    return np.frombuffer(packed["data"], np.dtype(packed["dtype"]).newbyteorder("<")).reshape(packed["shape"])


class FrameReader:
    """Puts frames together from pieces of any size."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """Take received bytes and return the messages that they complete.

        Raises:
            BrokenStreamError: the length or the body cannot be right.
        """
        self._buffer += data
        messages: list[dict[str, Any]] = []
        while len(self._buffer) >= HEADER.size:
            (length,) = HEADER.unpack_from(self._buffer)
            if length > LARGEST_FRAME:
                raise BrokenStreamError(f"A frame of {length} bytes was announced; {LARGEST_FRAME} are the most.")
            end = HEADER.size + length
            if len(self._buffer) < end:
                break
            try:
                message = unpack(bytes(self._buffer[HEADER.size : end]))
            except (ValueError, TypeError, OverflowError, msgpack.UnpackException) as error:
                raise BrokenStreamError(f"A frame is no msgpack: {error}.") from error
            if not isinstance(message, dict):
                raise BrokenStreamError(f"A frame holds a {type(message).__name__}; it must hold a map.")
            messages.append(message)
            del self._buffer[:end]
        return messages


def _pack_special(language: Language | None, value: Any) -> Any:
    if isinstance(value, Text):
        if language is not None:
            return value.in_language(language)
        return msgpack.ExtType(_TEXT, pack([value.template, dict(value.values), str(value)]))
    if isinstance(value, str):
        return str(value.value if isinstance(value, Enum) else value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, np.ndarray):
        little = value if value.dtype.byteorder in "=|<" else value.astype(value.dtype.newbyteorder("<"))
        return {"dtype": value.dtype.name, "shape": list(value.shape), "data": np.ascontiguousarray(little).tobytes()}
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot be sent.")


def _unpack_special(code: int, data: bytes) -> Any:
    if code != _TEXT:
        return msgpack.ExtType(code, data)
    try:
        template, values, english = unpack(data)
        return Text(template, values, english)
    except (AttributeError, LookupError) as error:  # what it holds is no template, or lacks a value
        raise ValueError(f"no text: {error}") from error
