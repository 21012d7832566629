"""Make all that style sheets need of a few colours and sizes of the settings, and judge whether it can be read."""
