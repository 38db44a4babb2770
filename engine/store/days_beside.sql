-- The study days of the history up to one day, and those behind it.
select count(distinct case when day <= :last then day end), count(distinct case when day > :last then day end) from deed
