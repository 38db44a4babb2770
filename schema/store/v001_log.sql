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
