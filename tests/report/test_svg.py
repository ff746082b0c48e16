"""Drawing in SVG: well formed, text as text."""

from xml.etree import ElementTree as ET

from tracker.report.svg import Drawing

SVG = "{http://www.w3.org/2000/svg}"


def elements(drawing: Drawing) -> list[ET.Element]:
    return list(ET.fromstring(drawing.svg))


def test_a_drawing_has_its_size() -> None:
    root = ET.fromstring(Drawing(200.5, 100, "Sans").svg)
    assert (root.get("width"), root.get("viewBox")) == ("200.5", "0 0 200.5 100")


def test_text_of_every_kind_stays_text() -> None:
    drawing = Drawing(10, 10, 'A "font" & more')
    drawing.text((1, 2), "a < b & c", 8, anchor="end", weight="bold")
    (text,) = elements(drawing)
    assert (text.tag, text.text) == (f"{SVG}text", "a < b & c")
    assert text.get("font-family") == 'A "font" & more'
    assert (text.get("text-anchor"), text.get("font-weight")) == ("end", "bold")


def test_a_line_is_solid_unless_dashed() -> None:
    drawing = Drawing(10, 10, "Sans")
    drawing.line([(0, 0), (1.234, 5)], "#000000")
    drawing.line([(0, 0), (1, 5)], "#000000", 2, "4 2")
    solid, dashed = elements(drawing)
    assert (solid.get("points"), solid.get("stroke-dasharray")) == ("0.0,0.0 1.2,5.0", None)
    assert (dashed.get("stroke-width"), dashed.get("stroke-dasharray")) == ("2", "4 2")


def test_shapes_have_an_outline_where_one_is_given() -> None:
    drawing = Drawing(10, 10, "Sans")
    drawing.rectangle((1, 2), (3, 4), "#ffffff")
    drawing.rectangle((1, 2), (3, 4), "#ffffff", "#000000")
    drawing.circle((5, 5), 2, "#ffffff", "#000000")
    drawing.triangle((5, 5), 2, "#ffffff", "#000000")
    plain, *outlined = elements(drawing)
    assert (plain.get("stroke"), plain.get("stroke-width")) == (None, None)
    assert [each.get("stroke") for each in outlined] == ["#000000"] * 3
