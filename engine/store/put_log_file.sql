insert into log_file (name, size, modified_ns, changed_ns, inode, end, last_checksum)
values (:name, :size, :modified_ns, :changed_ns, :inode, :end, :last_checksum)
on conflict (name) do update set size = :size, modified_ns = :modified_ns, changed_ns = :changed_ns, inode = :inode,
  end = :end, last_checksum = :last_checksum
returning id
