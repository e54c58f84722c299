"""Patches as RFC 6902 has them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.diagnosis import Operation, apply_patch
from neurarium.diagnosis.patch import pointer


@pytest.mark.parametrize(
    ("document", "operation", "expected"),
    [
        # Appendix A of RFC 6902: A.1 adding a member, A.2 an element, A.3 and A.4 removing them; adding replaces.
        ({"foo": "bar"}, ("add", "/baz", "qux"), {"foo": "bar", "baz": "qux"}),
        ({"foo": ["bar", "baz"]}, ("add", "/foo/1", "qux"), {"foo": ["bar", "qux", "baz"]}),
        ({"baz": "qux", "foo": "bar"}, ("remove", "/baz", None), {"foo": "bar"}),
        ({"foo": ["bar", "qux", "baz"]}, ("remove", "/foo/1", None), {"foo": ["bar", "baz"]}),
        ({"foo": "bar"}, ("add", "/foo", [1]), {"foo": [1]}),
        ({"foo": ["bar"]}, ("add", "/foo/1", "qux"), {"foo": ["bar", "qux"]}),
        ({"a/b": {"m~n": 1}}, ("add", "/a~1b/m~0n", 2), {"a/b": {"m~n": 2}}),
    ],
)
def test_an_operation_does_what_the_rfc_says(document: Any, operation: tuple[Any, ...], expected: Any) -> None:
    before = copy.deepcopy(document)
    op, path, value = operation
    assert apply_patch(document, [Operation(op=op, path=path, value=value)]) == expected
    assert document == before


@pytest.mark.parametrize("path", ["/foo/3", "/bar/x", "/foo/-1"])
def test_a_path_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(LookupError):
        apply_patch({"foo": ["bar"]}, [Operation(op="add", path=path, value=1)])


@given(st.lists(st.text(max_size=4), min_size=1, max_size=3), st.integers())
def test_any_member_can_be_reached_by_its_pointer(parts: list[str], value: int) -> None:
    document: dict[str, Any] = {}
    here = document
    for part in parts[:-1]:
        here[part] = {}
        here = here[part]
    changed = apply_patch(document, [Operation(op="add", path=pointer(*parts), value=value)])
    for part in parts:
        changed = changed[part]
    assert changed == value
