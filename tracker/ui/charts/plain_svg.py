"""Rewrites Qt's SVG so that every viewer draws it as Qt does.

Qt relies on the viewer to keep a line's width when its coordinates are stretched, which librsvg
does not do; and it loses what a plot clips.
"""

import re
from typing import Final
from xml.etree import ElementTree

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

SVG: Final = "http://www.w3.org/2000/svg"
CLIP_ID: Final = "plot"
# Such a scale turns seconds into pixels; a picture's own parts are never scaled down so far.
STRETCHED: Final = 0.01
UNSCALED: Final = "non-scaling-stroke"
SIDES: Final = ("x", "y", "width", "height")
_PLACE: Final = re.compile(r"(-?[\d.]+(?:e[-+]?\d+)?),(-?[\d.]+(?:e[-+]?\d+)?)")


def for_every_reader(svg: bytes, plot: QRectF) -> bytes:
    """Write lines in the picture's own coordinates, and clip whatever leaves the plot.

    Args:
        svg: A picture of a chart, as written by QSvgGenerator.
        plot: Where the plot is, in the picture's coordinates.
    """
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    parents = [(group, parent) for parent in root.iter() for group in parent.findall(_tag("g"))]
    for group, parent in parents:
        transform = _transform_of(group.get("transform", ""))
        is_stretched = abs(transform.m11()) < STRETCHED
        if any(shape.get("vector-effect") == UNSCALED for shape in group):
            for shape in group:
                _put(shape, transform)
            group.set("transform", "matrix(1,0,0,1,0,0)")
        if is_stretched and len(group):
            cut = ElementTree.Element(_tag("g"), {"clip-path": f"url(#{CLIP_ID})"})
            parent[list(parent).index(group)] = cut
            cut.append(group)
    clip = ElementTree.SubElement(root, _tag("clipPath"), {"id": CLIP_ID})
    _set_sides(ElementTree.SubElement(clip, _tag("rect")), plot)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _tag(name: str) -> str:
    return f"{{{SVG}}}{name}"


def _set_sides(shape: ElementTree.Element, rect: QRectF) -> None:
    sides = rect.x(), rect.y(), rect.width(), rect.height()
    for name, size in zip(SIDES, sides, strict=True):
        shape.set(name, f"{size:.3f}")


def _transform_of(text: str) -> QTransform:
    numbers = [float(each) for each in re.findall(r"[-+.\de]+", text.removeprefix("matrix"))]
    return QTransform(*numbers) if len(numbers) == 6 else QTransform()


def _put(shape: ElementTree.Element, transform: QTransform) -> None:
    """Apply the transform of its group to a shape's coordinates."""
    shape.attrib.pop("vector-effect", None)

    def put(place: "re.Match[str]") -> str:
        at = transform.map(QPointF(float(place[1]), float(place[2])))
        return f"{at.x():.3f},{at.y():.3f}"

    if shape.tag == _tag("rect"):
        x, y, width, height = (float(shape.get(name, "0")) for name in SIDES)
        _set_sides(shape, transform.mapRect(QRectF(x, y, width, height)))
    for name in ("points", "d"):
        if name in shape.attrib:
            shape.set(name, _PLACE.sub(put, shape.attrib[name]))
