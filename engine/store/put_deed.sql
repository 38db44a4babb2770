insert into deed (id, device, number, h, day, file, offset, length, checksum, counts, control, adopts, plan, renames, texts)
values (:id, :device, :number, :h, :day, :file, :offset, :length, :checksum, :counts, :control, :adopts, :plan, :renames, :texts)
