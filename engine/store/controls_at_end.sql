select one.id, log_file.name, one.offset, one.length, one.checksum, one.counts
from deed as one indexed by deed_control join log_file on log_file.id = one.file
where one.control = 1
  and (one.device = :own or one.h <= :latest)
  -- Its own deeds are in the order of their numbers: quick, and true though the clock was set.
  and not (one.device = :own
           and exists (select 1 from deed as own indexed by deed_id
                       where own.device = one.device and own.number > one.number and own.control = 0))
  and not exists (select 1 from deed as later indexed by deed_order
                  where (later.h, later.device, later.number) > (one.h, one.device, one.number) and later.control = 0
                    and (later.h <= :latest or later.device = :own)
                    and (later.device <> :own or one.device <> :own))
order by one.h, one.device, one.number, one.checksum
