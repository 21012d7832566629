"""Make of a few colours and sizes of the settings all that the site's style sheets need, and judge whether it can be read."""
