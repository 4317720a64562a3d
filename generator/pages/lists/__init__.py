"""Long lists: what a page shows of them, and the pages on which they go on."""
