"""The public theme: templates and styles, and what MkDocs asks of a theme package."""
