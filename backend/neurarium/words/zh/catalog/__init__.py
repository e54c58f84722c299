"""What the lists of the catalog tell, a file for each list."""
