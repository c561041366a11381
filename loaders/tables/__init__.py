"""Tables of a plan: which table is of which kind by its heads, and its cells by row and column.

``find.with_kinds`` gives every table of a source its kind (flattened ones, a cell a line, are found here);
``sheets.sheets_of`` reads a table of a known kind as a sheet; the facts are made by ``loaders/rules``.
"""
