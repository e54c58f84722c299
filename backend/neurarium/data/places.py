"""Where data sets that are read from files lie."""

import os
import sys
from pathlib import Path


def default_home() -> Path:
    """Return the folder for Neurarium's data where none was set: the platform's usual place."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "neurarium"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "neurarium"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "neurarium"


def home_folder() -> Path:
    """Return the folder in ``NEURARIUM_HOME``, else the platform's usual place."""
    home = os.environ.get("NEURARIUM_HOME")
    return Path(home).expanduser() if home else default_home()


def folder_variable(kind: str) -> str:
    """Return the name of the environment variable that says where a data set lies, e.g. ``NEURARIUM_MNIST_FOLDER``."""
    return f"NEURARIUM_{kind.upper()}_FOLDER"


def dataset_folder(kind: str) -> Path:
    """Return the folder with the files of data set `kind`: its own variable, else ``datasets/<kind>`` at home."""
    folder = os.environ.get(folder_variable(kind))
    return Path(folder).expanduser() if folder else home_folder() / "datasets" / kind
