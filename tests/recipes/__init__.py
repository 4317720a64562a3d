"""Tests of generator.recipes."""
