"""Start something new in a project."""
