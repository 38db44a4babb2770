#include "log/own_name.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace starling {

namespace {

bool same(const Newest& newest, std::int64_t number, std::uint32_t checksum) {
  return !newest.disputed && newest.number == number && newest.checksum == checksum;
}

// A place that cannot be used, though the disk works.
bool is_barred(int error) {
  constexpr std::array kBarred{EACCES, EPERM, EROFS, ENOTDIR, ELOOP, ENAMETOOLONG, ENOENT, EISDIR, ENXIO};
  for (const int barred : kBarred)
    if (error == barred) return true;
  return false;
}

std::optional<DeviceState> state_in(const std::optional<std::string>& line) {
  return line ? parse_device_state(*line) : std::nullopt;
}

}  // namespace

OwnName::OwnName(const LogPlace& place)
    : entropy_(place.entropy), patience_(place.patience), path_hash_(hash_of_path(place.home)) {
  state_.machine = machine_hash(place.machine_id);
  if (!place.state_base) return;
  path_ = device_state_path(*place.state_base, place.home, state_.machine);
  folder_ = path_.parent_path();
}

void OwnName::choose(const std::filesystem::path& log) {
  if (!text().empty()) return;
  FolderLock turn(folder_, {});
  is_remembered_ = find_place(turn);
  if (!is_remembered_) {
    state_.device = fixed_device_name(state_.machine, path_hash_);
    return;
  }
  const auto state = state_in(read());
  if (state && state->machine == state_.machine)
    state_ = *state;
  else
    draw(log);
}

bool OwnName::find_place(FolderLock& turn) {
  if (folder_.empty()) return false;
  try {
    turn.take(patience_);
    open();
  } catch (const DiskError& error) {
    if (is_barred(error.error())) return false;
    throw;
  }
  return true;
}

void OwnName::open() {
  file_ = open_or_make(path_, O_RDWR);
  if (!file_.is_open() && errno == ENOENT) {
    make_private_folder(folder_, {});
    file_ = open_or_make(path_, O_RDWR);
  }
  if (!file_.is_open()) throw disk_error(errno, path_);
}

std::optional<std::string> OwnName::read() {
  struct stat status {};
  if (!file_.is_open() || ::fstat(file_.get(), &status) != 0 || status.st_nlink == 0) open();
  static const std::size_t kBytes = to_text({"aaaaaa", "-", {}}).size();
  return read_at(file_.get(), 0, kBytes);
}

void OwnName::write() {
  std::string line = to_text(state_);
  in_file_.clear();
  const ssize_t put = ::pwrite(file_.get(), line.data(), line.size(), 0);
  if (put != static_cast<ssize_t>(line.size())) throw disk_error(put < 0 ? errno : ENOSPC, path_);
  in_file_ = std::move(line);
}

void OwnName::draw(const std::filesystem::path& log) {
  std::uint64_t tries = 0;
  do {
    state_.device = new_device_name([&] { return entropy_() + tries; });
    ++tries;
  } while (identity_at(log / state_.device));
  state_.last = {};
  write();
}

bool OwnName::is_current() {
  if (!is_remembered_) return true;
  auto line = read();
  if (line && *line == in_file_) return true;
  const auto state = state_in(line);
  if (!state) {
    write();  // it was removed while this program runs
    return true;
  }
  const bool current = state->device == text();
  state_ = *state;
  in_file_ = *std::move(line);
  return current;
}

std::optional<MissingLines> OwnName::renew(const std::filesystem::path& log, const Newest& newest) {
  FolderLock turn(folder_, {});
  turn.take(patience_);
  if (!is_current()) return std::nullopt;
  std::optional<MissingLines> missing;
  if (newest.number < surely_written(state_)) missing = {text(), surely_written(state_), newest.number};
  if (missing) keep_missing(*missing);
  draw(log);
  return missing;
}

void OwnName::keep_missing(const MissingLines& missing) const {
  if (is_remembered_) keep_given_up(path_, missing.device, missing.written);
}

bool OwnName::is_last(const Newest& newest) const {
  return same(newest, state_.last.number, state_.last.checksum);
}

bool OwnName::accounts_for(const Newest& newest) const {
  return !is_remembered_ || is_last(newest) || same(newest, state_.last.before_number, state_.last.before_checksum);
}

void OwnName::note(const Newest& next, const Newest& before) {
  state_.last = {next.number, next.checksum, before.number, before.checksum};
  if (is_remembered_) write();
}

void OwnName::take_back_note() {
  state_.last.number = state_.last.before_number;
  state_.last.checksum = state_.last.before_checksum;
  write_quietly();
}

void OwnName::confirm_note() {
  if (state_.last.before_number == state_.last.number) return;
  state_.last.before_number = state_.last.number;
  state_.last.before_checksum = state_.last.checksum;
  write_quietly();
}

// The note that stands accounts for the files too.
void OwnName::write_quietly() {
  if (!is_remembered_) return;
  try {
    write();
  } catch (const LogError&) {
  }
}

}  // namespace starling
