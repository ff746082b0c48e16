"""Our own CSV tables, a module each: the columns' names, meanings and contents, and their reading.

A table is a ``Table``, a tuple of ``Column``s. Its header and lines, its part of ``README.txt``,
how its file is recognised and how its rows are read back all follow from that one tuple.

- To add a column, add one entry at the end of the tuple: the places of the others are promised.
- To add a table, add one module here and one line in ``ours.py``; if its rows need a new query on
  the log, also one line in ``period.ExportQuestions``.
"""
