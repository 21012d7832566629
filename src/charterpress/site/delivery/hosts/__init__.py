"""Write what a site asks of its server in the words of each server: one module a server."""
