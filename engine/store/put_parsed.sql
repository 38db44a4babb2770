insert or replace into parsed_file (path, size, modified_ns, changed_ns, inode, build, content)
values (:path, :size, :modified_ns, :changed_ns, :inode, :build, :content)
