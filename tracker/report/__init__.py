"""The report for the physio: its contents, charts, page and PDF.

QtGui does layout and painting, without widgets, so that the window and the command line make the
same pages.
"""
