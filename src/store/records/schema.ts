/**
 * The numbered migrations of records.db. None is ever changed once released, and
 * none takes anything away.
 *
 *     record      the chain, one row a record. What is hashed is `head`, a line, and
 *                 `body`, query and answer of a screening, deflated where it is long;
 *                 the other columns are for looking up
 *     statement   coverage and disclaimer, once for all answers that share them
 */
export const recordMigrations: readonly string[] = [
  `
  create table meta (key text primary key, value text not null) strict, without rowid;

  create table record (
    seq integer primary key,
    id text not null unique,
    kind text not null check (kind in ('screening', 'disposition', 'key', 'checkpoint')),
    at text not null,
    caller text not null,
    reference text,
    outcome text,
    catalogue text,
    through integer,
    hash blob not null check (length(hash) = 32),
    head text not null check (json_valid(head)),
    body any
  ) strict;
  create index record_at on record (at) where kind = 'screening';
  create index record_caller on record (caller) where kind = 'screening';
  create index record_outcome on record (outcome) where kind = 'screening';
  create index record_reference on record (reference) where reference is not null;
  create index record_catalogue on record (catalogue) where catalogue is not null;
  create index record_through on record (through) where through is not null;

  create table record_party (
    party text not null,
    seq integer not null,
    primary key (party, seq)
  ) strict, without rowid;
  create index record_party_seq on record_party (seq);

  create table statement (hash text primary key, body text not null) strict, without rowid;

  create table disposition (
    seq integer primary key,
    screening text not null,
    party text not null,
    decision text not null check (decision in ('true-match', 'false-positive', 'escalate')),
    query_key text not null,
    fingerprint text not null
  ) strict;
  create index disposition_screening on disposition (screening);
  create index disposition_remembered on disposition (query_key, party);

  create table api_key (
    id text primary key,
    name text not null,
    scopes text not null,
    digest blob not null check (length(digest) = 32),
    created_at text not null,
    revoked_at text
  ) strict, without rowid;

  create trigger record_unchanged before update on record begin
    select raise(abort, 'records are append-only');
  end;
  create trigger record_kept before delete on record
  when old.seq > coalesce((select max(through) from record where through is not null), 0) begin
    select raise(abort, 'records are append-only: only those before a checkpoint may go');
  end;
  `,
];
