"""The report for the physio: what it says, its charts, its page, its PDF.

QtGui lays out and paints; no widget is known here, so that the window and the command line make the
same pages.
"""
