"""The recipes: each reads from top to bottom like a table of contents."""
