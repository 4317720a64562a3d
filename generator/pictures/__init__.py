"""Pictures: hostile bytes in, clean variants out."""
