#include "cli/screen/doctor.h"

#include <fmt/format.h>

#include <algorithm>

#include "view/view.h"

namespace starling {

namespace {

constexpr int kWordColumns = 9;
constexpr int kNarrow = 60;  // columns: below, ids and commands need the whole line

std::string summary(const Examination& seen) {
  std::string text = fmt::format("{} in {}", counted(seen.deeds, "deed"), counted(seen.log_files, "file"));
  if (seen.devices.size() > 1) text += fmt::format(" of {} machines", seen.devices.size());
  text += fmt::format("; {}, {}, {}.", counted(seen.decks, "deck"),
                      seen.stories == 1 ? "1 story" : fmt::format("{} stories", seen.stories), counted(seen.items, "item"));
  if (!seen.own_device.empty()) text += fmt::format(" This machine writes as {}.", seen.own_device);
  return text;
}

std::string finding_text(const Finding& finding, const Style& style, int width) {
  const bool narrow = width < kNarrow;
  const std::string word = narrow ? std::string(to_string(finding.gravity)) : fmt::format("{:<{}}", to_string(finding.gravity), kWordColumns);
  const std::string styled = finding.gravity == Gravity::Note ? style.dim(word) : finding.gravity == Gravity::Error ? style.bad(word) : style.warn(word);
  const std::string place = place_of(finding);
  const std::string what = place.empty() ? finding.text : fmt::format("{}: {}", place, finding.text);
  const int indent = narrow ? 2 : kWordColumns;
  std::string text = narrow ? styled + "\n" + paragraph(what, width, indent) : hanging(styled, what, width);
  if (!finding.advice.empty()) text += paragraph(finding.advice, width, indent);
  return text;
}

std::string closing(const Examination& seen) {
  const auto count = [&](Gravity gravity) {
    return static_cast<int>(std::ranges::count(seen.findings, gravity, &Finding::gravity));
  };
  if (!is_something_wrong(seen.findings)) return "Nothing is wrong.\n";
  return fmt::format("{}, {}.\n", counted(count(Gravity::Error), "error"),
                     counted(count(Gravity::Warning), "warning"));
}

}  // namespace

std::string examination_screen(const std::filesystem::path& home, const Examination& seen, const Style& style, int width) {
  std::string text = paragraph(home.string(), width) + paragraph(summary(seen), width) + "\n";
  for (const Finding& finding : seen.findings) text += finding_text(finding, style, width);
  if (!seen.findings.empty()) text += "\n";
  return text + closing(seen);
}

std::string private_check_screen(const std::filesystem::path& home, const PrivateCheck& seen, const Style& style, int width) {
  std::string what = fmt::format("{} and {} of the history would be pushed; {} marked.", counted(seen.files, "text"), counted(seen.deeds, "deed"),
                                 seen.marked == 1 ? "1 word is" : fmt::format("{} words are", seen.marked));
  if (seen.ignored > 0) what += fmt::format(" {} left out by git.", seen.ignored == 1 ? "1 file is" : fmt::format("{} files are", seen.ignored));
  std::string text = paragraph(home.string(), width) + paragraph(what, width) + "\n";
  if (seen.findings.empty()) return text + paragraph("Nothing private stands in them.", width);
  for (const Finding& finding : seen.findings) text += finding_text(finding, style, width);
  const std::string places = seen.more ? fmt::format("More than {} places", seen.findings.size()) : counted(static_cast<int>(seen.findings.size()), "place");
  // Nobody changes a line of the history.
  const bool in_history = std::ranges::any_of(seen.findings, [](const Finding& finding) { return finding.file.starts_with("log/"); });
  return text + "\n" +
         paragraph(fmt::format("{}. Take the words out, or name the file in .gitignore; where git keeps it already: git rm --cached FILE.{}", places,
                               in_history ? " Lines of the history stay as they are: leave log/ out." : ""),
                   width);
}

std::string hook_screen(const HookDone& done, int width) {
  return paragraph(fmt::format("{} {}. Before each push it looks for marked words, e-mail addresses, phone numbers and private names, "
                               "and stops the push where it finds any. Without it again: remove the file.",
                               done.renewed ? "Renewed" : "Made", done.file.string()),
                   width);
}

}  // namespace starling
