"""Define the public format of the data: what others may build on, so it changes with care."""
