"""Tests of two states compared."""
