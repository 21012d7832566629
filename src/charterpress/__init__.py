"""Turn charters and guidance kept as YAML into accessible websites and leaflets."""

__version__ = "0.1.0"
