"""All records by id, the links between them both ways, and what follows from them together."""
