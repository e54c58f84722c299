"""What the server says to a person, in the language that the person asked for.

English is written where it is said, with `say`; other languages are looked up by it. Nothing here knows what is talked
about, so every room can speak.
"""

from neurarium.words.languages import ENGLISH, LANGUAGES, Language, preferred, speaking, spoken
from neurarium.words.text import Text, Value, reported, say, verbatim

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Language",
    "Text",
    "Value",
    "preferred",
    "reported",
    "say",
    "speaking",
    "spoken",
    "verbatim",
]
