"""Looking at a finished site as a browser would: what its files name, and whether that is there."""
