insert into deed (device, number, h, day, file, offset, length, checksum, counts, control, adopts, plan)
values (:device, :number, :h, :day, :file, :offset, :length, :checksum, :counts, :control, :adopts, :plan)
returning id
