"""How residents take part: what a page says of it, and the page of all ways."""
