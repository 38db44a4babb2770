#include "study/study_texts.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <utility>

#include "plan/plan.h"
#include "rounds/rounds.h"
#include "study/plan_deed.h"

namespace starling {

namespace {

std::string first_line(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    if (problem.severity == Severity::Error) return to_line(problem);
  return "a text file is wrong";
}

}  // namespace

TextError::TextError(std::vector<Problem> found)
    : std::runtime_error(first_line(found)), problems(std::move(found)) {}

std::optional<std::string> text_if_there(const std::filesystem::path& path) {
  FileText text = read_file(path, kMaxTomlBytes);
  if (!text && text.fault != FileFault::Missing)
    throw TextError({{path.filename().string(), 1, 1, "", "unreadable", Severity::Error, text.reason}});
  return std::move(text.text);
}

std::string written_settings(const StudyFolder& folder) {
  if (auto text = text_if_there(folder.settings())) return *std::move(text);
  throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error, "is not there"}});
}

StudyTexts texts_of(const StudyFolder& folder) {
  const auto text_of = [](const std::filesystem::path& path) { return read_file(path, kMaxTomlBytes).text.value_or(""); };
  return {written_settings(folder), text_of(folder.plan()), text_of(folder.loop())};
}

std::vector<Event> events_between(const StudyFolder& folder, const StudyTexts& before, const StudyTexts& after) {
  std::vector<Event> events;
  if (after.plan != before.plan) (void)text_if_there(folder.plan());
  if (after.rounds != before.rounds) (void)text_if_there(folder.loop());
  if (after.settings != before.settings) events = settings_events(before.settings, after.settings);
  if (after.plan != before.plan) std::ranges::move(plan_events(before.plan, after.plan), std::back_inserter(events));
  if (after.rounds != before.rounds) std::ranges::move(rounds_events(before.rounds, after.rounds), std::back_inserter(events));
  return events;
}

void write_texts(const StudyFolder& folder, const StudyTexts& before, const StudyTexts& after) {
  struct Text {
    std::filesystem::path path;
    const std::string& before;
    const std::string& after;
  };
  const std::array<Text, 3> texts{{{folder.settings(), before.settings, after.settings},
                                   {folder.plan(), before.plan, after.plan},
                                   {folder.loop(), before.rounds, after.rounds}}};
  if (after.plan != before.plan || after.rounds != before.rounds) folder.put_schemas();  // their first lines name one
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].after == texts[i].before) continue;
    try {
      write_file(texts[i].path, texts[i].after);
    } catch (const FileError&) {
      for (std::size_t done = 0; done < i; ++done)
        if (texts[done].after != texts[done].before) write_file(texts[done].path, texts[done].before);
      throw;
    }
  }
}

namespace {

// A file that cannot be read takes nothing back, and the deed is left for when it is mended.
void need_plan(std::string_view text) {
  PlanChangesFile file = read_plan_changes(text, "plan.toml");
  if (!file.changes) throw TextError(std::move(file.problems));
}
void need_rounds(std::string_view text) {
  RoundsFile file = read_rounds(text, "loop.toml");
  if (!file.rounds) throw TextError(std::move(file.problems));
}

}  // namespace

std::optional<StudyTexts> put_texts_back(const StudyFolder& folder, const std::vector<Deed>& deeds, Back direction,
                                         std::vector<std::string>& remarks) {
  const bool of_settings = std::ranges::any_of(deeds, sets_settings);
  const bool of_plan = std::ranges::any_of(deeds, is_of_plan);
  const bool of_rounds = std::ranges::any_of(deeds, is_of_rounds);
  if (!of_settings && !of_plan && !of_rounds) return std::nullopt;
  StudyTexts before = texts_of(folder);
  StudyTexts after = before;
  const auto put = [&](std::string& text, SettingsBack back) {
    std::ranges::move(back.left, std::back_inserter(remarks));
    text = std::move(back.text);
  };
  if (of_settings) put(after.settings, settings_back(before.settings, deeds, direction));
  if (of_plan) {
    before.plan = after.plan = text_if_there(folder.plan()).value_or("");
    need_plan(before.plan);
    put(after.plan, plan_back(before.plan, deeds, direction));
  }
  if (of_rounds) {
    before.rounds = after.rounds = text_if_there(folder.loop()).value_or("");
    need_rounds(before.rounds);
    put(after.rounds, rounds_back(before.rounds, deeds, direction));
  }
  if (after == before) return std::nullopt;
  write_texts(folder, before, after);
  return before;
}

}  // namespace starling
