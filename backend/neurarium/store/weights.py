"""Weights as bytes: safetensors, or numpy's npz without pickle. What is read came from anywhere, and is not trusted."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.lib import format as npy
from safetensors import SafetensorError, deserialize
from safetensors.numpy import save

from neurarium.spec.errors import LimitError, SpecError
from neurarium.words import Text, say

WeightsFormat = Literal["safetensors", "npz"]
Weights = dict[str, np.ndarray]

MOST_WEIGHT_BYTES = 2**30
"""Bytes of one file, and of the arrays in it."""
MOST_TENSORS = 20_000

_SAFETENSORS = {"F16": np.dtype("<f2"), "F32": np.dtype("<f4"), "F64": np.dtype("<f8")}
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"


def pack_weights(tensors: Mapping[str, np.ndarray], form: WeightsFormat = "safetensors") -> bytes:
    """Return tensors, by ``node.name``, as a file of that format."""
    contiguous = {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
    if form == "safetensors":
        return save(contiguous)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, tensor in contiguous.items():
            # Without a time in it, so that the same weights are the same bytes; numpy's own savez writes the same rest.
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as entry:
                npy.write_array(entry, tensor, allow_pickle=False)
    return packed.getvalue()


def unpack_weights(data: bytes, most_bytes: int = MOST_WEIGHT_BYTES) -> Weights:
    """Return the tensors, by name, of a safetensors or npz file, told apart by its first bytes.

    Float tensors alone; nothing is ever unpickled, and nothing larger than `most_bytes` is allocated, whatever a header
    claims. Half precision becomes float32.

    Raises:
        LimitError: the file, or what it unpacks to, is larger than `most_bytes`.
        SpecError: it is no such file, is cut off, or holds other things than floating-point arrays.
    """
    if len(data) > most_bytes:
        raise LimitError(
            say("The weights are {size:,} bytes; {most:,} are the most.", size=len(data), most=most_bytes),
            hint=say("Leave out what the network does not need."),
            code="too_large",
        )
    read = _read_npz if data[:4] in (_ZIP, _EMPTY_ZIP) else _read_safetensors
    tensors = read(data, most_bytes)
    if not tensors:
        raise _broken(say("it holds no tensor"))
    return tensors


def read_weights(path: Path) -> Weights:
    """Return the tensors of a file, as `unpack_weights`.

    Raises:
        LimitError: it is too large; nothing of it is read then.
        SpecError: it cannot be read, or is no file of weights.
    """
    try:
        if path.stat().st_size > MOST_WEIGHT_BYTES:
            raise LimitError(
                say(
                    "{path} has {size:,} bytes; {most:,} are the most.",
                    path=path,
                    size=path.stat().st_size,
                    most=MOST_WEIGHT_BYTES,
                )
            )
        return unpack_weights(path.read_bytes())
    except OSError as error:
        raise SpecError(
            say("{path} cannot be read: {error}.", path=path, error=error), hint=say("Give the path of a weights file.")
        ) from error


def _read_safetensors(data: bytes, most_bytes: int) -> Weights:
    try:
        # The library checks that the header fits, that offsets lie within the file, side by side, and fit the shapes.
        entries = deserialize(data)
    except SafetensorError as error:
        raise _broken(say("it is neither npz nor safetensors ({error})", error=error)) from error
    if len(entries) > MOST_TENSORS:
        raise _broken(say("it holds {count:,} tensors; {most:,} are the most", count=len(entries), most=MOST_TENSORS))
    tensors: Weights = {}
    for name, entry in entries:
        raw = entry["data"]
        if entry["dtype"] == "BF16":
            # The upper half of a float32; numpy has no type for it.
            values = (np.frombuffer(raw, "<u2").astype(np.uint32) << 16).view(np.float32)
        elif entry["dtype"] in _SAFETENSORS:
            values = np.frombuffer(raw, _SAFETENSORS[entry["dtype"]])
        else:
            raise _broken(
                say("{name} is of type {type}; weights are F32, F64, F16 or BF16", name=name, type=entry["dtype"])
            )
        tensors[name] = _full(values).reshape(entry["shape"])
    return tensors


def _read_npz(data: bytes, most_bytes: int) -> Weights:
    tensors: Weights = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > most_bytes:
                raise LimitError(
                    say(
                        "The weights unpack to {size:,} bytes; {most:,} are the most.",
                        size=unpacked,
                        most=most_bytes,
                    ),
                    code="too_large",
                )
            if len(entries) > MOST_TENSORS:
                raise _broken(
                    say("it holds {count:,} arrays; {most:,} are the most", count=len(entries), most=MOST_TENSORS)
                )
            for entry in entries:
                tensors[entry.filename.removesuffix(".npy")] = _read_npy(archive, entry)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _broken(say("it is no npz file ({error})", error=error)) from error
    return tensors


def _read_npy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> np.ndarray:
    """Return one array of an npz file; its header is believed only as far as its length bears it out."""
    with archive.open(entry) as stream:
        body = io.BytesIO(stream.read(entry.file_size + 1))
    try:
        version = npy.read_magic(body)
        read_header = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}.get(version)
        if read_header is None:
            raise _broken(
                say(
                    "{name} is of npy version {version}; 1.0 and 2.0 are known",
                    name=entry.filename,
                    version=str(version),
                )
            )
        shape, fortran, dtype = read_header(body)
    except ValueError as error:
        raise _broken(say("{name} is no npy array ({error})", name=entry.filename, error=error)) from error
    if dtype.kind != "f" or dtype.itemsize > 8:
        raise _broken(
            say("{name} is of type {type}; weights are float32, float64 or float16", name=entry.filename, type=dtype)
        )
    raw = body.read()
    count = 1
    for size in shape:
        count *= size
    if min(shape, default=0) < 0 or count * dtype.itemsize != len(raw):
        raise _broken(
            say(
                "{name} has {size} bytes, and its header says shape {shape} of {type}",
                name=entry.filename,
                size=len(raw),
                shape=str(shape),
                type=dtype,
            )
        )
    return _full(np.frombuffer(raw, dtype)).reshape(shape, order="F" if fortran else "C")


def _full(values: np.ndarray) -> np.ndarray:
    """Return values in the machine's own byte order, and at least in float32."""
    return values.astype(np.float64 if values.dtype.itemsize == 8 else np.float32)


def _broken(reason: Text) -> SpecError:
    return SpecError(
        say("The weights cannot be read: {reason}.", reason=reason),
        hint=say("Send a safetensors file, or an npz file of floating-point arrays named like conv1.weight."),
        code="invalid_weights",
    )
