"""Facts as sentences in the runner's language.

Everything said about a figure is written here once, for the window and the report. QtCore
translates; widgets and drawing are not used here.
"""
