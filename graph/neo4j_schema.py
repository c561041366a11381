"""What a Neo4j store needs beside the ontology's constraints: its own keys, and the full-text index of measures."""

from graph.ontology import Ontology

INDEX = "measure_words"
OWN = (
    "CREATE CONSTRAINT IF NOT EXISTS FOR (s:Source) REQUIRE s.key IS UNIQUE",
    "CREATE CONSTRAINT IF NOT EXISTS FOR (r:Release) REQUIRE r.id IS UNIQUE",
    f"CREATE FULLTEXT INDEX {INDEX} IF NOT EXISTS FOR (m:Measure) ON EACH [m.search_text] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
)


def needed_indexes(known: Ontology) -> set[tuple[str, str]]:
    """Class and property of every index and constraint that a store must have."""
    needed = {("Source", "key"), ("Release", "id"), ("Measure", "search_text")}
    for one in known.classes.values():
        needed |= {(one.name, name) for name in ("id", *one.unique, *one.indexed)}
    return needed
