"""Catalogue to pages: views ready to print, and the templates that print them."""
