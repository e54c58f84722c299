"""Reading IDX, the format that MNIST comes in: a short header, then bytes.

    0, 0      two zero bytes
    8         type of the values: 8 is an unsigned byte
    d         how many dimensions
    4 x d     each dimension's size, big-endian
    values    in C order

Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits (the format's description on its page).
"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from neurarium.data.errors import DataError
from neurarium.words import say

UNSIGNED_BYTE = 8
LARGEST = 256 * 2**20
"""Bytes of values that a file may hold: five times MNIST's training images. What a header claims beyond is refused."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


_GZIP_START = b"\x1f\x8b"
_CHUNK = 2**20


def read_idx(path: Path, dimensions: int, largest: int = LARGEST) -> NDArray[np.uint8]:
    """Return the bytes of an IDX file, gzip or plain, in the shape that its header states.

    Memory is taken only for bytes that are really there, a chunk at a time, and never beyond what the header states
    and `largest` allows; so neither a header that lies nor a file that unpacks to gigabytes costs any.

    Arguments:
        path: the file.
        dimensions: how many dimensions are expected: 3 for images, 1 for labels.
        largest: how many bytes of values are allowed.

    Raises:
        DataError: the file is something else, is cut off, is longer than its header states, or is damaged.
        OSError: it cannot be opened or read.
    """
    with path.open("rb") as file:
        packed = file.read(len(_GZIP_START)) == _GZIP_START
        file.seek(0)
        try:
            if not packed:
                return _read(file, path.name, dimensions, largest)
            with gzip.GzipFile(fileobj=file) as unpacked:
                return _read(unpacked, path.name, dimensions, largest)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise DataError(
                say("{name} is a damaged gzip file: {error}.", name=path.name, error=error),
                hint=say("Fetch the file again; it may have been cut off on its way."),
            ) from error


def _read(file: _Readable, name: str, dimensions: int, largest: int) -> NDArray[np.uint8]:
    shape = _read_header(file, name, dimensions)
    # In Python's numbers: a product of numpy's could wrap around and look small.
    stated = math.prod(shape)
    described = say("{name} states {sizes} values", name=name, sizes=" x ".join(f"{size:,}" for size in shape))
    if stated > largest:
        raise DataError(
            say("{described}; {largest:,} at most are read from one file.", described=described, largest=largest),
            hint=say("Check that it is one of MNIST's own files."),
            code="too_large",
        )
    values = bytearray()
    while len(values) < stated and (chunk := file.read(min(_CHUNK, stated - len(values)))):
        values += chunk
    if len(values) < stated:
        raise DataError(
            say(
                "{described}, which is {stated:,} bytes; it holds {count:,}.",
                described=described,
                stated=stated,
                count=len(values),
            ),
            hint=say("Fetch the file again; it is cut off."),
            code="truncated_data",
        )
    # Reading to the very end also makes gzip compare its checksum.
    if file.read(1):
        raise DataError(
            say("{described}, which is {stated:,} bytes; it holds more.", described=described, stated=stated),
            hint=say("Fetch the file again; its header and its contents do not belong together."),
        )
    return np.frombuffer(values, np.uint8).reshape(shape)


def _read_header(file: _Readable, name: str, dimensions: int) -> tuple[int, ...]:
    start = file.read(4)
    expected = bytes([0, 0, UNSIGNED_BYTE, dimensions])
    if start != expected:
        received = start.hex(" ") or "nothing"
        raise DataError(
            say(
                "{name} begins with the bytes {received}; IDX with {dimensions} dimensions of "
                "unsigned bytes begins with {expected}.",
                name=name,
                received=received,
                dimensions=dimensions,
                expected=expected.hex(" "),
            ),
            hint=say("Images and labels may be exchanged, or it is another file."),
        )
    sizes = file.read(4 * dimensions)
    if len(sizes) < 4 * dimensions:
        raise DataError(
            say("{name} ends within its header.", name=name),
            hint=say("Fetch the file again; it is cut off."),
            code="truncated_data",
        )
    return struct.unpack(f">{dimensions}I", sizes)
