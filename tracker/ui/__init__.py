"""The window: a folder a feature, and the widgets that several of them show.

A page never imports from the folder of another page; what two of them show lives in ``widgets``.
"""
