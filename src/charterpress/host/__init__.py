"""Publish pages with MkDocs: the plugin's hooks, and one build a language in its own process."""
