"""Drawing in SVG, as little of it as charts on paper need; text stays text."""

from collections.abc import Iterable
from html import escape
from typing import Final

Point = tuple[float, float]
INK: Final = "#1c1f23"
SOLID: Final = ""
# Fonts cannot be asked here: letters are taken to be this wide, as a part of their size.
LETTER: Final = 0.58


def _number(value: float) -> str:
    """Write a length to a hundredth of a pixel.

    >>> _number(12.0), _number(0.126)
    ('12', '0.13')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _path(points: Iterable[Point]) -> str:
    """Write the points of a line, to a tenth of a pixel: thousands of them make a chart.

    >>> _path([(12.0, 0.16), (3.25, -1.0)])
    '12.0,0.2 3.2,-1.0'
    """
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


class Drawing:
    """A picture of some width and height in pixels of 1/96 inch, y downward.

    Args:
        width: In pixels.
        height: In pixels.
        font: Family of its texts.
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
            colour: As SVG writes it.
            width: In pixels.
            dashes: Lengths of dashes and gaps, as ``4 2``; empty for a solid line.
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
        """Draw a triangle that stands on its side."""
        x, y = middle
        corners = ((x, y - radius), (x - radius, y + 0.8 * radius), (x + radius, y + 0.8 * radius))
        self.polygon(corners, fill, outline)

    def diamond(self, middle: Point, radius: float, fill: str, outline: str = "") -> None:
        """Draw a square that stands on a corner."""
        x, y = middle
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        self.polygon(corners, fill, outline)

    def polygon(
        self, corners: Iterable[Point], fill: str, outline: str = "", opacity: float = 1.0
    ) -> None:
        """Draw an area, with a hairline around it if an outline is given.

        Args:
            corners: At least three.
            fill: Its colour, as SVG writes it; "none" for none.
            outline: Of the line around it; empty for none.
            opacity: How much of what lies below it hides, 0 to 1.
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
        """Write a text; the anchor (start, middle, end) and its base line stand at the place."""
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
        """Estimate how wide a text is, in pixels."""
        return len(text) * LETTER * size

    @property
    def svg(self) -> str:
        """The whole picture."""
        width, height = _number(self.width), _number(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">{"".join(self._elements)}</svg>'
        )
