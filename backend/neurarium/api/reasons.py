"""What the libraries below report in English, and that is worth saying in every language."""

from neurarium.words import Text, say, verbatim

_REASONS = {
    # Starlette's, for a status
    say("Not Found"),
    say("Method Not Allowed"),
    say("There was an error parsing the body"),
    # Python's reader of JSON
    say("Expecting value"),
    say("Expecting property name enclosed in double quotes"),
    say("Expecting ':' delimiter"),
    say("Expecting ',' delimiter"),
    say("Extra data"),
    say("Illegal trailing comma before end of array"),
    say("Illegal trailing comma before end of object"),
    say("Invalid \\escape"),
    say("Invalid control character at"),
    say("Unterminated string starting at"),
}
_BY_WORDS = {str(reason): reason for reason in _REASONS}


def in_words(reason: str) -> Text:
    """Return a library's reason as a text; one that is not listed here is quoted as it came."""
    return _BY_WORDS.get(reason.rstrip(".")) or verbatim(reason.rstrip("."))
