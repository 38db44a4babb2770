#include "log/device.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "log/disk.h"

namespace starling {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::size_t kNameLetters = 6;
constexpr std::size_t kHashDigits = 16;
constexpr std::string_view kNoMachine = "-";
constexpr std::size_t kMachineIdBytes = 4096;

std::string hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

std::string name_from(std::uint64_t chance) {
  std::string name;
  for (; name.size() < kNameLetters; chance /= kLetters.size()) name += kLetters[chance % kLetters.size()];
  return name;
}

// Takes the next `width` characters and the blank or line feed behind them.
std::string_view take(std::string_view& text, std::size_t width) {
  const std::string_view field = text.substr(0, width);
  text.remove_prefix(std::min(text.size(), width + 1));
  return field;
}

template <class Number>
Number number_of(std::string_view digits, int base) {
  Number value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return value;
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

std::int64_t surely_written(const DeviceState& state) { return std::min(state.last.number, state.last.before_number); }

std::string to_sentence(const MissingLines& missing) {
  return fmt::format("this machine wrote up to {}-{}, and {}", missing.device, missing.written,
                     !missing.unread.empty() ? missing.unread
                     : missing.here == 0     ? "none of it is here"
                                             : fmt::format("only what is up to {} is here", missing.here));
}

std::string to_remark(const MissingLines& missing) {
  std::string text = fmt::format("{}: {}; more: starling doctor", to_sentence(missing),
                                 missing.unread.empty() ? kBringLinesBack : "look at its mode and its owner");
  text[0] = 'T';
  return text;
}

std::string to_text(const DeviceState& state) {
  return fmt::format("1 {} {:-<16} {:019} {:08x} {:019} {:08x}\n", state.device, state.machine, state.last.number,
                     state.last.checksum, state.last.before_number, state.last.before_checksum);
}

std::optional<DeviceState> parse_device_state(std::string_view text) {
  std::string_view rest = text;
  if (take(rest, 1) != "1") return std::nullopt;
  DeviceState state;
  state.device = take(rest, kNameLetters);
  const std::string_view machine = take(rest, kHashDigits);
  state.machine = is_hash(machine) ? machine : kNoMachine;
  state.last.number = number_of<std::int64_t>(take(rest, 19), 10);
  state.last.checksum = number_of<std::uint32_t>(take(rest, 8), 16);
  state.last.before_number = number_of<std::int64_t>(take(rest, 19), 10);
  state.last.before_checksum = number_of<std::uint32_t>(take(rest, 8), 16);
  // Whatever is not as it is written gives other text.
  if (!is_device_name(state.device) || to_text(state) != text) return std::nullopt;
  if (state.last.number < 0 || state.last.before_number < 0) return std::nullopt;
  return state;
}

std::string hash_of_path(const std::filesystem::path& home) {
  std::error_code error;
  auto real = std::filesystem::weakly_canonical(std::filesystem::absolute(home, error), error);
  if (error) real = home.lexically_normal();
  if (!real.has_filename()) real = real.parent_path();
  return hex(seed_from(real.string(), 0).value);
}

std::string machine_hash(const std::filesystem::path& file) {
  const Descriptor opened = open_plain(file);
  const auto text = opened.is_open() ? read_at(opened.get(), 0, kMachineIdBytes) : std::nullopt;
  if (!text) return std::string(kNoMachine);
  const std::string_view id = std::string_view(*text).substr(0, text->find_first_of("\r\n "));
  // "uninitialized" is what stands there until the first start of a machine is through.
  if (id.empty() || id == "uninitialized") return std::string(kNoMachine);
  return hex(seed_from(id, 1).value);
}

std::filesystem::path device_state_path(const std::filesystem::path& state_base, const std::filesystem::path& home,
                                        const std::string& machine) {
  return state_base / hash_of_path(home) / (machine == kNoMachine ? "device" : "device-" + machine);
}

namespace {

constexpr std::size_t kMostStateBytes = 4096;

std::optional<std::string> text_of_state(const std::filesystem::path& file) {
  const Descriptor opened = open_plain(file);
  return opened.is_open() ? read_at(opened.get(), 0, kMostStateBytes) : std::nullopt;
}

}  // namespace

std::filesystem::path given_up_file(const std::filesystem::path& state_file) {
  return state_file.parent_path() / (state_file.filename().string() + "-given-up");
}

std::optional<DeviceState> remembered_state(const std::filesystem::path& file) {
  const auto text = text_of_state(file);
  return text ? parse_device_state(*text) : std::nullopt;
}

std::vector<MissingLines> given_up_names(const std::filesystem::path& file) {
  std::vector<MissingLines> names;
  const std::string text = text_of_state(given_up_file(file)).value_or("");
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = take(rest, std::min(rest.find('\n'), rest.size()));
    const std::string device(take(line, kNameLetters));
    if (!is_device_name(device)) continue;
    const auto written = number_of<std::int64_t>(line, 10);
    const auto known = std::ranges::find(names, device, &MissingLines::device);
    if (known == names.end()) names.push_back({device, written, 0});
    else known->written = std::max(known->written, written);
  }
  return names;
}

void keep_given_up(const std::filesystem::path& file, const std::string& device, std::int64_t written) {
  const Descriptor opened = open_or_make(given_up_file(file), O_WRONLY | O_APPEND);
  const std::string line = fmt::format("{} {}\n", device, written);
  // Where that fails, what is missing was said once and is not said again: no reason to refuse the deed.
  if (opened.is_open()) (void)!::write(opened.get(), line.data(), line.size());
}

std::string new_device_name(const Entropy& entropy) { return name_from(entropy()); }

std::string fixed_device_name(const std::string& machine, const std::string& path_hash) {
  return name_from(seed_from(machine + '/' + path_hash, 2).value);
}

}  // namespace starling
