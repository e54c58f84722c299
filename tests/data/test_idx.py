"""The IDX reader takes what is there and believes no header."""

import gzip
import math
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.data import DataError
from neurarium.data.idx import read_idx
from neurarium.spec.errors import SpecError


def idx(shape: tuple[int, ...], values: bytes, kind: int = 8) -> bytes:
    return bytes([0, 0, kind, len(shape)]) + struct.pack(f">{len(shape)}I", *shape) + values


def write(folder: Path, contents: bytes, packed: bool = False) -> Path:
    path = folder / ("file.gz" if packed else "file")
    path.write_bytes(gzip.compress(contents) if packed else contents)
    return path


@pytest.mark.parametrize("packed", [False, True])
@given(shape=st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple), data=st.data())
def test_what_was_written_is_read(
    shape: tuple[int, ...], data: st.DataObject, packed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    size = math.prod(shape)
    values = data.draw(st.binary(min_size=size, max_size=size))
    path = write(tmp_path_factory.getbasetemp(), idx(shape, values), packed)
    found = read_idx(path, len(shape))
    assert found.shape == shape
    assert found.tobytes() == values


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("contents", "problem"),
    [
        (b"", "begins with the bytes nothing"),
        (b"\x00\x00\x08", "begins with the bytes 00 00 08;"),
        (b"PK\x03\x04 a zip", "begins with the bytes 50 4b 03 04;"),
        (idx((2, 2, 2), bytes(8), kind=13), "begins with the bytes 00 00 0d 03;"),
        (idx((8,), bytes(8)), "begins with the bytes 00 00 08 01;"),
        (idx((2, 2, 2), b"")[:9], "ends within its header"),
        (idx((2, 2, 2), bytes(7)), "2 x 2 x 2 values, which is 8 bytes; it holds 7"),
        (idx((2, 2, 2), bytes(9)), "it holds more"),
        (idx((0, 2, 2), bytes(1)), "it holds more"),
    ],
)
def test_a_malformed_file_is_refused_with_what_was_found(
    contents: bytes, problem: str, packed: bool, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=problem) as caught:
        read_idx(write(tmp_path, contents, packed), 3)
    assert isinstance(caught.value, SpecError)
    assert caught.value.info.hint


@given(data=st.data())
def test_a_packed_file_cut_or_changed_anywhere_gives_no_other_pixels(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    values = np.random.default_rng(0).integers(0, 256, 400, dtype=np.uint8).tobytes()
    whole = gzip.compress(idx((4, 10, 10), values), mtime=0)
    place = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        spoilt = whole[:place]
    else:
        spoilt = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    path = tmp_path_factory.getbasetemp() / "spoilt.gz"
    path.write_bytes(spoilt)
    try:
        found = read_idx(path, 3)
    except DataError:
        return
    # A few bytes of a gzip header (time, system) mean nothing to its contents.
    assert found.tobytes() == values


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("shape", [(2**32 - 1,) * 3, (60_000, 2**16, 2**16), (2**31, 2**31, 4)])
def test_a_header_that_claims_too_much_is_refused_before_memory_is_taken(
    shape: tuple[int, ...], packed: bool, tmp_path: Path
) -> None:
    path = write(tmp_path, idx(shape, bytes(100)), packed)
    tracemalloc.start()
    with pytest.raises(DataError, match="at most are read from one file"):
        read_idx(path, 3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


def test_a_header_within_bounds_but_without_its_values_takes_no_memory_for_them(tmp_path: Path) -> None:
    path = write(tmp_path, idx((200, 1000, 1000), bytes(100)), packed=True)
    tracemalloc.start()
    with pytest.raises(DataError, match="it holds 100"):
        read_idx(path, 3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 2**20


def test_a_gzip_bomb_is_unpacked_no_further_than_its_header_states(tmp_path: Path) -> None:
    path = write(tmp_path, idx((10, 10, 10), bytes(64 * 2**20)), packed=True)
    assert path.stat().st_size < 2**17
    tracemalloc.start()
    with pytest.raises(DataError, match="it holds more"):
        read_idx(path, 3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 2**20
