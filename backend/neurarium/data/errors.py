"""The error of files that are there and cannot be used."""

from neurarium.spec.errors import SpecError


class DataError(SpecError):
    """A file of a data set is not what its format promises: truncated, mislabelled or of another kind."""

    code = "malformed_data"
