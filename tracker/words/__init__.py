"""Facts as sentences, in the language of the runner.

What is said of a figure stands here once, for the window and for the report. QtCore translates; no
widget and no drawing is known here.
"""
