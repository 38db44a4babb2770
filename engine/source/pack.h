// Values to bytes and back, for what was parsed once and is kept beside the log. Not a format for exchange: a reader
// of another build refuses it and the file is parsed again. Bytes that were damaged make no value: what is not exactly
// what a packer wrote is refused, and so is a value that its type does not allow.
//
// A type takes part by a function `template <class Archive> void fields(Archive&, T&)` that names its members in
// order: `archive(card.id, card.front); archive.within(1, 5, card.difficulty);`. The same function writes and reads.
// Beside the type stand, where they are needed:
//   constexpr Enum last_of(Enum)              the last value of an enum; the first is 0 and there are no gaps
//   bool is_sound(const T&)                   what must hold between its members
//   T blank_of(std::type_identity<T>)         a value to read into, of a type that has no default
// A type with `text()` and `static std::optional<T> parse(std::string_view)` is kept as its text.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace starling {

template <class T>
concept KeptAsText = requires(const T& value, std::string_view text) {
  { value.text() } -> std::convertible_to<std::string_view>;
  { T::parse(text) } -> std::same_as<std::optional<T>>;
};

class Packer {
 public:
  template <class... Ts>
  void operator()(const Ts&... values) {
    (put(values), ...);
  }
  // As above; `low` and `high` are heeded by whoever reads.
  template <class... Ts>
  void within(std::int64_t, std::int64_t, const Ts&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      raw(&value, sizeof value);
    } else if constexpr (KeptAsText<T>) {
      put(std::string_view(value.text()));
    } else {
      // `fields` is written once for both directions; a packer never changes what it is shown.
      fields(*this, const_cast<T&>(value));
    }
  }
  void put(std::string_view text) {
    put(static_cast<std::uint32_t>(text.size()));
    raw(text.data(), text.size());
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <class T>
  void put(const std::vector<T>& list) {
    put(static_cast<std::uint32_t>(list.size()));
    for (const T& value : list) put(value);
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& list) {
    for (const T& value : list) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  void put(const std::chrono::local_days& day) { put(static_cast<std::int32_t>(day.time_since_epoch().count())); }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... Ts>
  void operator()(Ts&... values) {
    (get(values), ...);
  }
  // Whole numbers, or lists or optional ones, from `low` to `high`: those that count or index something.
  template <class... Ts>
  void within(std::int64_t low, std::int64_t high, Ts&... values) {
    (get_within(low, high, values), ...);
  }
  // False once more was asked for than there is, or something was not as its type has it; everything read after that
  // is empty.
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  // A value to read into.
  template <class T>
  [[nodiscard]] static T blank() {
    if constexpr (std::is_default_constructible_v<T>)
      return T{};
    else
      return blank_of(std::type_identity<T>{});
  }

 private:
  // Year 10,000 and a little; a date beyond it comes of damage, and its year would not fit.
  static constexpr std::int32_t kFarthestDay = 3'000'000;

  void refuse() {
    good_ = false;
    rest_ = {};
  }
  // Of a size that the compiler knows: most of what a start does is this.
  template <class T>
  void raw(T& value) {
    if (sizeof value > rest_.size()) {
      refuse();
      value = T{};
      return;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  // A length can be no more than the bytes that are left, so a damaged one cannot ask for much memory.
  std::size_t length() {
    std::uint32_t size = 0;
    get(size);
    if (size <= rest_.size()) return size;
    refuse();
    return 0;
  }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = 0;
      raw(byte);
      if (byte > 1) refuse();
      value = byte == 1;
    } else if constexpr (std::is_enum_v<T>) {
      get_enum(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
      raw(value);
      if constexpr (std::is_floating_point_v<T>)
        if (!std::isfinite(value)) {
          value = 0;
          refuse();
        }
    } else if constexpr (KeptAsText<T>) {
      if (auto parsed = T::parse(bytes()))
        value = *std::move(parsed);
      else
        refuse();
    } else {
      fields(*this, value);
      if constexpr (requires { { is_sound(value) } -> std::convertible_to<bool>; })
        if (good_ && !is_sound(value)) refuse();
    }
  }
  template <class T>
  void get_enum(T& value) {
    static_assert(requires { { last_of(T{}) } -> std::same_as<T>; },
                  "say which value of this enum is the last: constexpr Enum last_of(Enum)");
    std::underlying_type_t<T> number{};
    get(number);
    const bool known = std::cmp_greater_equal(number, 0) &&
                       std::cmp_less_equal(number, static_cast<std::underlying_type_t<T>>(last_of(T{})));
    if (!known) refuse();
    value = known ? static_cast<T>(number) : T{};
  }
  // A length and as many bytes.
  std::string_view bytes() {
    const std::size_t size = length();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  void get(std::string& text) { text = std::string(bytes()); }
  template <class T>
  void get(std::vector<T>& list) {
    list.clear();
    const std::size_t size = length();
    // Room at once for what lists usually hold; a damaged length gets no more than that.
    constexpr std::size_t kReserved = 256;
    list.reserve(std::min(size, kReserved));
    for (std::size_t i = 0; i < size && good_; ++i) get(list.emplace_back(blank<T>()));
    if (!good_) list.clear();
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& list) {
    for (T& value : list) get(value);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there) get(value.emplace(blank<T>()));
  }
  void get(std::chrono::local_days& day) {
    std::int32_t count = 0;
    get(count);
    if (count < -kFarthestDay || count > kFarthestDay) {
      count = 0;
      refuse();
    }
    day = std::chrono::local_days(std::chrono::days(count));
  }

  template <class T>
  void get_within(std::int64_t low, std::int64_t high, T& value) {
    get(value);
    if (good_ && !is_within(low, high, value)) refuse();
    if (!good_) value = T{};
  }
  template <std::integral T>
  static bool is_within(std::int64_t low, std::int64_t high, T value) {
    return std::cmp_greater_equal(value, low) && std::cmp_less_equal(value, high);
  }
  template <class T>
  static bool is_within(std::int64_t low, std::int64_t high, const std::optional<T>& value) {
    return !value || is_within(low, high, *value);
  }
  template <class T>
    requires requires(const T& list) { list.begin(); }
  static bool is_within(std::int64_t low, std::int64_t high, const T& list) {
    return std::ranges::all_of(list, [&](const auto& value) { return is_within(low, high, value); });
  }

  std::string_view rest_;
  bool good_ = true;
};

template <class T>
[[nodiscard]] std::string pack(const T& value) {
  Packer packer;
  packer(value);
  return packer.take();
}

// Nothing when the bytes are not exactly one T.
template <class T>
[[nodiscard]] std::optional<T> unpack(std::string_view bytes) {
  Unpacker unpacker(bytes);
  T value = Unpacker::blank<T>();
  unpacker(value);
  if (!unpacker.good() || !unpacker.at_end()) return std::nullopt;
  return value;
}

}  // namespace starling
