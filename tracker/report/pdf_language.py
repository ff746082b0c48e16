"""The language of a PDF, which Qt does not write: screen readers choose their voice by it."""

import re

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)", re.DOTALL)


def with_language(pdf: bytes, language: str) -> bytes:
    """Give a PDF that says its language.

    It is said as the format has it for later changes (ISO 32000-1, 7.5.6): what is there stays,
    byte for byte, and a new catalogue with its place in the file is appended.

    Args:
        pdf: As QPdfWriter makes it.
        language: As BCP 47 names it, ``en-GB``.
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
