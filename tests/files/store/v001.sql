-- A learner's file of format 1, as tests/engine/store/log_test.cpp reads it. Made once, never again:
--   sqlite3 v001.db < v001.sql
-- The tables as they were then, so that this file needs no other.
pragma application_id = 0x53544152;
pragma user_version = 1;

-- The log: one row an event, in the order of happening. Nothing in it is ever changed.
create table event (
  id        integer primary key,
  at_ms     integer not null,                  -- since 1970, UTC
  day       integer not null,                  -- study day, days since 1970
  item      text    not null check (length(item) between 1 and 400),
  kind      text    not null check (kind in ('reviewed', 'told', 'suspended', 'unsuspended', 'buried', 'undone', 'redone',
                                               'adopted', 'moved')),
  grade     integer check (grade between 1 and 4),
  took_ms   integer check (took_ms >= 0),
  phase     integer check (phase between 0 and 3),
  step      integer check (step >= 0),
  due_day   integer,
  due_at_ms integer,
  beats     text    check (beats is null or json_valid(beats)),
  until_day integer,
  target    integer references event (id),
  weights   text    check (weights is null or json_valid(weights)),
  check ((kind in ('reviewed', 'told')) = (grade is not null)),
  check ((grade is null) = (phase is null) and (grade is null) = (step is null)),
  check ((grade is not null or kind = 'moved') = (due_day is not null)),
  check (took_ms is null or grade is not null),
  check (beats is null or kind = 'told'),
  check ((kind = 'buried') = (until_day is not null)),
  check ((kind in ('undone', 'redone', 'moved')) = (target is not null)),
  check ((kind = 'adopted') = (weights is not null))
) strict;

create index event_item on event (item);
create index event_day on event (day);

create trigger event_is_never_replaced before insert on event when exists (select 1 from event where id = new.id)
begin
  select raise(abort, 'the log is append only');
end;
create trigger event_is_never_changed before update on event
begin
  select raise(abort, 'the log is append only');
end;
create trigger event_is_never_deleted before delete on event
begin
  select raise(abort, 'the log is append only');
end;

-- Everything below is derived and can be rebuilt from the log.

create table taken_back (
  event integer primary key
) strict;

create table item_state (
  item         text primary key,
  phase        integer not null,
  step         integer not null,
  stability    real,
  difficulty   real,
  fast         real,
  last_day     integer not null,
  last_at_ms   integer not null,
  due_day      integer not null,
  due_at_ms    integer,
  reviews      integer not null,
  lapses       integer not null,
  suspended    integer not null,
  buried_until integer,
  first_day    integer,
  spent_ms     integer not null,
  timed        integer not null
) strict, without rowid;

-- How the derived tables were made: the model's weights they were computed with.
create table derived (
  name  text primary key,
  value text not null
) strict, without rowid;

-- Text files that were read once, in a form that is quick to read again.
create table parsed_file (
  path        text primary key,
  size        integer not null,
  modified_ns integer not null,
  changed_ns  integer not null,
  inode       integer not null,
  build       text    not null,
  content     blob    not null
) strict;

-- at_ms 1795503600000 is 2026-11-24T07:00:00Z, a Tuesday; study day 20781.
insert into event (at_ms, day, item, kind, grade, took_ms, phase, step, due_day, due_at_ms, beats, until_day, target)
values
  (1795503600000, 20781, 'lead/why-us#f', 'reviewed', 3, 8500, 1, 1, 20781, 1795504200000, null, null, null),
  (1795504260000, 20781, 'lead/why-us#f', 'reviewed', 3, null, 2, 0, 20784, null, null, null, null),
  (1795504320000, 20781, 'lead/slip#f', 'reviewed', 1, 2000, 1, 0, 20781, 1795504380000, null, null, null),
  (1795504330000, 20781, 'lead/slip#f', 'undone', null, null, null, null, null, null, null, null, 3),
  (1795504400000, 20781, 'lead/hidden#f', 'suspended', null, null, null, null, null, null, null, null, null),
  (1795590000000, 20782, 'story/checkout-cells', 'told', 2, 185000, 2, 0, 20785, null,
   '{"situation":3,"task":3,"action":2,"result":3,"figures":1}', null, null),
  (1795590100000, 20782, 'lead/hidden#f', 'unsuspended', null, null, null, null, null, null, null, null, null),
  (1795590110000, 20782, 'lead/hidden#f', 'undone', null, null, null, null, null, null, null, null, 7),
  (1795590120000, 20782, 'lead/later#f', 'buried', null, null, null, null, null, null, null, 20787, null),
  (1795762800000, 20784, 'lead/why-us#f', 'reviewed', 1, 4000, 3, 0, 20784, 1795763400000, null, null, null);

-- Weights of both models, adopted one after the other with the items they move; the second adoption was taken back.
insert into event (at_ms, day, item, kind, due_day, target, weights)
values
  (1795763500000, 20784, 'memory', 'adopted', null, null,
   '{"model":"fsrs-6","numbers":[0.3,1.5,3.25,9.5,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542]}'),
  (1795763500000, 20784, 'story/checkout-cells', 'moved', 20786, 11, null),
  (1795763600000, 20784, 'memory', 'adopted', null, null,
   '{"model":"fsrs-7","numbers":[0.1104,2.2395,3.9221,11.7841,6.1686,0.6457,3.6807,1.9795,0,1.3826,0.7024,0.5999,0.8146,0.6398,1,1.3207,0.6707,3.8668,0.4416,0.0934,1.8631,0.6162,1.0869,0.1567,0.0801,0.2421,0.9464,0.1433,0.7145,0,0.5667,0.3734,0.5333,0.3048]}'),
  (1795763600000, 20784, 'story/checkout-cells', 'moved', 20790, 13, null),
  (1795763700000, 20784, 'memory', 'undone', null, 13, null);
