"""Everything that holds Neurarium to what it promises."""
