-- The cache of one study folder. Everything in it is made of the lines below log/ and of the text files; where there is
-- doubt it is thrown away and made anew, so there are no migrations.

-- The files of lines, and how far each was read.
create table log_file (
  id            integer primary key,
  name          text    not null unique,  -- from log/
  size          integer not null,
  modified_ns   integer not null,
  changed_ns    integer not null,
  inode         integer not null,
  end           integer not null,         -- behind the last line that was read, in bytes
  last_checksum integer not null,
  newer         integer not null          -- lines that a newer program wrote, whole or in part
) strict;

-- Where each deed lies. Its events are in the text alone.
create table deed (
  id       integer primary key,
  device   text    not null,
  number   integer not null,
  h        integer not null,              -- the order of history
  day      integer not null,              -- study day, days since 1970
  file     integer not null references log_file (id),
  offset   integer not null,
  length   integer not null,
  checksum integer not null,
  counts   integer not null,              -- what the ledger says, repeated
  control  integer not null,              -- takes back or brings back others
  adopts   text,                          -- the model whose weights it adopts
  plan     integer not null,              -- something of the plan was done, measured or moved
  renames  integer not null,              -- moves what happened to other ids
  texts    integer not null               -- changes starling.toml or plan.toml
) strict;

-- Deeds by item, under the id it has now, and by the deed that a control is about.
create table deed_item (
  item integer not null references item_state (id),
  deed integer not null references deed (id),
  primary key (item, deed)
) strict, without rowid;
create table deed_target (
  device text    not null,
  number integer not null,
  deed   integer not null references deed (id),
  primary key (device, number, deed)
) strict, without rowid;

-- Time spent on answers that count, by what was asked: a deck of cards, or another kind. Repeats what the lines add up to.
-- In the order in which it is added up.
create table answer_time (
  day  integer not null,
  kind text    not null,
  deck text    not null,                  -- empty for other kinds than cards
  ms   integer not null,
  primary key (kind, deck, day)
) strict, without rowid;

create table item_state (
  id       integer primary key,
  item     text    not null unique,
  story    integer not null,              -- 1 for a story: days count them apart
  load_day integer,                       -- the day it is due, where it takes room on that day
  state    blob                           -- checksum, item, state; null: nothing of it counts any more
) strict;

create table meta (
  name  text primary key,
  value text not null
) strict, without rowid;

-- Text files that were read once, in a form that is quick to read again. Their heads lie close together: every start reads
-- all of them, and few of the parts.
create table parsed_file (
  path        text primary key,
  size        integer not null,
  modified_ns integer not null,
  changed_ns  integer not null,
  inode       integer not null,
  name        text    not null,           -- the id of what it holds: a deck, a story
  problems    blob    not null,           -- what is wrong with it: told at every start
  head_checksum integer not null          -- of name and problems
) strict, without rowid;
create table parsed_part (
  id       integer primary key,
  path     text    not null,
  part     text    not null,              -- outline: what a choice of the day needs; content: the texts; words: the texts folded
  bytes    blob    not null,              -- never empty
  checksum integer not null,
  unique (path, part)
) strict;
