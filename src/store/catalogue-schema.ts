/**
 * The numbered migrations of catalogue.db. A row of `party`, `list` and `source`
 * holds the whole record as JSON; the other tables are what is looked up by, and
 * their foreign keys prove that no id dangles.
 */
export const catalogueMigrations: readonly string[] = [
  `
  create table meta (key text primary key, value text not null) strict, without rowid;

  create table source (
    id text primary key,
    body text not null check (json_valid(body))
  ) strict;

  create table list (
    id text primary key,
    body text not null check (json_valid(body))
  ) strict;

  create table party (
    ordinal integer primary key,
    id text not null unique,
    kind text not null,
    body text not null check (json_valid(body))
  ) strict;

  create table name (
    party integer not null references party,
    type text not null,
    text text not null
  ) strict;

  create table identifier (
    scheme text not null,
    value text not null,
    party integer not null references party,
    primary key (scheme, value, party)
  ) strict, without rowid;

  create table devices (
    id text primary key references party (id),
    body text not null check (json_valid(body))
  ) strict, without rowid;

  create table relation (
    party integer not null references party,
    other text not null references party (id) deferrable initially deferred,
    type text not null
  ) strict;
  create index relation_other on relation (other);

  create table designation (
    list text not null references list,
    party integer not null references party,
    entry text not null
  ) strict;
  create index designation_list on designation (list, party);

  create table citation (
    source text not null references source,
    party integer references party,
    list text references list,
    check ((party is null) <> (list is null))
  ) strict;
  create index citation_source on citation (source);
  `,
  `
  create table original (
    party integer not null references party,
    list text not null references list,
    record text not null,
    source text not null references source,
    body text not null check (json_valid(body))
  ) strict;
  create index original_party on original (party);

  create table mac_block (
    prefix text not null,
    source text not null references source,
    body text not null check (json_valid(body))
  ) strict;
  create index mac_block_prefix on mac_block (prefix);
  `,
];
