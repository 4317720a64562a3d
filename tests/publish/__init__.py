"""Tests of generator.publish."""
