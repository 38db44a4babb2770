-- Made after the rows of a new cache, which is quicker than beside them.
create index if not exists deed_order on deed (h, device, number, checksum);
create index if not exists deed_day on deed (day);
create index if not exists deed_texts on deed (id) where texts = 1 or control = 1;
create index if not exists item_load on item_state (load_day, story) where load_day is not null;
create index if not exists deed_adopts on deed (h) where adopts is not null;
create index if not exists deed_plan on deed (h) where plan = 1;
create index if not exists deed_renames on deed (h) where renames = 1;
create index if not exists deed_control on deed (h, device, number) where control = 1;
create index if not exists deed_id on deed (device, number);
