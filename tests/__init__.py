"""Tests: by the doors that users use, and by units where the logic is thick."""
