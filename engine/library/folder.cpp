#include "library/folder.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "schemas.h"

namespace starling {

bool StudyFolder::exists() const { return file_stamp(settings()).has_value(); }

void StudyFolder::make(const std::string& settings_text) const {
  make_folder(root_);
  make_folder(stories());
  make_folder(decks());
  if (!file_stamp(root_ / ".gitignore"))
    write_file(root_ / ".gitignore", fmt::format("{}\nrecordings/\nlog/*/lock\n", kBackupsLine));
  if (!file_stamp(root_ / ".gitattributes")) write_file(root_ / ".gitattributes", fmt::format("{}\n", kMergeLine));
  put_schemas();
  if (!exists()) write_file(settings(), settings_text);
}

void StudyFolder::put_schemas() const {
  constexpr std::size_t kLargestSchema = 1 << 20;
  const std::array<std::pair<std::string_view, std::string_view>, 10> texts{{{"changes.json", starling::schemas::changes},
                                                                            {"deck.json", starling::schemas::deck},
                                                                            {"exercise.json", starling::schemas::exercise},
                                                                            {"plan-changes.json", starling::schemas::plan_changes},
                                                                             {"plan.json", starling::schemas::plan},
                                                                            {"problem.json", starling::schemas::problem},
                                                                            {"question.json", starling::schemas::question},
                                                                            {"rounds.json", starling::schemas::rounds},
                                                                            {"settings.json", starling::schemas::settings},
                                                                            {"story.json", starling::schemas::story}}};
  make_folder(schemas());
  for (const auto& [name, text] : texts)
    if (read_file(schemas() / name, kLargestSchema).text != text) write_file(schemas() / name, text);
}

}  // namespace starling
