"""Showcase: from hand-written records of volunteer service to a public site."""

from __future__ import annotations

__version__ = "0.1.0"
