"""Weights survive both formats, and nothing that comes as a weights file can do harm."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.spec.errors import LimitError, NeurariumError, SpecError
from neurarium.store import WeightsFormat, pack_weights, read_weights, unpack_weights

FORMATS: list[WeightsFormat] = ["safetensors", "npz"]
TENSORS = {
    "conv1.weight": np.arange(24, dtype=np.float32).reshape(2, 3, 2, 2) / 7,
    "norm1.running_mean": np.array([0.1, -0.2]),
    "scalar.value": np.array(3.5, np.float32),
}


def safetensors(header: object, data: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def npz(**entries: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(f"{name}.npy", body)
    return packed.getvalue()


def npy(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    body = io.BytesIO()
    np.lib.format.write_array(body, array, allow_pickle=allow_pickle)
    return body.getvalue()


def npy_header(shape: str, dtype: str = "<f4") -> bytes:
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


@pytest.mark.parametrize("form", FORMATS)
def test_weights_come_back_as_they_were(form: WeightsFormat) -> None:
    packed = pack_weights(TENSORS, form)
    back = unpack_weights(packed)
    assert set(back) == set(TENSORS)
    for name, values in TENSORS.items():
        assert back[name].dtype == values.dtype
        np.testing.assert_array_equal(back[name], values)
    assert pack_weights(TENSORS, form) == packed


def test_numpy_reads_the_npz_without_pickle_and_we_read_numpys() -> None:
    with np.load(io.BytesIO(pack_weights(TENSORS, "npz")), allow_pickle=False) as loaded:
        np.testing.assert_array_equal(loaded["conv1.weight"], TENSORS["conv1.weight"])
    for save in (np.savez, np.savez_compressed):
        written = io.BytesIO()
        save(written, **{"a.weight": np.asfortranarray(TENSORS["conv1.weight"][0, 0]), "b.weight": np.ones(2, ">f8")})
        back = unpack_weights(written.getvalue())
        np.testing.assert_array_equal(back["a.weight"], TENSORS["conv1.weight"][0, 0])
        np.testing.assert_array_equal(back["b.weight"], [1.0, 1.0])


@pytest.mark.torch
def test_files_of_torch_are_read_half_precision_included() -> None:
    import torch
    from safetensors.torch import save

    values = torch.tensor([1.0, -2.5, 3.140625])
    back = unpack_weights(save({"a.half": values.half(), "a.brain": values.bfloat16(), "a.full": values.double()}))
    for name in ("a.half", "a.brain", "a.full"):
        np.testing.assert_array_equal(back[name], values.numpy())
    assert (back["a.half"].dtype, back["a.full"].dtype) == (np.float32, np.float64)


class Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return (pytest.fail, ("a pickle was opened",))


F32 = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "noise": b"\x00\x01\x02 nothing of the kind",
    "a pickle": pickle.dumps({"fc1.weight": Bomb()}),
    "a header that is longer than the file": struct.pack("<Q", 2**40) + b"{}",
    "a header that is no JSON": struct.pack("<Q", 4) + b"{{{{",
    "offsets beyond the file": safetensors({"a.weight": {**F32, "data_offsets": [0, 800]}}, b"\0" * 8),
    "offsets that run backwards": safetensors({"a.weight": {**F32, "data_offsets": [8, 0]}}, b"\0" * 8),
    "offsets that overlap": safetensors({"a.weight": F32, "b.weight": {**F32, "data_offsets": [4, 12]}}, b"\0" * 12),
    "a shape of more values than there are": safetensors({"a.weight": {**F32, "shape": [2**40]}}, b"\0" * 8),
    "integers": safetensors({"a.weight": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]}}, b"\0" * 8),
    "no tensor": safetensors({}),
    "an empty archive": npz(),
    "a cut archive": npz(a=npy(np.ones(3)))[:-30],
    "an archive of other things": npz(a=b"hello"),
    "an array of objects": npz(a=npy(np.array([Bomb()], object), allow_pickle=True)),
    "an array of complex numbers": npz(a=npy(np.ones(3, complex))),
    "an array that is claimed to be enormous": npz(a=npy_header("(1000000000000,)") + b"\0" * 8),
    "an array of negative size": npz(a=npy_header("(-1, -2)") + b"\0" * 8),
    "a header that computes": npz(a=npy_header("__import__('os').abort()")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_weights_file_is_refused_in_words(name: str) -> None:
    with pytest.raises(SpecError, match=r"^The weights cannot be read: ") as raised:
        unpack_weights(BROKEN[name])
    assert raised.value.info.code == "invalid_weights"
    assert raised.value.info.hint


def test_a_file_that_is_too_large_is_refused_packed_and_unpacked() -> None:
    with pytest.raises(LimitError, match="99"):
        unpack_weights(pack_weights(TENSORS), most_bytes=99)
    bomb = npz(a=npy(np.zeros(2**20)))
    assert len(bomb) < 20_000
    with pytest.raises(LimitError, match="unpack to"):
        unpack_weights(bomb, most_bytes=2**20)


@given(data=st.binary(max_size=200), start=st.sampled_from([b"", b"PK\x03\x04", struct.pack("<Q", 20)]))
def test_any_bytes_are_weights_or_refused(data: bytes, start: bytes) -> None:
    with pytest.raises(NeurariumError):
        unpack_weights(start + data)


@given(st.integers(0, 500), st.integers(0, 255), st.sampled_from(FORMATS))
def test_a_file_with_one_wrong_byte_is_read_or_refused(position: int, value: int, form: WeightsFormat) -> None:
    packed = bytearray(pack_weights(TENSORS, form))
    packed[position % len(packed)] = value
    try:
        back = unpack_weights(bytes(packed))
    except NeurariumError:
        return
    assert all(values.dtype.kind == "f" for values in back.values())


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"none\.npz cannot be read"):
        read_weights(tmp_path / "none.npz")
