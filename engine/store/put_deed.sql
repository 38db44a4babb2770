insert into deed (id, device, number, h, day, file, offset, length, checksum, counts, control, adopts, plan, renames)
values (:id, :device, :number, :h, :day, :file, :offset, :length, :checksum, :counts, :control, :adopts, :plan, :renames)
