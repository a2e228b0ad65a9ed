-- What step '2 register events' made, with rows as programs of that time wrote them. Never changed; see README.md.
CREATE TABLE registerEvent (
    number INTEGER PRIMARY KEY, -- 1, 2, 3, ... without gaps
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    event TEXT NOT NULL -- JSON
);
CREATE TRIGGER registerEventStays BEFORE UPDATE ON registerEvent
BEGIN SELECT RAISE(ABORT, 'events of the register are added, never changed'); END;
CREATE TRIGGER registerEventIsKept BEFORE DELETE ON registerEvent
BEGIN SELECT RAISE(ABORT, 'events of the register are added, never removed'); END;
INSERT INTO grdb_migrations VALUES ('2 register events');
INSERT INTO registerEvent VALUES (1,'withdraw',1,'{"change":{"withdraw":{"row":"NL-10","table":"studies","why":"same study as NL-11"}},"when":"2026-11-26T21:46:55Z","who":""}');
INSERT INTO registerEvent VALUES (2,'restore',1,'{"change":{"restore":{"row":"NL-10","table":"studies","why":"undo of change 1"}},"undoes":1,"when":"2026-11-26T21:47:35Z","who":""}');
INSERT INTO registerEvent VALUES (3,'withdraw',1,'{"change":{"withdraw":{"row":"NL-12","table":"studies","why":"telt dubbel"}},"when":"2026-11-26T21:47:35Z","who":"R. Tester"}');
