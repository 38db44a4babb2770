#include "backup/copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "backup/lines.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kEnding = ".zip";
constexpr std::int64_t kNanosecondsInSecond = 1'000'000'000;

int count_lines(const ArchivedText& log) {
  int lines = 0;
  for_each_line(log.text, [&](std::string_view, int) { ++lines; });
  return lines;
}

bool same_texts(const std::vector<ArchivedText>& written, const std::vector<ArchivedText>& read) {
  return std::ranges::equal(written, read, [](const ArchivedText& a, const ArchivedText& b) {
    return a.name == b.name && a.text == b.text;
  });
}

// Throws where the disk does not have what was given to it.
void check_written(const std::filesystem::path& file, const std::string& bytes) {
  if (read_file(file, bytes.size()).text != bytes) throw BackupError(fmt::format("{} does not hold what was written to it", file.string()));
}

}  // namespace

std::vector<DamagedLine> damaged_lines(const ArchivedText& log) {
  std::vector<DamagedLine> damaged;
  for_each_line(log.text, [&](std::string_view line, int number) {
    const LineFault fault = read_line(line).fault;
    if (fault == LineFault::Broken || fault == LineFault::Checksum) damaged.push_back({log.name, number, fault});
  });
  return damaged;
}

Collected collect_texts(const std::filesystem::path& home) {
  KeptListing listing = list_kept_files(home);
  if (listing.files.size() > kMostKeptFiles)
    throw BackupError(fmt::format("there are more than {} files in {}", kMostKeptFiles, home.string()));
  Collected collected{{}, std::move(listing.left_out)};
  std::uint64_t left = kMostKeptBytes;
  for (const KeptFile& file : listing.files) {
    const std::uint64_t most = std::min(kMostKeptFileBytes, left);
    FileText read = read_file(file.path, most);
    if (!read) {
      const bool large = read.fault == FileFault::TooLarge;
      collected.left_out.push_back({file.name, large ? "is too large for a backup" : read.reason, true});
      continue;
    }
    left -= read.text->size();
    collected.texts.push_back({file.name, std::move(*read.text), file.stamp.modified_ns / kNanosecondsInSecond});
  }
  std::ranges::sort(collected.left_out, {}, &LeftOut::name);
  return collected;
}

std::string backup_name(Instant at, const DayRule& rule) {
  const std::string iso = rule.iso(at);  // "2026-11-25T22:41:03+01:00"
  return fmt::format("starling-{}-{}{}{}", iso.substr(0, 10), iso.substr(11, 2), iso.substr(14, 2), kEnding);
}

std::string wrong_with_target(const std::filesystem::path& file, bool replace) {
  if (!file.filename().string().ends_with(kEnding))
    return fmt::format("{}: a backup is a zip, so its name ends in '{}'", file.string(), kEnding);
  std::error_code error;
  if (!replace && std::filesystem::exists(std::filesystem::symlink_status(file, error)))
    return fmt::format("{} is there already; --force replaces it", file.string());
  return {};
}

BackupDone make_backup(const std::filesystem::path& home, const std::filesystem::path& file, bool replace) {
  if (const std::string wrong = wrong_with_target(file, replace); !wrong.empty()) throw BackupError(wrong);
  Collected collected = collect_texts(home);
  if (collected.texts.empty()) throw BackupError(fmt::format("there is nothing to copy in {}", home.string()));
  const std::string bytes = archive_of(collected.texts);
  if (!same_texts(collected.texts, read_archive(bytes).texts))
    throw BackupError("the copy was not made: it does not hold what was put into it");
  if (file.has_parent_path()) make_folder(file.parent_path());
  write_file(file, bytes);
  check_written(file, bytes);

  BackupDone done{file, collected.texts.size(), 0, bytes.size(), 0, std::move(collected.left_out), {}};
  for (const ArchivedText& text : collected.texts) {
    done.text_bytes += text.text.size();
    if (!is_log_name(text.name)) continue;
    done.lines += count_lines(text);
    std::vector<DamagedLine> damaged = damaged_lines(text);
    std::ranges::move(damaged, std::back_inserter(done.damaged));
  }
  return done;
}

}  // namespace starling
