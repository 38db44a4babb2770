// `memory`: what a run of reviews does to memory, without a study folder.
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <ostream>
#include <sstream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/memory.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Text> kSequence{"SEQUENCE"};
constexpr Option<Choice<ModelKind>> kModel{"--model", "M", "fsrs-6 (the default) or fsrs-7", {kModelKinds, parse_model}};
constexpr Option<Reals> kParameters{"--parameters", "LIST", "weights in place of the defaults, between commas", {100}};
constexpr Option<Real> kRetention{"--retention", "R", "recall to aim at, 0.70 to 0.99; 0.90 without", {0.70, 0.99}};

constexpr std::size_t kMostReviews = 10'000;

Grade read_grade(const std::string& word, const std::string& text) {
  if (const auto grade = parse_grade(text)) return *grade;
  std::vector<std::string> grades;
  for (const Grade grade : kGrades) grades.emplace_back(to_string(grade));
  const std::string near = did_you_mean(text, grades);
  throw UsageError(fmt::format("'{}' has no grade{}", word, near.empty() ? "; use again, hard, good or easy" : near));
}

double read_day(const std::string& word, const std::string& text, ModelKind kind) {
  double day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  if (error != std::errc{} || end != text.data() + text.size() || !(day >= 0 && day <= kLastDayOfSequence))
    throw UsageError(fmt::format("'{}': a day is a number from 0 to {:g}", word, kLastDayOfSequence));
  if (kind == ModelKind::Fsrs6 && day != std::floor(day))
    throw UsageError(fmt::format("'{}': fsrs-6 counts in whole days; fractions go with --model fsrs-7", word));
  return day;
}

std::vector<ReviewGiven> read_sequence(const std::vector<std::string>& operands, ModelKind kind) {
  std::vector<ReviewGiven> sequence;
  for (const std::string& operand : operands) {
    std::istringstream words(operand);
    for (std::string word; words >> word;) {
      const std::size_t at = word.find('@');
      if (at == word.npos) throw UsageError(fmt::format("'{}' is not a review; write it like good@4", word));
      const ReviewGiven given{read_grade(word, word.substr(0, at)), read_day(word, word.substr(at + 1), kind)};
      if (!sequence.empty() && given.day < sequence.back().day)
        throw UsageError(fmt::format("'{}' comes after day {:g}: days do not fall", word, sequence.back().day));
      if (sequence.size() == kMostReviews)
        throw UsageError(fmt::format("a sequence has at most {} reviews", kMostReviews));
      sequence.push_back(given);
    }
  }
  if (sequence.empty()) throw UsageError("no reviews; write them like \"good@0 good@4 again@14\"");
  return sequence;
}

MemoryModel model_of(const Arguments& arguments, ModelKind kind) {
  const WeightsRead read = make_weights(kind, arguments.value(kParameters).value_or(std::vector<double>{}));
  if (!read.weights) throw UsageError(fmt::format("--parameters: {}", read.problem));
  return MemoryModel(*read.weights);
}

Exit run_memory(const Arguments& arguments, World& world) {
  const ModelKind kind = arguments.value(kModel).value_or(ModelKind::Fsrs6);
  const double retention = arguments.value(kRetention).value_or(0.90);
  const MemoryModel model = model_of(arguments, kind);
  const auto reviews = review_all(model, read_sequence(arguments.operands(kSequence), kind), retention);
  world.out << (arguments.json ? memory_json(model, reviews, retention)
                               : memory_screen(model, reviews, retention, Style(world.colour), text_width(world),
                                               is_low(world)));
  return Exit::Ok;
}

}  // namespace

const Command kMemoryCommand{.name = "memory",
                             .operands = {some(kSequence)},
                             .summary = "what a run of reviews does to memory: grades and days, as good@4",
                             .options = {&kModel, &kParameters, &kRetention},
                             .examples = {"starling memory \"good@0 good@4 again@14\"",
                                          "starling memory good@0 hard@0.5 --model fsrs-7 --retention 0.85"},
                             .pages = true,
                             .run = run_memory};

}  // namespace starling
