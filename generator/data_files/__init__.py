"""The same catalogue for programs: tables, their description, and the search index."""
