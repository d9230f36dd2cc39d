-- When the words were removed because their time had come, in seconds; 0 while they are there.
ALTER TABLE submission ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

-- Receipts that wait to be sent by mail. A row goes when its mail is sent, or given up.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    round TEXT NOT NULL,
    number INTEGER NOT NULL,
    address TEXT NOT NULL,
    code TEXT NOT NULL,
    made INTEGER NOT NULL,
    due INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_due ON outbox (due);
CREATE INDEX outbox_submission ON outbox (round, number);

-- How many receipts an address was sent: hashes with the service's key, kept for a day.
CREATE TABLE mailed (
    who BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX mailed_who ON mailed (who);
