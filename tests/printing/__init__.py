"""Tests of generator.printing."""
