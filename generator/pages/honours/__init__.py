"""Pages of honours: the list of all, a series over its editions, and a roll."""
