select id, name, size, modified_ns, changed_ns, inode, end, last_checksum, newer from log_file order by name
