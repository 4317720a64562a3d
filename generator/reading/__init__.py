"""Bytes to a tree of text, with the line and column of every key and value."""
