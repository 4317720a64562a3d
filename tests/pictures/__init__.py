"""Tests of generator.pictures."""
