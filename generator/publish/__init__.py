"""Writing: each path once, and the site as a whole or not at all."""
