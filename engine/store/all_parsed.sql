select path, size, modified_ns, changed_ns, inode, name, problems, head_checksum from parsed_file
