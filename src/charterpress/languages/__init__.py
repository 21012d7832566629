"""Put documents into other languages: locales, catalogues, translating, translation status."""
