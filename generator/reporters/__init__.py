"""One renderer a format, all fed by the same problems."""
