"""Tests of generator.records."""
