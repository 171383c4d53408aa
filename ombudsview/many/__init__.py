"""Many files at once: the same reading of one file, spread over this machine's cores or over a cluster, answered in order."""
