"""Pictures of records: a time line, a map of tiles, and a diagram of who speaks to whom.

Each function returns a ``Picture``: it draws itself as PNG, as SVG or in a notebook, and its
``text`` says in words all that it shows. To draw needs the extra ``[plots]`` (matplotlib), the
words do not. Private persons are shown by pseudonym unless names are asked for.

>>> import kzseparatism as kz
>>> kz.plot.regions(kz.cases_by_region("North Kazakhstan", match="certain"))
<Picture: Regions: 3 cases>
"""

from kzseparatism.plot.diagram import network
from kzseparatism.plot.picture import Picture
from kzseparatism.plot.tile_map import regions
from kzseparatism.plot.time_line import timeline

__all__ = ["Picture", "network", "regions", "timeline"]
