"""Give the documents of a site to others: as data, as plain text, and as what search engines read."""
