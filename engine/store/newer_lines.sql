-- Lines that a newer program wrote, of all files.
select coalesce(sum(newer), 0) from log_file
