select path, size, modified_ns, changed_ns, inode, content from parsed_file where build = :build
