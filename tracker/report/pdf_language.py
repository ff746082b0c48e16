"""Adds the language to a PDF, which Qt omits: screen readers choose their voice by it."""

import re

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)", re.DOTALL)


def with_language(pdf: bytes, language: str) -> bytes:
    """Return a PDF that states its language.

    It is added as an incremental update (ISO 32000-1, 7.5.6): existing bytes stay unchanged, and a
    new catalogue is appended with its cross-reference.

    Args:
        pdf: A PDF made by QPdfWriter.
        language: The language as a BCP 47 tag, such as ``en-GB``.
    """
    *_, trailer = _TRAILER.finditer(pdf)
    root = _ROOT.search(trailer[1])
    assert root is not None
    number = root[1]
    begin = pdf.index(b"\n%b 0 obj\n" % number) + 1
    end = pdf.index(b"endobj", begin)
    catalogue = pdf[begin:end].replace(
        b"/Type /Catalog", b"/Type /Catalog\n/Lang (%b)" % language.encode("ascii"), 1
    )
    table = len(pdf) + len(catalogue) + len(b"endobj\n")
    return (
        pdf
        + catalogue
        + b"endobj\nxref\n%b 1\n%010d 00000 n \ntrailer\n<<%b/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n"
        % (number, len(pdf), trailer[1], trailer[2], table)
    )
