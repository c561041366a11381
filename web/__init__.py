"""The pages: a plain index of what is held (the pages proper follow)."""
