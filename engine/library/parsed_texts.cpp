#include "library/parsed_texts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace starling {

namespace {

bool same(const ParsedFile& file, const FileStamp& stamp) {
  return file.size == stamp.size && file.modified_ns == stamp.modified_ns && file.changed_ns == stamp.changed_ns &&
         file.inode == stamp.inode;
}

}  // namespace

ParsedTexts::ParsedTexts(Store& store) : store_(store) {
  for (ParsedFile& file : store.parsed_files()) {
    std::string path = file.path;
    kept_.emplace(std::move(path), Kept{std::move(file), false});
  }
}

ParsedTexts::Kept& ParsedTexts::keep(const TextFile& file, ParsedText parsed) {
  ParsedFile kept{file.path.string(), file.stamp.size, file.stamp.modified_ns, file.stamp.changed_ns, file.stamp.inode,
                  std::move(parsed.id), pack(parsed.problems), std::move(parsed.outline), std::move(parsed.content),
                  std::move(parsed.words)};
  return kept_.insert_or_assign(file.path.string(), Kept{std::move(kept), true}).first->second;
}

ParsedHead ParsedTexts::head(const TextFile& file, const std::function<ParsedText(const TextFile&)>& parse) {
  const std::string path = file.path.string();
  used_.insert(path);
  const auto at = kept_.find(path);
  if (at != kept_.end() && same(at->second.file, file.stamp))
    if (auto problems = unpack<std::vector<Problem>>(at->second.file.problems))
      return {at->second.file.name, *std::move(problems)};
  changed_ = true;
  ParsedText parsed = parse(file);
  ParsedHead head{parsed.id, parsed.problems};
  (void)keep(file, std::move(parsed));
  return head;
}

std::string ParsedTexts::part(const std::filesystem::path& path, ParsedPart part) const {
  const auto at = kept_.find(path.string());
  if (at != kept_.end() && at->second.fresh) {
    const ParsedFile& file = at->second.file;
    return part == ParsedPart::Outline ? file.outline : part == ParsedPart::Content ? file.content : file.words;
  }
  return store_.parsed_part(path.string(), part).value_or("");
}

std::vector<Problem> ParsedTexts::together(std::string_view name, const std::function<ParsedText()>& compute) {
  const TextFile file{std::string(name), "", {}};
  used_.insert(std::string(name));
  const bool dropped = std::ranges::any_of(kept_, [&](const auto& entry) { return !used_.contains(entry.first); });
  const auto at = kept_.find(std::string(name));
  if (at != kept_.end() && !changed_ && !dropped)
    if (auto problems = unpack<std::vector<Problem>>(at->second.file.problems)) return *std::move(problems);
  ParsedText made = compute();
  std::vector<Problem> problems = made.problems;
  (void)keep(file, std::move(made));
  return problems;
}

void ParsedTexts::put_back() {
  std::vector<std::string> gone;
  std::vector<ParsedFile> fresh;
  for (const auto& [path, kept] : kept_) {
    if (!used_.contains(path)) gone.push_back(path);
    if (kept.fresh) fresh.push_back(kept.file);
  }
  store_.keep_parsed(fresh, gone);
}

}  // namespace starling
