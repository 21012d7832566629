"""Turn localised documents into pages, navigation, alternates and the sitemap, all as values."""
