// Values to bytes and back, for what was parsed once and is kept beside the log. Not a format for exchange: a reader
// of another build refuses it and the file is parsed again.
//
// A type takes part by a function `template <class Archive> void fields(Archive&, T&)` that names its members in
// order: `archive(card.id, card.front);`. The same function writes and reads.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace starling {

class Packer {
 public:
  template <class... Ts>
  void operator()(const Ts&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      raw(&value, sizeof value);
    } else {
      // `fields` is written once for both directions; a packer never changes what it is shown.
      fields(*this, const_cast<T&>(value));
    }
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    raw(text.data(), text.size());
  }
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
  // False once more was asked for than there is; everything read after that is empty.
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  void raw(void* data, std::size_t size) {
    if (size > rest_.size()) {
      good_ = false;
      rest_ = {};
      std::memset(data, 0, size);
      return;
    }
    std::memcpy(data, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  // A length can be no more than the bytes that are left, so a damaged one cannot ask for much memory.
  std::size_t length() {
    std::uint32_t size = 0;
    get(size);
    if (size > rest_.size()) {
      good_ = false;
      rest_ = {};
      return 0;
    }
    return size;
  }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = 0;
      raw(&byte, 1);
      value = byte != 0;
    } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      raw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) {
    const std::size_t size = length();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  template <class T>
  void get(std::vector<T>& list) {
    list.clear();
    const std::size_t size = length();
    // Room at once for what lists usually hold; a damaged length gets no more than that.
    constexpr std::size_t kReserved = 256;
    list.reserve(std::min(size, kReserved));
    for (std::size_t i = 0; i < size && good_; ++i) get(list.emplace_back());
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
    if (there) get(value.emplace());
  }
  void get(std::chrono::local_days& day) {
    std::int32_t count = 0;
    get(count);
    day = std::chrono::local_days(std::chrono::days(count));
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
  T value{};
  unpacker(value);
  if (!unpacker.good() || !unpacker.at_end()) return std::nullopt;
  return value;
}

}  // namespace starling
