"""The reports of a check, each format against what its reader expects."""
