// The functions of libzip, loaded when the first archive is made or read. libzip draws in OpenSSL, and to be linked with
// that would cost every start of the program more than all of its own work for a small screen.
#pragma once

#include <zip.h>

namespace starling {

// Throws BackupError where the loaded library lacks the function.
void* zip_function(const char* name);

#define STARLING_ZIP(name) decltype(&zip_##name) name = reinterpret_cast<decltype(&zip_##name)>(zip_function("zip_" #name));
struct ZipFunctions {
  STARLING_ZIP(close)
  STARLING_ZIP(discard)
  STARLING_ZIP(error_fini)
  STARLING_ZIP(error_init)
  STARLING_ZIP(error_strerror)
  STARLING_ZIP(fclose)
  STARLING_ZIP(file_add)
  STARLING_ZIP(file_get_external_attributes)
  STARLING_ZIP(file_set_external_attributes)
  STARLING_ZIP(file_set_mtime)
  STARLING_ZIP(fopen_index)
  STARLING_ZIP(fread)
  STARLING_ZIP(get_name)
  STARLING_ZIP(get_num_entries)
  STARLING_ZIP(open_from_source)
  STARLING_ZIP(set_file_compression)
  STARLING_ZIP(source_buffer)
  STARLING_ZIP(source_buffer_create)
  STARLING_ZIP(source_close)
  STARLING_ZIP(source_free)
  STARLING_ZIP(source_keep)
  STARLING_ZIP(source_open)
  STARLING_ZIP(source_read)
  STARLING_ZIP(source_stat)
  STARLING_ZIP(stat_index)
  STARLING_ZIP(stat_init)
  STARLING_ZIP(strerror)
};
#undef STARLING_ZIP

// Throws BackupError, each time, where the library is not there.
const ZipFunctions& zip();

}  // namespace starling
