"""Views to text: templates, markup, charts, and what a page says to programs."""
