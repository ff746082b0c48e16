"""Drawing in SVG, only as much as charts on paper need; text stays text."""

from collections.abc import Iterable
from html import escape
from typing import Final

Point = tuple[float, float]
INK: Final = "#1c1f23"
SOLID: Final = ""
# Fonts are not available here, so letters are assumed to be this wide, relative to their size.
LETTER: Final = 0.58


def _number(value: float) -> str:
    """Write a length to a hundredth of a pixel.

    >>> _number(12.0), _number(0.126)
    ('12', '0.13')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _path(points: Iterable[Point]) -> str:
    """Write the points of a line, to a tenth of a pixel, because a chart has thousands.

    >>> _path([(12.0, 0.16), (3.25, -1.0)])
    '12.0,0.2 3.2,-1.0'
    """
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


class Drawing:
    """A picture of a given size in pixels of 1/96 inch, with y pointing down.

    Args:
        width: In pixels.
        height: In pixels.
        font: Font family of its texts.
    """

    def __init__(self, width: float, height: float, font: str) -> None:
        self.width, self.height = width, height
        self._font = font
        self._elements: list[str] = []

    def _add(self, name: str, content: str | None = None, **attributes: str | float) -> None:
        texts = {
            key.replace("_", "-"): value if isinstance(value, str) else _number(value)
            for key, value in attributes.items()
        }
        written = " ".join(f'{key}="{escape(text)}"' for key, text in texts.items() if text)
        end = "/>" if content is None else f">{escape(content, quote=False)}</{name}>"
        self._elements.append(f"<{name} {written}{end}")

    def line(
        self, points: Iterable[Point], colour: str, width: float = 1.0, dashes: str = SOLID
    ) -> None:
        """Draw a line through some points.

        Args:
            points: At least two.
            colour: Colour in SVG's notation.
            width: In pixels.
            dashes: Lengths of dashes and gaps, such as ``4 2``; empty for a solid line.
        """
        self._add(
            "polyline",
            points=_path(points),
            fill="none",
            stroke=colour,
            stroke_width=width,
            stroke_dasharray=dashes,
            stroke_linejoin="round",
        )

    def rectangle(
        self, corner: Point, size: Point, fill: str, outline: str = "", width: float = 0.6
    ) -> None:
        """Draw a rectangle by its upper left corner and its size; an outline if one is given."""
        self._add(
            "rect",
            x=corner[0],
            y=corner[1],
            width=size[0],
            height=size[1],
            fill=fill,
            stroke=outline,
            stroke_width=width if outline else "",
        )

    def circle(self, middle: Point, radius: float, fill: str, outline: str = "") -> None:
        """Draw a circle, with a hairline around it if an outline is given."""
        x, y = middle
        self._add(
            "circle",
            cx=x,
            cy=y,
            r=radius,
            fill=fill,
            stroke=outline,
            stroke_width=0.8 if outline else "",
        )

    def triangle(self, middle: Point, radius: float, fill: str, outline: str = "") -> None:
        """Draw a triangle pointing up."""
        x, y = middle
        corners = ((x, y - radius), (x - radius, y + 0.8 * radius), (x + radius, y + 0.8 * radius))
        self.polygon(corners, fill, outline)

    def diamond(self, middle: Point, radius: float, fill: str, outline: str = "") -> None:
        """Draw a square standing on a corner."""
        x, y = middle
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        self.polygon(corners, fill, outline)

    def polygon(
        self, corners: Iterable[Point], fill: str, outline: str = "", opacity: float = 1.0
    ) -> None:
        """Draw an area, with a hairline around it if an outline is given.

        Args:
            corners: At least three.
            fill: Fill colour in SVG's notation; "none" for none.
            outline: Colour of the outline; empty for none.
            opacity: Opacity, 0 to 1.
        """
        self._add(
            "polygon",
            points=_path(corners),
            fill=fill,
            fill_opacity=opacity if opacity < 1 else "",
            stroke=outline,
            stroke_width=0.8 if outline else "",
        )

    def text(
        self,
        place: Point,
        text: str,
        size: float,
        colour: str = INK,
        anchor: str = "start",
        weight: str = "",
    ) -> None:
        """Write a text with its anchor (start, middle, end) and baseline at a point."""
        self._add(
            "text",
            text,
            x=place[0],
            y=place[1],
            font_family=self._font,
            font_size=size,
            font_weight=weight,
            fill=colour,
            text_anchor=anchor if anchor != "start" else "",
        )

    @staticmethod
    def text_width(text: str, size: float) -> float:
        """Estimate the width of a text in pixels."""
        return len(text) * LETTER * size

    @property
    def svg(self) -> str:
        """The picture as SVG."""
        width, height = _number(self.width), _number(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">{"".join(self._elements)}</svg>'
        )
