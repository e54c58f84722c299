"""A sample is taken evenly and within its limit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes

from neurarium.probes.sampling import sample


@given(array_shapes(max_dims=4, max_side=20), st.integers(1, 500))
def test_within_the_limit_and_evenly(shape: tuple[int, ...], limit: int) -> None:
    tensor = np.arange(np.prod(shape)).reshape(shape).astype(np.float64)
    found = sample(tensor, limit)
    assert found.total == tensor.size
    assert 1 <= len(found.values) <= limit
    if tensor.size <= limit:
        np.testing.assert_array_equal(found.values, tensor.reshape(-1))
    else:
        assert len(set(np.diff(found.values).tolist())) <= 1


def test_no_column_is_left_out() -> None:
    tensor = np.broadcast_to(np.arange(64.0), (1000, 64))
    assert set(sample(tensor, 1000).values.tolist()) == set(range(64))
