insert into log_file (name, size, modified_ns, changed_ns, inode, end, last_checksum, newer)
values (:name, :size, :modified_ns, :changed_ns, :inode, :end, :last_checksum, :newer)
on conflict (name) do update set size = :size, modified_ns = :modified_ns, changed_ns = :changed_ns, inode = :inode,
  end = :end, last_checksum = :last_checksum, newer = :newer
returning id
