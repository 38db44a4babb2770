select case when exists (select 1 from deed where device = :device and number = 1) then
  (select min(number) from deed as last
   where device = :device and not exists (select 1 from deed where device = :device and number = last.number + 1))
  else 0 end
