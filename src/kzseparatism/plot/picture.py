"""A picture that says in words what it shows."""

from __future__ import annotations

import os
from base64 import b64encode
from html import escape
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.plot.drawing import figure_of, png_of, svg_of
from kzseparatism.plot.scene import Scene

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture:
    """A drawing, its title, and a text that says everything that it shows.

    ``title`` and ``text`` need nothing but this library. To draw it needs the extra ``[plots]``;
    without it that is a ``ModuleNotFoundError``, which says what to install. The same records give
    the same picture, and with the same version of matplotlib the same bytes.
    """

    title: str
    text: str
    _scene: Scene

    def figure(self) -> Figure:
        """Return a new figure of matplotlib's, to change or to combine with others."""
        return figure_of(self._scene)

    def svg(self) -> str:
        """Return the picture as SVG. Its ``title`` and ``desc`` are read aloud by screen readers.

        Letters are kept as text, so that they can be found and copied.
        """
        return svg_of(self._scene, self.title, self.text)

    def png(self, *, dpi: int = 150) -> bytes:
        """Return the picture as PNG, with so many dots an inch; an inch has 72 points.

        Title and text are among its metadata. On a web page, give the text with the image.
        Raises ``InvalidValueError`` for fewer than 10 or more than 1200 dots.
        """
        if isinstance(dpi, bool) or not isinstance(dpi, int):
            raise WrongTypeError("dpi", dpi, "is not a whole number")
        if not 10 <= dpi <= 1200:
            raise InvalidValueError("dpi", dpi, "is not between 10 and 1200")
        return png_of(self._scene, self.title, self.text, dpi)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture to a file, whole or not at all, and return its path.

        The suffix says what is written, ``.svg`` or ``.png``; another one is an
        ``InvalidValueError``. A file that is there is replaced.
        """
        target = Path(path)
        match target.suffix.lower():
            case ".svg":
                content = self.svg().encode()
            case ".png":
                content = self.png()
            case _:
                complaint = "ends neither in .svg nor in .png"
                raise InvalidValueError("path", str(target), complaint)
        # Beside the target, and then renamed: a reader never meets half a picture.
        part = target.with_name(f"{target.name}.{token_hex(4)}.part")
        try:
            part.write_bytes(content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return target

    def __repr__(self) -> str:
        return f"<Picture: {self.title}>"

    def __str__(self) -> str:
        """Return the title, and below it the text."""
        return f"{self.title}\n\n{self.text}"

    def _repr_html_(self) -> str:
        """Return the picture for notebooks, its text below it; only the text without the extra."""
        words = f'<pre class="tex2jax_ignore mathjax_ignore">{escape(self.text)}</pre>'
        try:
            data = b64encode(self.svg().encode()).decode()
        except ModuleNotFoundError as error:
            return f"<p>{escape(self.title)}</p>{words}<p>{escape(str(error))}</p>"
        # As an image of its own, so that the ids of two pictures in a notebook do not meet.
        image = f'<img alt="{escape(self.title)}" src="data:image/svg+xml;base64,{data}">'
        return f"<figure>{image}<details><summary>In words</summary>{words}</details></figure>"
