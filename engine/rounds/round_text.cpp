#include "rounds/round_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "rounds/read_rounds.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kRoundsFile = "loop.toml";

std::string list_of(const std::vector<std::string>& words) {
  std::vector<std::string> values;
  for (const std::string& word : words) values.push_back(starling::quoted(word));
  return fmt::format("[{}]", fmt::join(values, ", "));
}

TableRecord record_of(const Round& round) {
  TableRecord record{"round", round.id, {{"id", starling::quoted(round.id)}, {"title", starling::quoted(round.title)}}};
  const auto add = [&](std::string_view key, std::string value) { record.fields.emplace_back(key, std::move(value)); };
  std::vector<std::string> ids;
  for (const std::size_t principle : round.principles) ids.emplace_back(principles()[principle].id);
  if (!ids.empty()) add("principles", list_of(ids));
  add("kind", starling::quoted(to_string(round.kind)));
  if (!round.interviewer.empty()) add("interviewer", starling::quoted(round.interviewer));
  if (round.minutes) add("minutes", fmt::format("{}", *round.minutes));
  if (round.on) add("on", to_string(*round.on));
  if (!round.used.empty()) add("used", list_of(round.used));
  return record;
}

const Round* round_named(std::span<const Round> rounds, std::string_view id) {
  const auto at = std::ranges::find(rounds, id, &Round::id);
  return at == rounds.end() ? nullptr : &*at;
}

// `text` with its rounds as `wanted`, of which `change` made it.
RoundText changed_text(std::string_view text, const RoundEntries& wanted, const std::function<void(TableText&)>& change) {
  TableText changed(text, "rounds");
  change(changed);
  std::string after = changed.take();
  const RoundsFile file = read_rounds(after, kRoundsFile);
  if (file.rounds && round_entries(*file.rounds) == wanted) return {std::move(after), ""};
  const auto error = std::ranges::find(file.problems, Severity::Error, &Problem::severity);
  const bool own_fault = error != file.problems.end() && error->rule != "toml" && error->rule != "duplicate-id";
  return {std::string(text), own_fault ? error->text : "loop.toml is written in a way that only an editor can change"};
}

// What a text says, or why it cannot be read.
struct Said {
  std::vector<Round> rounds;
  std::string wrong;
};
Said said_in(std::string_view text) {
  RoundsFile file = read_rounds(text, kRoundsFile);
  if (file.rounds) return {*std::move(file.rounds), ""};
  const auto error = std::ranges::find(file.problems, Severity::Error, &Problem::severity);
  return {{}, error == file.problems.end() ? "loop.toml cannot be read"
                                           : fmt::format("line {} of loop.toml is wrong: {}", error->line, error->text)};
}

}  // namespace

RoundText with_round(std::string_view text, const Round& round) {
  const Said before = said_in(text);
  if (!before.wrong.empty()) return {std::string(text), before.wrong};
  const Round* now = round_named(before.rounds, round.id);
  if (now && *now == round) return {std::string(text), ""};
  const TableRecord record = record_of(round);
  const std::optional<TableRecord> said = now ? std::optional(record_of(*now)) : std::nullopt;
  RoundEntries wanted = round_entries(before.rounds);
  wanted.insert_or_assign(record.what(), record.value());
  return changed_text(text, wanted, [&](TableText& changed) { changed.put(record, said ? &*said : nullptr); });
}

RoundText without_round(std::string_view text, std::string_view id) {
  const Said before = said_in(text);
  if (!before.wrong.empty()) return {std::string(text), before.wrong};
  const Round* round = round_named(before.rounds, id);
  if (!round) return {std::string(text), ""};
  RoundEntries wanted = round_entries(before.rounds);
  wanted.erase(record_of(*round).what());
  return changed_text(text, wanted, [&](TableText& changed) { changed.take_out(record_of(*round)); });
}

RoundText with_story_renamed(std::string_view text, std::string_view from, std::string_view to) {
  RoundText result{std::string(text), ""};
  Said said = said_in(text);
  if (!said.wrong.empty()) return {std::string(text), said.wrong};
  for (Round& round : said.rounds) {
    if (std::ranges::find(round.used, from) == round.used.end()) continue;
    std::erase(round.used, to);  // of no story so far, and none is named twice
    std::ranges::replace(round.used, std::string(from), std::string(to));
    result = with_round(result.text, round);
    if (!result.wrong.empty()) return {std::string(text), result.wrong};
  }
  return result;
}

RoundEntries round_entries(std::span<const Round> rounds) {
  RoundEntries entries;
  for (const Round& round : rounds) {
    const TableRecord record = record_of(round);
    entries.emplace(record.what(), record.value());
  }
  return entries;
}

RoundText with_round_entry(std::string_view text, const std::string& what, const std::optional<std::string>& value) {
  if (!what.starts_with(kRoundEntry)) return {std::string(text), "it is no round"};
  if (!value) return without_round(text, std::string_view(what).substr(kRoundEntry.size()));
  const auto alone = read_rounds(fmt::format("schema = 1\nround = [{}]\n", *value), kRoundsFile).rounds;
  if (!alone || alone->size() != 1 || record_of(alone->front()).what() != what) return {std::string(text), "it is no round"};
  return with_round(text, alone->front());
}

}  // namespace starling
