"""What a fact is, typed by ontology.yaml; facts as nodes and edges; the stores that keep them; the question reader."""
