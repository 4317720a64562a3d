"""Tests of generator.data_files."""
