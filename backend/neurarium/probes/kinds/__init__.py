"""Every probe, one file each; see `probes.registry`."""
