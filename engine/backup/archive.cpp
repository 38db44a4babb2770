#include "backup/archive.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "backup/kept_files.h"
#include "backup/zip_functions.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kShownColumns = 100;
constexpr zip_uint32_t kDeflateLevel = 6;
constexpr zip_uint32_t kPrivateFile = static_cast<zip_uint32_t>(S_IFREG | 0600) << 16;

struct Discard {
  void operator()(zip_t* archive) const { zip().discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
struct Release {
  void operator()(zip_source_t* source) const { zip().source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, Release>;
struct Close {
  void operator()(zip_file_t* file) const { zip().fclose(file); }
};

// An error of libzip, cleaned up behind it.
class ZipError {
 public:
  ZipError() { zip().error_init(&error_); }
  ~ZipError() { zip().error_fini(&error_); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;
  zip_error_t* get() { return &error_; }
  [[nodiscard]] std::string text() { return zip().error_strerror(&error_); }

 private:
  zip_error_t error_;
};

std::string shown(std::string_view name) { return shorten(name, kShownColumns); }

// Writing ------------------------------------------------------------------------------------------------------------

[[noreturn]] void fail(zip_t* archive) {
  throw BackupError(fmt::format("the copy cannot be made: {}", zip().strerror(archive)));
}

void add(zip_t* archive, const ArchivedText& text) {
  Source source(zip().source_buffer(archive, text.text.data(), text.text.size(), 0));
  if (!source) fail(archive);
  const zip_int64_t index = zip().file_add(archive, text.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(archive);
  (void)source.release();  // the archive has it now
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip().set_file_compression(archive, at, ZIP_CM_DEFLATE, kDeflateLevel) != 0 ||
      zip().file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kPrivateFile) != 0 ||
      zip().file_set_mtime(archive, at, static_cast<time_t>(text.modified_s), 0) != 0)
    fail(archive);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  if (zip().source_open(source) != 0 || zip().source_stat(source, &status) != 0)
    throw BackupError("the copy cannot be made: there is nothing in it");
  std::string bytes(status.size, '\0');
  const zip_int64_t got = zip().source_read(source, bytes.data(), bytes.size());
  zip().source_close(source);
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) throw BackupError("the copy cannot be made");
  return bytes;
}

// Reading ------------------------------------------------------------------------------------------------------------

// What is wrong with one entry, before any of it is read; nothing where all is well.
using Wrong = std::optional<std::string>;

bool is_plain_file(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip().file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  if (system != ZIP_OPSYS_UNIX && system != ZIP_OPSYS_OS_X) return true;  // no others have links in their zips
  const zip_uint32_t type = (attributes >> 16) & S_IFMT;
  return type == 0 || type == S_IFREG;
}

Wrong wrong_with_size(const zip_stat_t& entry) {
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  if ((entry.valid & kNeeded) != kNeeded) return "has no size";
  if (entry.encryption_method != ZIP_EM_NONE) return "is encrypted";
  if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE)
    return "is compressed in a way that is not read here";
  if (entry.size > kMostKeptFileBytes)
    return fmt::format("is larger than {} MiB", kMostKeptFileBytes / 1024 / 1024);
  return std::nullopt;
}

// Nothing where it is damaged or does not have the size that is claimed.
std::optional<std::string> read_entry(zip_t* archive, zip_uint64_t index, zip_uint64_t size) {
  const std::unique_ptr<zip_file_t, Close> file(zip().fopen_index(archive, index, 0));
  if (!file) return std::nullopt;
  std::string text;
  std::array<char, 64 * 1024> part;
  // Read to the end: that is where the checksum is compared.
  for (;;) {
    const zip_int64_t got = zip().fread(file.get(), part.data(), part.size());
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    if (text.size() + static_cast<std::size_t>(got) > size) return std::nullopt;
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  if (text.size() != size) return std::nullopt;
  return text;
}

// Whether a file would have to be a folder too.
std::optional<std::string> both_file_and_folder(const std::set<std::string, std::less<>>& names) {
  for (const std::string& name : names)
    for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
      if (names.contains(std::string_view(name).substr(0, slash))) return name;
  return std::nullopt;
}

class Reading {
 public:
  explicit Reading(std::string_view bytes) {
    ZipError error;
    Source source(zip().source_buffer_create(bytes.data(), bytes.size(), 0, error.get()));
    if (!source) throw BackupError(error.text());
    archive_.reset(zip().open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, error.get()));
    if (archive_)
      (void)source.release();
    else
      refusal_ = fmt::format("this is no zip archive, or a damaged one: {}", error.text());
  }

  ArchiveRead take() {
    if (archive_) look();
    if (refusal_.empty()) read();
    if (!refusal_.empty()) texts_.clear();
    return {std::move(texts_), std::move(refusal_)};
  }

 private:
  struct Entry {
    zip_uint64_t index;
    std::string name;
    zip_uint64_t size;
  };

  void refuse(std::string_view name, std::string_view why) {
    if (refusal_.empty()) refusal_ = fmt::format("'{}' {}", shown(name), why);
  }

  // All names and sizes, before anything is read.
  void look() {
    const zip_int64_t count = zip().get_num_entries(archive_.get(), 0);
    if (count <= 0) refusal_ = "there is nothing in this archive";
    if (count > static_cast<zip_int64_t>(kMostKeptFiles))
      refusal_ = fmt::format("there are more than {} files in this archive", kMostKeptFiles);
    for (zip_int64_t i = 0; i < count && refusal_.empty(); ++i) look_at(static_cast<zip_uint64_t>(i));
    if (const auto name = both_file_and_folder(names_)) refuse(*name, "lies in a folder that is a file too");
    if (refusal_.empty() && entries_.empty()) refusal_ = "there is nothing in this archive";
  }

  void look_at(zip_uint64_t index) {
    const char* raw = zip().get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
    const std::string name = raw ? raw : "";
    zip_stat_t entry;
    zip().stat_init(&entry);
    if (!raw || zip().stat_index(archive_.get(), index, 0, &entry) != 0) return refuse(name, "cannot be looked at");
    if (name.ends_with('/') && is_kept_folder(std::string_view(name).substr(0, name.size() - 1)) && entry.size == 0)
      return;  // a folder of its own says nothing
    if (!is_kept_name(name)) return refuse(name, "is no file of a study folder");
    if (!is_plain_file(archive_.get(), index)) return refuse(name, "is no plain file");
    if (const Wrong wrong = wrong_with_size(entry)) return refuse(name, *wrong);
    if (!names_.insert(name).second) return refuse(name, "is there twice");
    total_ += entry.size;
    if (total_ > kMostKeptBytes)
      return refuse(name, fmt::format("makes it larger than {} MiB", kMostKeptBytes / 1024 / 1024));
    entries_.push_back({index, name, entry.size});
  }

  void read() {
    std::ranges::sort(entries_, {}, &Entry::name);
    for (const Entry& entry : entries_) {
      auto text = read_entry(archive_.get(), entry.index, entry.size);
      if (!text) return refuse(entry.name, "is damaged: it is not what was put into the archive");
      texts_.push_back({entry.name, *std::move(text), 0});
    }
  }

  Archive archive_;
  std::string refusal_;
  std::vector<Entry> entries_;
  std::set<std::string, std::less<>> names_;
  std::uint64_t total_ = 0;
  std::vector<ArchivedText> texts_;
};

}  // namespace

std::string archive_of(std::span<const ArchivedText> texts) {
  ZipError error;
  const Source target(zip().source_buffer_create(nullptr, 0, 0, error.get()));
  if (!target) throw BackupError(error.text());
  zip().source_keep(target.get());  // closing the archive gives up one hold on it
  Archive archive(zip().open_from_source(target.get(), ZIP_TRUNCATE, error.get()));
  if (!archive) {
    zip().source_free(target.get());
    throw BackupError(error.text());
  }
  for (const ArchivedText& text : texts) add(archive.get(), text);
  if (zip().close(archive.get()) != 0) fail(archive.get());
  (void)archive.release();
  return bytes_of(target.get());
}

ArchiveRead read_archive(std::string_view bytes) { return Reading(bytes).take(); }

}  // namespace starling
