"""Tests of generator.catalogue."""
