// An option or an operand by its definition. A command is read by these and never by a name in quotes, so that a slip
// of the pen does not compile.
#pragma once

#include <any>
#include <string_view>
#include <utility>

#include "cli/kinds.h"

namespace starling {

// Two are the same when they are the same object, so each is defined once and never copied.
class Parameter {
 public:
  constexpr Parameter(std::string_view name, std::string_view value, std::string_view help)
      : name_(name), value_(value), help_(help) {}
  Parameter(const Parameter&) = delete;
  Parameter& operator=(const Parameter&) = delete;

  [[nodiscard]] constexpr std::string_view name() const { return name_; }    // "--days"; "ITEM" of an operand
  [[nodiscard]] constexpr std::string_view value() const { return value_; }  // "N"; empty for switches and operands
  [[nodiscard]] constexpr std::string_view help() const { return help_; }    // empty for operands

  // Holds a value of the kind's own type. Throws UsageError.
  [[nodiscard]] virtual std::any read(std::string_view word) const = 0;
  [[nodiscard]] virtual Offer offer() const = 0;

 protected:
  ~Parameter() = default;  // nobody owns one by this type

 private:
  std::string_view name_;
  std::string_view value_;
  std::string_view help_;
};

template <class Kind>
class Typed : public Parameter {
 public:
  constexpr Typed(std::string_view name, std::string_view value, std::string_view help, Kind kind)
      : Parameter(name, value, help), kind_(kind) {}
  [[nodiscard]] std::any read(std::string_view word) const final { return kind_.read(name(), word); }
  [[nodiscard]] Offer offer() const final { return kind_.offer(); }

 protected:
  ~Typed() = default;

 private:
  Kind kind_;
};

template <class Kind>
class Option final : public Typed<Kind> {
 public:
  constexpr Option(std::string_view name, std::string_view value, std::string_view help, Kind kind = {})
      : Typed<Kind>(name, value, help, kind) {}
};

template <class Kind>
class Operand final : public Typed<Kind> {
 public:
  constexpr explicit Operand(std::string_view name, Kind kind = {}) : Typed<Kind>(name, "", "", kind) {}
};

// There or not.
class Switch final : public Parameter {
 public:
  constexpr Switch(std::string_view name, std::string_view help) : Parameter(name, "", help) {}
  [[nodiscard]] std::any read(std::string_view) const override { return true; }
  [[nodiscard]] Offer offer() const override { return {}; }
};

}  // namespace starling
