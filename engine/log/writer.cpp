#include "log/writer.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <utility>

#include "log/folder_lock.h"
#include "log/lost_lines.h"
#include "log/month_file.h"
#include "log/newest.h"
#include "log/own_name.h"

namespace starling {

namespace {

// By the date on the wall clock that the deed was done by: "2026-11.jsonl".
std::string month_file_name(const Deed& deed) {
  const auto date = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(deed.at + deed.offset));
  return fmt::format("{:04}-{:02}{}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), kLogEnding);
}

// Whether the line says what the deed is; an event out of range would come back as an unknown one.
bool can_be_read(const std::string& line, const Deed& deed) {
  const LineRead read = read_line(line);
  if (!read.deed || read.deed->id != deed.id || read.deed->order != deed.order) return false;
  if (read.deed->at != deed.at || read.deed->offset != deed.offset || read.deed->day != deed.day) return false;
  return std::ranges::equal(read.deed->events, deed.events,
                            [](const Event& a, const Event& b) { return a.index() == b.index(); });
}

void need_readable(const std::string& line, const Deed& deed) {
  if (!can_be_read(line, deed)) throw LogError("a time or a number of this deed is out of range: nothing was counted");
}

std::filesystem::path without_slash(const std::filesystem::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

std::int64_t modified_ns(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return 0;
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

std::string deeds(std::size_t count) { return fmt::format("{} deed{}", count, count == 1 ? "" : "s"); }

}  // namespace

struct Writer::Inside {
  explicit Inside(const LogPlace& place)
      : home(without_slash(place.home)), log(home / "log"), patience(place.patience), name(place) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  void take_turn();
  void go_to_folder();
  void take_lock();
  void need_home();
  void confirm_note();
  void look();
  void look_at_files();
  void look_at_folder();
  void read_newest();
  void mend();
  void write_anew(const std::vector<std::size_t>& lost);
  void tell(std::size_t rewritten);
  void tell_of_before(std::int64_t here);
  [[nodiscard]] MonthFile& file_of(const std::string& file);
  [[nodiscard]] MonthFile& begin(const std::string& file);

  std::filesystem::path home;
  std::filesystem::path log;
  std::chrono::milliseconds patience;
  OwnName name;
  std::filesystem::path folder;    // of the device
  std::optional<FolderLock> lock;  // of that folder

  Newest newest;                           // of the own name
  bool newest_known = false;               // and nothing was seen to change since
  std::int64_t folder_modified = 0;        // of the device's folder
  std::vector<OwnLine> lines;              // written by this object
  std::map<std::string, MonthFile> files;  // those they were written to, by their names from log/
  struct Harm {
    std::string file;
    FileChange change;
  };
  bool saw_changes = true;   // of this turn
  std::optional<Harm> harm;  // what happened to one of them and is not mended yet
  Mended mended;

  std::string last_file;
  LinePlace last_place;
};

// The turn ---------------------------------------------------------------------------------------------------------

void Writer::Inside::take_turn() {
  mended = {};
  saw_changes = false;
  if (!lock) {
    need_home();
    name.choose(log);
    go_to_folder();
  }
  for (;;) {
    take_lock();
    if (name.is_current()) {
      look();
      if (name.accounts_for(newest)) return;
      if (auto missing = name.renew(log, newest)) mended.missing = std::move(missing);
    }
    go_to_folder();
  }
}

void Writer::Inside::go_to_folder() {
  folder = log / name.text();
  lock.emplace(folder, home);
  newest_known = false;
  saw_changes = true;
}

void Writer::Inside::take_lock() {
  try {
    lock->take(patience);
  } catch (const LogError&) {
    need_home();  // says more
    throw;
  }
}

void Writer::Inside::need_home() {
  if (identity_at(home)) return;
  std::string text = fmt::format("{}: the study folder is not there", home.string());
  if (!lines.empty()) {
    const bool is_moved = !files.empty() && std::ranges::all_of(files, [](auto& entry) {
      return entry.second.look() == FileChange::Moved;
    });
    text += fmt::format(" any more: {} of this sitting, {} to {}, {}", deeds(lines.size()),
                        to_string(lines.front().id), to_string(lines.back().id),
                        is_moved ? "went with it" : "are in no file");
  }
  throw LogError(text);
}

// Once, at the end, so that no deed waits for it.
void Writer::Inside::confirm_note() {
  if (lines.empty() || !identity_at(folder)) return;
  try {
    lock->take(std::chrono::milliseconds(0));
    if (name.is_current() && name.is_last(newest)) name.confirm_note();
  } catch (const LogError&) {
    // Busy: whoever writes now makes a note of its own.
  }
  lock->release();
}

void Writer::Inside::look() {
  look_at_files();
  look_at_folder();
  if (harm) return mend();
  // Without a note of what was written last, nothing tells of a file that others began before this one has its own.
  const bool is_sure = name.is_remembered() ? name.is_last(newest) : !files.empty();
  if (!newest_known || !is_sure) read_newest();
}

void Writer::Inside::look_at_files() {
  for (auto entry = files.begin(); entry != files.end();) {
    const FileChange change = entry->second.look();
    if (change == FileChange::Grown) newest_known = false;
    if (change != FileChange::None) saw_changes = true;
    if (change == FileChange::None || change == FileChange::Grown) {
      ++entry;
      continue;
    }
    if (!harm) harm = Harm{entry->first, change};
    entry = files.erase(entry);
  }
}

// What a sync program put into it may hold other lines of the own name.
void Writer::Inside::look_at_folder() {
  const auto modified = modified_ns(folder);
  if (std::exchange(folder_modified, modified) == modified) return;
  newest_known = false;
  saw_changes = true;
}

void Writer::Inside::read_newest() {
  newest = newest_at_ends(folder, name.text());
  // The ends are enough where they are what was noted; else the line may stand further up, or in another folder.
  if (!name.is_remembered() || !name.accounts_for(newest)) newest = newest_of_all(log, name.text());
  newest_known = true;
}

// Mending ----------------------------------------------------------------------------------------------------------

void Writer::Inside::mend() {
  const LostLines found = find_lost(log, lines, name.text());
  newest = found.newest;
  newest_known = true;
  write_anew(found.lost);
  tell(found.lost.size());
  tell_of_before(found.before);
  harm.reset();
}

// What stood in front of the first line of this sitting was there when that was written.
void Writer::Inside::tell_of_before(std::int64_t here) {
  const auto first = std::ranges::find(lines, name.text(), [](const OwnLine& line) { return line.id.device; });
  if (first == lines.end() || here >= first->id.number - 1) return;
  mended.missing = MissingLines{name.text(), first->id.number - 1, here};
  name.keep_missing(*mended.missing);
}

void Writer::Inside::write_anew(const std::vector<std::size_t>& lost) {
  std::map<std::string, std::string> texts;  // by file
  for (const std::size_t i : lost) texts[lines[i].file] += lines[i].text + '\n';
  for (const auto& [file, text] : texts) file_of(file).append(text, home);
  for (const std::size_t i : lost)
    if (lines[i].id.device == name.text()) newest.take(lines[i].id.number, line_checksum(lines[i].text));
  // Those that are there again are watched again.
  for (const OwnLine& line : lines)
    if (identity_at(folder / line.file)) file_of(line.file).open();
}

void Writer::Inside::tell(std::size_t rewritten) {
  mended.rewritten += static_cast<int>(rewritten);
  const bool is_gone = harm->change == FileChange::Moved || harm->change == FileChange::Removed;
  const std::string what = fmt::format("log/{} {} while in use", harm->file, to_string(harm->change));
  if (rewritten > 0)
    mended.sentence = fmt::format("{}: {} of this sitting {} missing and {} written anew", what, deeds(rewritten),
                                  rewritten == 1 ? "was" : "were", rewritten == 1 ? "is" : "are");
  else if (is_gone && !lines.empty())
    mended.sentence = fmt::format("{}: every deed of this sitting is in another file", what);
}

MonthFile& Writer::Inside::file_of(const std::string& file) {
  const std::string from_log = name.text() + '/' + file;
  const auto found = files.find(from_log);
  return found != files.end() ? found->second : files.try_emplace(from_log, log / from_log).first->second;
}

// For one more deed.
MonthFile& Writer::Inside::begin(const std::string& file) {
  const bool is_new = !files.contains(name.text() + '/' + file);
  MonthFile& opened = file_of(file);
  opened.open();
  if (is_new && !name.is_remembered() && files.size() > 1) read_newest();  // others may have begun it
  return opened;
}

// Writer -----------------------------------------------------------------------------------------------------------

Writer::Writer(LogPlace place) : inside_(std::make_unique<Inside>(place)) {}
Writer::~Writer() { close(); }
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer::Turn Writer::lock() {
  Turn turn(*inside_);  // gives the lock back where something is thrown
  inside_->take_turn();
  return turn;
}

void Writer::close() noexcept {
  try {
    if (inside_) inside_->confirm_note();
  } catch (const std::exception&) {
    // It is confirmed by the next deed.
  }
}

const std::string& Writer::device() const { return inside_->name.text(); }

int Writer::written() const { return static_cast<int>(inside_->lines.size()); }

// Turn -------------------------------------------------------------------------------------------------------------

Writer::Turn::~Turn() {
  if (inside_ && inside_->lock) inside_->lock->release();
}

Writer::Turn::Turn(Turn&& other) noexcept : inside_(std::exchange(other.inside_, nullptr)) {}

Writer::Turn& Writer::Turn::operator=(Turn&& other) noexcept {
  std::swap(inside_, other.inside_);
  return *this;
}

const Mended& Writer::Turn::mended() const { return inside_->mended; }

bool Writer::Turn::saw_changes() const { return inside_->saw_changes; }

Deed Writer::Turn::append(std::vector<Event> events, const Moment& moment, std::chrono::minutes offset,
                          std::int64_t largest_order, const std::function<void(const Deed&)>& meanwhile) {
  Inside& in = *inside_;
  Deed deed{{in.name.text(), 0}, 0, moment.at, offset, moment.day, std::move(events)};
  deed.order = std::max<std::int64_t>(moment.at.time_since_epoch().count(), largest_order + 1);
  const std::string file_name = month_file_name(deed);
  deed.id.number = in.newest.number + 1;
  std::string line = starling::written(deed);
  const bool is_begun = in.files.contains(in.name.text() + '/' + file_name);
  if (!is_begun) need_readable(line, deed);  // or a file would be made for nothing
  MonthFile& file = in.begin(file_name);
  if (deed.id.number != in.newest.number + 1) {
    deed.id.number = in.newest.number + 1;
    line = starling::written(deed);
  }

  const Newest next{deed.id.number, line_checksum(line), false};
  in.name.note(next, in.newest);
  try {
    file.append(line + '\n', in.home, [&] {
      if (is_begun) need_readable(line, deed);
      if (meanwhile) meanwhile(deed);
    });
  } catch (...) {
    in.name.take_back_note();
    throw;
  }
  in.newest = next;
  in.lines.push_back({deed.id, line, file_name});
  in.last_file = in.name.text() + '/' + file_name;
  const auto length = static_cast<std::int64_t>(line.size());
  in.last_place = {file.so_far().end - 1 - length, length, 1};
  return deed;
}

const std::string& Writer::Turn::file() const { return inside_->last_file; }

const LinePlace& Writer::Turn::place() const { return inside_->last_place; }

ReadSoFar Writer::Turn::so_far() const { return inside_->files.at(inside_->last_file).so_far(); }

FileStamp Writer::Turn::stamp() const { return inside_->files.at(inside_->last_file).stamp(); }

}  // namespace starling
