#include "study/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "source/source.h"

namespace starling {

template <class Archive>
void fields(Archive& archive, Problem& p) {
  archive(p.file, p.line, p.column, p.card, p.rule, p.severity, p.text);
}
template <class Archive>
void fields(Archive& archive, DeckFile& d) {
  archive(d.deck, d.problems);
}
template <class Archive>
void fields(Archive& archive, StoryFile& s) {
  archive(s.story, s.problems);
}

namespace {

// Raise when a packed shape or a reader's judgement changes, so that older ones are parsed again.
constexpr std::string_view kBuild = "2";

// What stands for the problems between decks among the kept files.
constexpr std::string_view kTogether = "<decks together>";

// Reads files through what the store kept of them.
class Shelf {
 public:
  explicit Shelf(Store& store) : store_(store) {
    for (ParsedFile& file : store.parsed_files(std::string(kBuild))) {
      std::string path = file.path;
      kept_.emplace(std::move(path), std::move(file));
    }
  }

  // The packed value of a file: as kept, or as `parse` makes it of the text.
  template <class Parse>
  const std::string& packed(const std::filesystem::path& path, const FileStamp& stamp, Parse&& parse) {
    const auto kept = kept_.find(path.string());
    used_.insert(path.string());
    if (kept != kept_.end() && same(kept->second, stamp)) return kept->second.content;
    changed_ = true;
    return keep(path.string(), stamp, parse(path));
  }

  // As `packed`, for something computed from all files: anew when any of them changed.
  template <class Compute>
  const std::string& together(std::string_view name, Compute&& compute) {
    const auto kept = kept_.find(std::string(name));
    used_.insert(std::string(name));
    if (kept != kept_.end() && !changed_ && !dropped_any()) return kept->second.content;
    return keep(std::string(name), {}, compute());
  }

  void put_back() {
    std::vector<std::string> gone;
    for (const auto& [path, file] : kept_)
      if (!used_.contains(path)) gone.push_back(path);
    store_.keep_parsed(fresh_, gone, std::string(kBuild));
  }

 private:
  static bool same(const ParsedFile& file, const FileStamp& stamp) {
    return file.size == stamp.size && file.modified_ns == stamp.modified_ns && file.changed_ns == stamp.changed_ns &&
           file.inode == stamp.inode;
  }
  [[nodiscard]] bool dropped_any() const {
    return std::any_of(kept_.begin(), kept_.end(), [&](const auto& entry) { return !used_.contains(entry.first); });
  }
  const std::string& keep(std::string path, const FileStamp& stamp, std::string content) {
    ParsedFile file{path, stamp.size, stamp.modified_ns, stamp.changed_ns, stamp.inode, std::move(content)};
    fresh_.push_back(file);
    return kept_.insert_or_assign(std::move(path), std::move(file)).first->second.content;
  }

