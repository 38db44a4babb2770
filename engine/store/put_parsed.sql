insert or replace into parsed_file (path, size, modified_ns, changed_ns, inode, name, problems, head_checksum)
values (:path, :size, :modified_ns, :changed_ns, :inode, :name, :problems, :head_checksum)
