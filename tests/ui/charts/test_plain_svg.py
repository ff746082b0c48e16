"""SVG that every reader draws as Qt does."""

from PySide6.QtCore import QRectF

from tracker.ui.charts import for_every_reader

PLOT = QRectF(10, 20, 100, 50)
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><g transform="matrix(1,0,0,1,4,6)">
<text x="1" y="2">60</text></g>
<g stroke-width="2" transform="matrix(0.001,0,0,-2,10,70)"><path vector-effect="non-scaling-stroke" d="M1000,5 L2e+03,10 "/></g>
<g transform="matrix(0.001,0,0,-2,10,70)"><rect x="1000" y="0" width="500" height="9"/></g>
<g transform="matrix(0.001,0,0,-2,10,70)"><rect vector-effect="non-scaling-stroke" x="1000" y="0" width="500" height="9"/></g>
<g transform="matrix(1,0,0,1,4,6)"><polyline vector-effect="non-scaling-stroke" points="1,1 2,2 "/></g>
</svg>"""  # noqa: E501


def test_lines_keep_their_width_and_what_is_stretched_is_cut_off_at_the_plot() -> None:
    text = for_every_reader(PICTURE.encode(), PLOT).decode()
    assert "vector-effect" not in text
    assert 'd="M11.000,60.000 L12.000,50.000 "' in text
    assert 'points="5.000,7.000 6.000,8.000 "' in text
    assert '<rect x="1000" y="0" width="500" height="9" />' in text  # a surface is as it was
    assert '<rect x="11.000" y="52.000" width="0.500" height="18.000" />' in text
    assert text.count('clip-path="url(#plot)"') == 3
    assert '<rect x="10.000" y="20.000" width="100.000" height="50.000" />' in text
    assert 'transform="matrix(1,0,0,1,4,6)"' in text  # where nothing is stroked