  Store& store_;
  std::unordered_map<std::string, ParsedFile> kept_;
  std::vector<ParsedFile> fresh_;
  std::set<std::string> used_;
  bool changed_ = false;
};

struct Named {
  ListedFile file;
  std::string name;  // as shown in messages
};

std::vector<Named> named(const std::filesystem::path& folder, std::string_view shown) {
  std::vector<Named> result;
  for (ListedFile& file : list_files(folder, ".toml")) {
    const std::string name = fmt::format("{}/{}", shown, file.path.filename().string());
    result.push_back({std::move(file), name});
  }
  return result;
}

// `read(text, name)` on a file's text, or what `unreadable` makes of the problem when there is none.
template <class Read>
auto read_text(const std::filesystem::path& path, const std::string& name, Read&& read) {
  const auto text = read_file(path, kMaxTomlBytes);
  if (text) return read(*text, name);
  auto result = read(std::string_view(), name);
  result.problems = {{name, 1, 1, "", "unreadable", Severity::Error,
                      fmt::format("cannot be read, or is larger than {} MiB", kMaxTomlBytes / 1024 / 1024)}};
  return result;
}

void append(std::vector<Problem>& to, std::vector<Problem> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

void load_decks(Library& library, Shelf& shelf, const std::vector<Named>& files) {
  std::map<std::string, std::string> seen;  // deck id to the file that has it
  for (const Named& each : files) {
    const std::string& bytes = shelf.packed(each.file.path, each.file.stamp, [&](const auto& path) {
      return pack(read_text(path, each.name, read_deck));
    });
    DeckFile file = unpack<DeckFile>(bytes).value_or(DeckFile{});
    append(library.problems, std::move(file.problems));
    if (!file.deck) continue;
    const auto [first, is_new] = seen.emplace(file.deck->id, each.name);
    if (!is_new) {
      library.problems.push_back({each.name, 1, 1, "", "duplicate-deck", Severity::Error,
                                  fmt::format("the deck id '{}' is taken by {}", file.deck->id, first->second)});
      continue;
    }
    library.decks.push_back(std::move(*file.deck));
  }
}

void load_stories(Library& library, Shelf& shelf, const StudyFolder& study) {
  std::map<std::string, std::string> seen;
  for (const Named& each : named(study.stories(), "stories")) {
    const std::string& bytes = shelf.packed(each.file.path, each.file.stamp, [&](const auto& path) {
      return pack(read_text(path, each.name, read_story));
    });
    StoryFile file = unpack<StoryFile>(bytes).value_or(StoryFile{});
    append(library.problems, std::move(file.problems));
    if (!file.story) continue;
    const auto [first, is_new] = seen.emplace(file.story->id, each.name);
    if (!is_new) {
      library.problems.push_back({each.name, 1, 1, file.story->id, "duplicate-story", Severity::Error,
                                  fmt::format("the story id '{}' is taken by {}", file.story->id, first->second)});
      continue;
    }
    library.stories.push_back(std::move(*file.story));
  }
}

void load_plan(Library& library, Shelf& shelf, const ContentFolder& content, const std::string& id) {
  const auto path = content.plan(id);
  const std::string name = fmt::format("plans/{}.toml", id);
  const auto stamp = file_stamp(path);
  if (!stamp) {
    library.problems.push_back({"starling.toml", 1, 1, "", "unknown-plan", Severity::Error,
                                fmt::format("there is no plan '{}' in {}", id, content.plans().string())});
    return;
  }
  std::vector<Problem> problems;
  const std::string& bytes = shelf.packed(path, *stamp, [&](const auto& where) {
    PlanFile file = read_text(where, name, read_plan);
    problems = std::move(file.problems);
    return file.plan ? pack_plan(*file.plan) : std::string();
  });
  library.plan = unpack_plan(bytes);
  if (!library.plan && problems.empty()) problems = read_text(path, name, read_plan).problems;
  append(library.problems, std::move(problems));
}

void list_items(Library& library) {
  for (std::uint32_t d = 0; d < library.decks.size(); ++d) {
    const Deck& deck = library.decks[d];
    for (std::uint32_t c = 0; c < deck.cards.size(); ++c)
      for (std::string& schedule : schedules(deck.cards[c])) {
        std::string id = deck.id + '/' + deck.cards[c].id + schedule;
        library.items.push_back({d, c, std::move(schedule), std::move(id)});
      }
  }
}

}  // namespace

const CardItem* Library::find(std::string_view item) const {
  const auto found = std::find_if(items.begin(), items.end(), [&](const CardItem& i) { return i.id == item; });
  return found == items.end() ? nullptr : &*found;
}

const Story* Library::story(std::string_view id) const {
  const auto found = std::find_if(stories.begin(), stories.end(), [&](const Story& s) { return s.id == id; });
  return found == stories.end() ? nullptr : &*found;
}

Library load_library(const StudyFolder& study, const ContentFolder& content, const std::string& plan_id,
                     Store& store) {
  Library library;
  Shelf shelf(store);
  load_plan(library, shelf, content, plan_id);

  std::vector<Named> files = named(content.cards(), "cards");
  std::vector<Named> own = named(study.decks(), "decks");
  std::move(own.begin(), own.end(), std::back_inserter(files));
  load_decks(library, shelf, files);
  load_stories(library, shelf, study);
  // Last, when every file in sight was looked at and a vanished one shows.
  const std::string& between =
      shelf.together(kTogether, [&] { return pack(check_together(library.decks)); });
  append(library.problems, unpack<std::vector<Problem>>(between).value_or(std::vector<Problem>{}));
  shelf.put_back();

  list_items(library);
  return library;
}

}  // namespace starling
