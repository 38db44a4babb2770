insert into parsed_part (path, part, bytes, checksum) values (:path, :part, :bytes, :checksum)
