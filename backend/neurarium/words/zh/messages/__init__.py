"""What the rooms say, a file for each room; keyed by the template that `say` is given."""
