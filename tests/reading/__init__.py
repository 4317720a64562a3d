"""Tests of generator.reading."""
