"""Make leaflets: panels from a charter, a size that fits, a screen PDF and a press PDF."""

from charterpress.leaflets.leaflet import Leaflet, typeset
from charterpress.leaflets.settings import LeafletSettings

__all__ = ["Leaflet", "LeafletSettings", "typeset"]
