"""What the rules know, as data: YAML files, and the one module that reads them (``codebooks.reading``)."""
