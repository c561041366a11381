// 7a 上级文件 Parent documents
MATCH p = (:City)-[:ISSUED]->(:Document)-[:HAS_SECTION]->(:Section)-[:CITES {relation: 'based_on'}]->(:Document) RETURN p
