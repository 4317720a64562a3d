"""Tests of generator.desk."""
