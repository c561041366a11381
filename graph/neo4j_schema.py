"""What a Neo4j store needs beside the ontology's constraints: its own keys, and the full-text index of measures."""

INDEX = "measure_words"
OWN = (
    "CREATE CONSTRAINT IF NOT EXISTS FOR (s:Source) REQUIRE s.key IS UNIQUE",
    "CREATE CONSTRAINT IF NOT EXISTS FOR (r:Release) REQUIRE r.id IS UNIQUE",
    f"CREATE FULLTEXT INDEX {INDEX} IF NOT EXISTS FOR (m:Measure) ON EACH [m.search_text] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
)
