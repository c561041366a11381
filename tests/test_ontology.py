"""ontology.yaml is sound, its faults are all found at once, and what is generated from it is checked in."""

import pytest

from graph.errors import OntologyError
from graph.generate import faults_of_generated, schema_statements, write_generated
from graph.ontology import faults_of_ontology, ontology, read_ontology

SMALL = """
prefixes: {schema: https://schema.org/}
classes:
  City:
    zh: 城市
    en: City
    says: A city.
    maps: schema:City
    caption: name
    key: [name]
    properties:
      name: {type: text, required: true, zh: 名称, en: Name}
relations:
  NEAR:
    zh: 临近
    en: near
    says: Two cities are near.
    origin: known
    ends: [[City, City]]
"""

FAULTS = [
    ("type: text", "type: txet", "City.name: unknown type 'txet'; did you mean text?"),
    ("caption: name", "caption: nam", "City: 'nam' is no property of it; did you mean name?"),
    ("key: [name]", "key: [naem]", "City: 'naem' is no property of it; did you mean name?"),
    ("    zh: 城市\n", "", "City: zh is missing"),
    ("says: A city.", "say: A city.", "City: unknown key 'say'; did you mean says?"),
    ("required: true", "required: 1", "City.name: required is 1; wanted true or false"),
    ("      name: {", "      type: {type: text, zh: 类, en: T}\n      name: {", "City.type: the name is reserved"),
    ("ends: [[City, City]]", "ends: [[City, Ctiy]]", "NEAR: ends has the unknown class 'Ctiy'; did you mean City?"),
    ("    ends: [[City, City]]\n", "", "NEAR: ends is missing"),
    ("ends: [[City, City]]", "ends: [City]", "NEAR: ends has 'City'; wanted [Class, Class]"),
    ("origin: known", "origin: konwn", "NEAR: origin is 'konwn'; did you mean known?"),
    ("origin: known", "origin: read", "NEAR: key is for relations that are read from a text"),
    ("maps: schema:City", "maps: shema:City", "City: maps 'shema:City' has no known prefix; did you mean schema?"),
    ("    en: City\n", "    en: City\n    en: Town\n", "'en' stands twice"),
]


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_each_fault_is_named_with_its_place_and_a_suggestion(old: str, new: str, fault: str) -> None:
    assert old in SMALL
    with pytest.raises(OntologyError) as error:
        read_ontology(SMALL.replace(old, new, 1))
    assert any(fault in one for one in error.value.faults), error.value.faults


def test_all_faults_are_found_at_once() -> None:
    text = SMALL.replace("type: text", "type: txet").replace("City, City", "City, Ctiy").replace("zh: 临近", "zh:")
    with pytest.raises(OntologyError) as error:
        read_ontology(text)
    assert len(error.value.faults) == 3


@pytest.mark.parametrize("text", ["", "classes: 1", "- a\n- b", "a: [", "\t"])
def test_what_is_no_ontology_is_refused(text: str) -> None:
    with pytest.raises(OntologyError):
        read_ontology(text)


def test_the_project_s_ontology_is_sound() -> None:
    assert read_ontology(SMALL).classes["City"].caption == "name"
    assert faults_of_ontology() == []


def test_the_captions_and_names_that_users_rely_on() -> None:
    captions = {one.name: one.caption for one in ontology().classes.values()}
    for name in ("Document", "Section", "Measure"):
        assert captions.pop(name) == "title"
    assert captions.pop("Target") == "wording"
    assert set(captions.values()) == {"name"}
    for name in ("Function", "Indicator", "Model", "Topic", "Theme"):
        assert ontology().classes[name].unique == ("key",)


def test_every_relation_that_is_read_has_its_place_and_every_derived_one_its_rule() -> None:
    for relation in ontology().relations.values():
        if relation.origin == "read":
            assert {"id", "start", "end", "rule"} <= relation.properties.keys()
        if relation.origin == "derived":
            assert "rule" in relation.properties


def test_generated_files_are_checked_in() -> None:
    assert faults_of_generated() == []


def test_a_stale_and_a_stray_generated_file_are_found(tmp_path) -> None:
    write_generated(tmp_path)
    assert faults_of_generated(tmp_path) == []
    (tmp_path / "queries" / "schema.cypher").write_text("old")
    (tmp_path / "queries" / "write" / "Stray.cypher").write_text("old")
    assert len(faults_of_generated(tmp_path)) == 2
    write_generated(tmp_path)
    assert faults_of_generated(tmp_path) == []


def test_schema_statements_are_of_the_two_portable_forms() -> None:
    for statement in schema_statements(ontology()):
        assert statement.startswith(("CREATE CONSTRAINT IF NOT EXISTS FOR (n:", "CREATE INDEX IF NOT EXISTS FOR (n:"))
