-- What was received. `number` counts within a round: the export calls it s<number>.
CREATE TABLE submission (
    round TEXT NOT NULL,
    number INTEGER NOT NULL,
    -- Hashes: of the number that the browser made, of the receipt's code, of what was received.
    uuid BLOB NOT NULL UNIQUE,
    code BLOB NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    -- What was first sent under this uuid: the same again is the same, another is not.
    sent TEXT NOT NULL,
    heard TEXT NOT NULL,
    received INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    duplicate_of INTEGER,
    -- Counts decisions and changes, so that two people do not overwrite each other.
    version INTEGER NOT NULL DEFAULT 1,
    -- JSON: as received, and as it may be shown where words were taken out. Empty when blocked or withdrawn.
    body TEXT NOT NULL,
    shown TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (round, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_state ON submission (round, state, number);

-- What a submission is about: ids of blocks and of their sections.
CREATE TABLE about (
    round TEXT NOT NULL,
    target TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (round, target, number)
) STRICT, WITHOUT ROWID;

-- Who did what and when: a chain of hashes, without any text that somebody sent.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    round TEXT NOT NULL,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    link BLOB NOT NULL
) STRICT;
CREATE INDEX audit_submission ON audit (round, number);

-- The municipality's answer to a comment (s1.1), to an answer (s1#2) or to a free text (s1).
CREATE TABLE assessment (
    round TEXT NOT NULL,
    item TEXT NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    changed TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (round, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    name TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL REFERENCES account (name),
    began INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Keys made at the first start.
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
