#include "practice/practice_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "item/item.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kSchema = 1;
constexpr std::size_t kLongestName = 100;

}  // namespace

std::string need_practice_id(Fields& record, std::string_view noun, std::set<std::string>& taken) {
  std::string id = record.need_text("id");
  if (trimmed(id).empty()) return "";
  record.name(fmt::format("{} '{}'", noun, shorten(id, 60)), id);
  if (!is_item_name(id) || id.size() > kLongestName) {
    record.problem("id", "bad-id", fmt::format("the id of a{} {} is lower-case letters and digits joined by '-'",
                                               noun.front() == 'e' ? "n" : "", noun));
    return "";
  }
  if (!taken.insert(id).second) record.problem("id", "duplicate-id", fmt::format("{} '{}' is here a second time", noun, id));
  return id;
}

std::vector<std::string> practice_texts(Fields& record, std::string_view key, bool needed) {
  std::vector<std::string> list = record.texts(key);
  if (needed && list.empty()) record.problem(record.has(key) ? key : "", "missing", fmt::format("'{}' has nothing in it", key));
  if (list.size() > kMostEntries)
    record.problem(key, "too-long", fmt::format("'{}' has {} entries; {} are the most", key, list.size(), kMostEntries));
  for (const std::string& one : list) {
    if (trimmed(one).empty()) record.problem(key, "missing", fmt::format("'{}' has an entry of white space only", key));
    if (one.size() > kLongestEntry)
      record.problem(key, "too-long", fmt::format("an entry of '{}' is longer than {} bytes", key, kLongestEntry));
  }
  return list;
}

std::string practice_text(Fields& record, std::string_view key, bool needed) {
  std::string text = needed ? record.need_text(key) : record.text(key).value_or("");
  if (text.size() > kLongestEntry)
    record.problem(key, "too-long", fmt::format("'{}' is longer than {} bytes", key, kLongestEntry));
  return text;
}

std::string practice_url(Fields& record, std::string_view key) {
  std::string url = practice_text(record, key, false);
  if (!url.empty() && !is_public_address(url))
    record.problem(key, "bad-url", fmt::format("'{}' is no address that begins with https:// and has no blanks", shorten(url, 80)));
  return url;
}

bool read_practice_file(std::string_view text, std::string_view file, std::string_view key, std::vector<Problem>& problems,
                        const std::function<void(const TomlTable&, Findings&)>& read_one) {
  TomlDocument document = parse_toml(text, file, kSchema);
  Findings findings{std::string(file), std::move(document.problems)};
  if (document.root) {
    Fields root(*document.root, findings, "the file");
    root.schema(kSchema);
    for (const TomlTable* table : root.tables(key)) read_one(*table, findings);
    if (!root.has(key)) root.problem("", "missing", fmt::format("the file has no [[{}]]", key), Severity::Warning);
    root.finish();
  }
  problems = std::move(findings.problems);
  sort_by_place(problems);
  return document.root && !has_error(problems);
}

}  // namespace starling
