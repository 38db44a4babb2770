#include "cli/settings_file.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "cli/open_study.h"
#include "source/source.h"

namespace starling {

std::string settings_file_text(const StudyFolder& folder, const Arguments& arguments) {
  if (auto text = text_if_there(folder.settings())) return *std::move(text);
  refuse_without_settings(folder, arguments);
}

Settings settings_of_text(const std::string& text) {
  SettingsFile file = read_settings(text, "starling.toml");
  if (!file.settings) throw TextError(std::move(file.problems));
  return std::move(*file.settings);
}

Settings settings_now(const Study& study) {
  const FileText text = read_file(study.folder().settings(), kMaxTomlBytes);
  return text ? read_settings(*text, "starling.toml").settings.value_or(study.settings()) : study.settings();
}

UsageError refused_change(std::string_view what, std::string_view wrong) {
  return UsageError(fmt::format("{}: {}{}", what, wrong, wrong.ends_with('?') ? " Nothing was changed" : "; nothing was changed"));
}

namespace {

std::unique_ptr<Study> opened(const StudyFolder& folder, const Arguments& arguments, const World& world) {
  try {
    return std::make_unique<Study>(study_place(folder, world), world.clock, arguments.date);
  } catch (const TextError&) {
    return nullptr;
  }
}

}  // namespace

SettingsChanged change_settings_file(const StudyFolder& folder, const Arguments& arguments, World& world,
                                     const std::function<SettingChange(const std::string& text)>& change) {
  if (const auto study = opened(folder, arguments, world)) {
    SettingsChanged done = study->change_settings(change);
    tell_remarks(*study, arguments, world);
    return done;
  }
  SettingsChanged done;
  change_file(folder.settings(), [&](const FileText&) {
    const std::string text = settings_file_text(folder, arguments);
    done.change = change(text);
    done.changed = done.change.wrong.empty() && done.change.text != text;
    return done.changed ? std::optional(done.change.text) : std::nullopt;
  });
  return done;
}

}  // namespace starling
