"""The pages of projects: each one, and the library with its facets."""
