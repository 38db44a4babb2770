#include "library/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <future>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "library/own_plan.h"
#include "library/pack_texts.h"
#include "library/parsed_texts.h"
#include "library/probe_deck.h"
#include "library/story_deck.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kShippedDecks = "cards";
constexpr std::string_view kOwnDecks = "decks";
constexpr std::string_view kChanges = "decks/changes";
constexpr std::string_view kStories = "stories";
constexpr std::string_view kTogether = "<all texts together>";

// Packed outlines of this size are unpacked in about a millisecond; a thread for less is not worth its start.
constexpr std::size_t kWorthAThread = 256 * 1024;

// Where starling.toml names the plan, as line and column.
std::pair<int, int> place_of_plan(const StudyFolder& study) {
  const TomlDocument document = parse_toml(read_file(study.settings(), kMaxTomlBytes).text.value_or(""), "starling.toml");
  if (document.root)
    for (const TomlMember& member : document.root->members)
      if (member.key == "plan") return {member.line, member.column};
  return {1, 1};
}

// Where a file gives what it holds its id, as line and column.
std::pair<int, int> place_of_id(const std::filesystem::path& path) {
  const TomlDocument document = parse_toml(read_file(path, kMaxTomlBytes).text.value_or(""), "");
  if (document.root)
    for (const TomlMember& member : document.root->members)
      if (const auto* table = std::get_if<TomlTable>(&member.value.what))
        if (const auto id = std::ranges::find(table->members, "id", &TomlMember::key); id != table->members.end()) return {id->line, id->column};
  return {1, 1};
}

// What cannot be read is a problem: a folder on a disk that is not there must not look like an empty one.
std::vector<TextFile> text_files(const std::filesystem::path& folder, std::string_view shown,
                                 std::vector<Problem>& problems) {
  FolderList listed = list_folder(folder, ".toml");
  std::vector<TextFile> result;
  for (ListedFile& file : listed.files) {
    std::string name = fmt::format("{}/{}", shown, file.path.filename().string());
    result.push_back({std::move(file.path), std::move(name), file.stamp});
  }
  for (const PassedOver& over : listed.passed_over) {
    const bool all = over.path == folder;
    problems.push_back({all ? std::string(shown) : fmt::format("{}/{}", shown, over.path.filename().string()), 1, 1, "",
                        "passed-over", Severity::Error,
                        fmt::format("{} {}, so nothing of what is in it is asked", all ? "this folder" : "it",
                                    over.reason)});
  }
  return result;
}

// Shipped ones first.
std::vector<TextFile> text_files_of_both(const std::filesystem::path& shipped, const std::filesystem::path& own,
                                         std::string_view shown, std::vector<Problem>& problems) {
  std::vector<TextFile> files = text_files(shipped, shown, problems);
  std::ranges::move(text_files(own, fmt::format("{}/{}", kOwnDecks, shown), problems), std::back_inserter(files));
  return files;
}

bool is_of(std::string_view folder, std::string_view name) {
  return name.starts_with(folder) && name.substr(folder.size()).starts_with('/');
}

// What was known when the folder was opened lies in a file that was moved, or closed to this account, since.
FileError no_longer_there(std::string_view id) {
  return FileError(fmt::format("the text of {} cannot be read any more; see what is wrong: starling deck check", id));
}

// Takes out the records whose id an earlier one has.
template <class Record>
std::vector<Problem> take_out_repeated(std::vector<Record>& list, std::string_view noun) {
  std::vector<Problem> found;
  std::map<std::string, std::string> taken;  // and by which file
  std::erase_if(list, [&](const Record& record) {
    const auto [first, anew] = taken.emplace(record.id, record.file);
    if (anew) return false;
    found.push_back({record.file, record.line, 1, record.id, fmt::format("duplicate-{}", noun), Severity::Error,
                     fmt::format("the {} id '{}' is taken by {}", noun, record.id, first->second)});
    return true;
  });
  return found;
}

}  // namespace

struct Library::Inside {
  // A file that holds something under an id.
  struct Source {
    std::filesystem::path path;
    std::string name;  // as shown in messages
    std::string id;
  };

  // Items by their ids, which stand in them.
  static const ItemId& id_of(const ItemId& id) { return id; }
  static const ItemId& id_of(const Item* item) { return item->id; }
  struct HashOfId {
    using is_transparent = void;
    std::size_t operator()(const auto& one) const { return std::hash<ItemId>()(id_of(one)); }
  };
  struct EqualId {
    using is_transparent = void;
    bool operator()(const auto& a, const auto& b) const { return id_of(a) == id_of(b); }
  };

  Inside(StudyFolder own, ContentFolder shipped, StoryReading of_stories, Store& store)
      : study(std::move(own)),
        content(std::move(shipped)),
        reading(of_stories),
        texts(std::make_unique<ParsedTexts>(store)) {}

  StudyFolder study;
  ContentFolder content;
  StoryReading reading;
  std::unique_ptr<ParsedTexts> texts;
  std::vector<Problem> problems;
  std::optional<Plan> plan;
  PlanChanges plan_changes;
  std::vector<Round> rounds;
  std::filesystem::path plan_path;
  std::vector<Source> deck_sources;
  std::vector<Source> change_sources;  // by the ids of the shipped decks
  std::vector<Source> story_sources;
  std::vector<Source> problem_sources;
  std::vector<Source> exercise_sources;
  std::vector<Source> question_sources;
  // Filled when they are first asked for.
  std::map<std::string, DeckOutline, std::less<>> outlines;
  std::map<std::string, Deck, std::less<>> decks;
  std::optional<std::vector<DeckHead>> heads;
  std::optional<std::vector<Item>> items;
  std::unordered_set<const Item*, HashOfId, EqualId> by_id;
  std::optional<std::vector<Story>> stories;
  std::optional<StoryCore> core;
  std::optional<std::vector<CodingProblem>> coding_problems;
  std::unordered_map<std::string_view, const CodingProblem*> problem_by_id;  // a report asks for each one that was solved
  std::optional<std::vector<DesignExercise>> design_exercises;
  std::optional<std::vector<InterviewQuestion>> interview_questions;
  // What is being unpacked of the cache, all at once.
  struct Ahead {
    std::vector<DeckOutline> outlines;  // in the order of the deck sources, without their items
    std::vector<Item> items;
    std::unordered_set<const Item*, HashOfId, EqualId> by_id;
  };
  std::future<std::optional<Ahead>> ahead;

  // Sources with an id that no other one has: of files beside each other that named like the id keeps it, as a copy is the
  // one that is to have another; else the first.
  std::vector<Source> load(const std::vector<TextFile>& files, ParsedText (*parse)(const TextFile&),
                           std::string_view what) {
    std::vector<Source> sources;
    for (const TextFile& file : files) {
      const ParsedHead head = texts->head(file, parse);
      problems.insert(problems.end(), head.problems.begin(), head.problems.end());
      if (head.id.empty()) continue;
      const auto first = std::ranges::find(sources, head.id, &Source::id);
      Source other{file.path, file.name, head.id};
      if (first == sources.end()) {
        sources.push_back(std::move(other));
        continue;
      }
      const bool beside = first->path.parent_path() == file.path.parent_path();
      if (beside && (file.path.stem() == head.id || is_copy(*first, other))) std::swap(*first, other);
      refuse_id(other, *first, what);
    }
    return sources;
  }

  static bool is_copy(const Source& one, const Source& of) {
    return one.path.parent_path() == of.path.parent_path() && original_of(one.path.filename().string()) == of.path.filename().string();
  }

  void refuse_id(const Source& other, const Source& keeps, std::string_view what) {
    const auto [line, column] = place_of_id(other.path);
    const std::string_view way = is_copy(other, keeps) ? "a sync program left this copy: take over what is right in it and delete it" : "give this one another";
    problems.push_back({other.name, line, column, what == "story" ? other.id : "", fmt::format("duplicate-{}", what), Severity::Error,
                        fmt::format("the {} id '{}' is taken by {}; {}", what, other.id, keeps.name, way)});
  }

  // Whether there is a story of an id. While a file of them cannot be read there may be any.
  [[nodiscard]] std::function<bool(std::string_view)> stories_known() const {
    const bool unread = is_any_unread(problems, kStories);
    return [this, unread](std::string_view id) { return unread || std::ranges::find(story_sources, id, &Source::id) != story_sources.end(); };
  }

  void load_plan(const std::string& id) {
    TextFile file{content.plan(id), fmt::format("plans/{}.toml", id), {}};
    auto stamp = file_stamp(file.path);
    if (!stamp) {
      file.path = study.plans() / (id + ".toml");
      stamp = file_stamp(file.path);
    }
    plan_path = file.path;
    if (!stamp) {
      const auto [line, column] = place_of_plan(study);
      problems.push_back({"starling.toml", line, column, "", "unknown-plan", Severity::Error,
                          fmt::format("there is no plan '{}' in {} or {}", id, content.plans().string(), study.plans().string())});
      return;
    }
    const ParsedHead head = texts->head({file.path, file.name, *stamp}, parse_plan);
    problems.insert(problems.end(), head.problems.begin(), head.problems.end());
    if (head.id.empty()) return;
    plan = unpack_plan(texts->part(file.path, ParsedPart::Content));
    if (!plan) plan = read_text(file, read_plan).plan;
  }

  // Null where there is none of this id. Without items once all of them were asked for.
  const DeckOutline* outline(std::string_view id) {
    if (const auto at = outlines.find(id); at != outlines.end()) return &at->second;
    if (id == kStoryDeck) return outline_of_stories();
    if (const Deck* recall = recall_of(id))
      return &outlines.emplace(std::string(id), DeckOutline{head_of(*recall), {}}).first->second;
    const auto source = std::ranges::find(deck_sources, id, &Source::id);
    if (source == deck_sources.end()) return nullptr;
    return &outlines.emplace(source->id, read_outline(*source)).first->second;
  }

  // Without a text being read. Null where no story makes a card.
  const DeckOutline* outline_of_stories() {
    int cards = 0;
    bool any = false;
    for (const Item& item : all_items()) {
      if (!is_of_stories(item.id)) continue;
      any = true;
      cards += item.away == Away::No ? 1 : 0;
    }
    if (!any) return nullptr;
    DeckHead head = head_of(story_deck({}));
    head.cards = cards;
    return &outlines.emplace(kStoryDeck, DeckOutline{std::move(head), {}}).first->second;
  }

  // With the days on which its items open.
  DeckOutline read_outline(const Source& source) {
    DeckOutline read;
    if (auto kept = changes_of(source) ? std::nullopt : unpack<DeckOutline>(texts->part(source.path, ParsedPart::Outline))) {
      read = *std::move(kept);
    } else if (const Deck* whole = deck(source.id)) {
      read = {head_of(*whole), items_of(*whole, std::nullopt)};
    }
    open_items(source, read);
    return read;
  }

  void open_items(const Source& source, DeckOutline& outline) const {
    const auto unlocked = plan ? unlock_day(*plan, source.id) : std::nullopt;
    const int weeks = plan ? plan->weeks : kLastCardWeek;
    for (Item& item : outline.items) item.opens = opening_day(item.opens, outline.head.weeks, unlocked, weeks);
  }

  // As the files have them.
  template <class Record, class Read>
  [[nodiscard]] std::vector<Record> read_practice(const std::vector<Source>& sources, Read read_list) const {
    std::vector<Record> list;
    for (const Source& source : sources) {
      auto read = unpack<std::vector<Record>>(texts->part(source.path, ParsedPart::Content));
      if (!read) read = read_text(TextFile{source.path, source.name, {}}, read_list).list;
      std::ranges::move(*read, std::back_inserter(list));
    }
    return list;
  }
  const std::vector<CodingProblem>& all_coding_problems() {
    if (!coding_problems) {
      coding_problems = read_practice<CodingProblem>(problem_sources, read_coding_problems);
      (void)take_out_repeated(*coding_problems, "problem");
      for (const CodingProblem& problem : *coding_problems) problem_by_id.emplace(problem.id, &problem);
    }
    return *coding_problems;
  }
  const std::vector<DesignExercise>& all_design_exercises() {
    if (!design_exercises) {
      design_exercises = read_practice<DesignExercise>(exercise_sources, read_design_exercises);
      (void)take_out_repeated(*design_exercises, "exercise");
    }
    return *design_exercises;
  }
  const std::vector<InterviewQuestion>& all_interview_questions() {
    if (!interview_questions) {
      interview_questions = read_practice<InterviewQuestion>(question_sources, read_interview_questions);
      (void)take_out_repeated(*interview_questions, "question");
    }
    return *interview_questions;
  }

  // Without their texts where the cache has them.
  template <class Record, class Read>
  void add_practice_items(const std::vector<Source>& sources, Read read_list, std::vector<Item>& to) const {
    std::unordered_set<ItemId> taken;
    for (const Source& source : sources) {
      auto of_file = unpack<std::vector<Item>>(texts->part(source.path, ParsedPart::Outline));
      if (!of_file) {
        of_file.emplace();
        for (const Record& record : read_text(TextFile{source.path, source.name, {}}, read_list).list) add_items(record, *of_file);
      }
      for (Item& item : *of_file)
        if (taken.insert(item.id).second) to.push_back(std::move(item));
    }
  }

  const Deck* probes_of(std::string_view key, std::string_view id) {
    if (const auto at = decks.find(key); at != decks.end()) return &at->second;
    const auto& all = all_stories();
    const auto story = std::ranges::find(all, id, &Story::id);
    return story == all.end() ? nullptr : &decks.emplace(std::string(key), probe_deck(*story)).first->second;
  }

  // What a sitting asks about problems, exercises and stories; null for other groups.
  const Deck* recall_of(std::string_view id) {
    if (const auto at = decks.find(id); at != decks.end() && is_reserved_deck(id)) return &at->second;
    if (id == kProblemGroup) return &decks.emplace(std::string(id), recall_deck(all_coding_problems())).first->second;
    if (id == kExerciseGroup) return &decks.emplace(std::string(id), recall_deck(all_design_exercises())).first->second;
    if (id == kQuestionGroup)
      return &decks.emplace(std::string(id), recall_deck(all_interview_questions(), all_stories())).first->second;
    if (id == kStoryDeck && reading.cards) return &decks.emplace(std::string(id), story_deck(all_stories())).first->second;
    if (const auto story = story_of_key(id); !story.empty()) return probes_of(id, story);
    return nullptr;
  }

  const Deck* deck(std::string_view id) {
    if (const Deck* recall = recall_of(id)) return recall;
    if (const auto at = decks.find(id); at != decks.end()) return &at->second;
    const auto source = std::ranges::find(deck_sources, id, &Source::id);
    if (source == deck_sources.end()) return nullptr;
    auto read = read_one(*source, read_deck);
    if (!read) return nullptr;
    if (const Source* changes = changes_of(*source))
      if (const auto own = read_one(*changes, read_changes)) put_own_versions(*read, *own);
    return &decks.emplace(std::string(id), *std::move(read)).first->second;
  }

  // As its file has it.
  [[nodiscard]] std::optional<Deck> read_one(const Source& source,
                                             DeckFile (*read_file_of_it)(std::string_view, std::string_view)) const {
    if (auto kept = unpack<Deck>(texts->part(source.path, ParsedPart::Content))) return kept;
    return read_text(TextFile{source.path, source.name, {}}, read_file_of_it).deck;
  }

  // Null where there are none, and of an own deck, which is changed where it is.
  [[nodiscard]] const Source* changes_of(const Source& deck) const {
    if (!is_of(kShippedDecks, deck.name)) return nullptr;
    const auto found = std::ranges::find(change_sources, deck.id, &Source::id);
    return found == change_sources.end() ? nullptr : &*found;
  }

  // What is to be said of changes beside the shipped decks.
  [[nodiscard]] std::vector<Problem> check_all_changes() const {
    std::vector<Problem> found;
    for (const Source& source : change_sources) {
      const auto deck = std::ranges::find(deck_sources, source.id, &Source::id);
      if (deck == deck_sources.end() || !is_of(kShippedDecks, deck->name)) {
        const std::string why = deck == deck_sources.end()
                                    ? fmt::format("there is no shipped deck '{}' any more", source.id)
                                    : fmt::format("'{}' is a deck of your own: change it in {}", source.id, deck->name);
        found.push_back({source.name, 1, 1, "", "change-of-nothing", Severity::Warning, why});
        continue;
      }
      const auto shipped = read_one(*deck, read_deck);
      const auto changes = read_one(source, read_changes);
      if (!shipped || !changes) continue;
      const FileText text = read_file(deck->path, kMaxTomlBytes);
      std::ranges::move(check_changes(*shipped, text.text.value_or(""), *changes), std::back_inserter(found));
    }
    return found;
  }

  const std::vector<Story>& all_stories() {
    if (stories) return *stories;
    stories.emplace();
    for (const Source& source : story_sources) {
      auto read = unpack<Story>(texts->part(source.path, ParsedPart::Content));
      if (!read) read = read_text(TextFile{source.path, source.name, {}}, read_story).story;
      if (read) stories->push_back(*std::move(read));
    }
    return *stories;
  }

  const StoryCore& story_core_of_all() {
    if (!core) core = found_core().core;
    return *core;
  }

  // As it was found when the texts were last read, where the bank is still the same.
  [[nodiscard]] FoundCore found_core() {
    std::vector<BankStory> bank = bank_of(all_stories());
    if (auto kept = unpack<FoundCore>(texts->part(kTogether, ParsedPart::Content)); kept && kept->bank == bank) return *std::move(kept);
    StoryCore found = story_core(bank);
    return {std::move(bank), std::move(found)};
  }

  struct StoryLines {
    std::string story;
    std::string cards;
  };
  StoryLines lines_of_story(const Source& source) {
    std::string lines = texts->part(source.path, ParsedPart::Words);
    if (lines.empty()) {
      const auto& all = all_stories();
      if (const auto story = std::ranges::find(all, source.id, &Story::id); story != all.end()) lines = searchable_with_cards(*story);
    }
    const std::size_t end = lines.find('\n');
    if (end == lines.npos) return {std::move(lines), ""};
    return {lines.substr(0, end + 1), lines.substr(end + 1)};
  }

  // A principle is asked for once, by whichever story.
  std::string lines_of_story_cards() {
    std::string all;
    std::unordered_set<std::string> ids;
    for (const Source& source : story_sources) {
      const std::string lines = lines_of_story(source).cards;
      for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1) + 1;
        if (ids.insert(lines.substr(at, lines.find('\t', at) - at)).second) all += lines.substr(at, end - at);
        at = end;
      }
    }
    return all;
  }

  // Of one story, as its file gives its seconds.
  void add_story_items(const Source& source, std::vector<Item>& to) {
    auto of_file = unpack<std::vector<Item>>(texts->part(source.path, ParsedPart::Outline));
    if (!of_file) {
      const auto& all = all_stories();
      const auto story = std::ranges::find(all, source.id, &Story::id);
      if (story == all.end()) return;  // its file was readable a moment ago
      of_file = items_of(*story);
    }
    std::ranges::move(*of_file, std::back_inserter(to));
  }

  // Items that are no cards of decks, as their files have them.
  std::vector<Item> read_other_items() {
    std::vector<Item> read;
    for (const Source& source : story_sources) add_story_items(source, read);
    add_practice_items<CodingProblem>(problem_sources, read_coding_problems, read);
    add_practice_items<DesignExercise>(exercise_sources, read_design_exercises, read);
    add_practice_items<InterviewQuestion>(question_sources, read_interview_questions, read);
    return read;
  }

  ItemsTogether items_together() {
    ItemsTogether together;
    for (const Source& source : deck_sources)
      if (const Deck* whole = deck(source.id)) together.decks.push_back({head_of(*whole), items_of(*whole, std::nullopt)});
    together.others = read_other_items();
    return together;
  }

  void read_items_ahead() {
    if (items || ahead.valid()) return;
    // What was handed out stays where it is.
    std::string together = outlines.empty() ? texts->part(kTogether, ParsedPart::Outline) : "";
    const auto policy = together.size() < kWorthAThread ? std::launch::deferred : std::launch::async | std::launch::deferred;
    ahead = std::async(policy, [this, together = std::move(together)] { return unpack_together(together); });
  }

  // Nothing where the bytes are not those of the decks that are there. Only reads what stays as it is while this goes on:
  // the plan, the sources and the settings.
  [[nodiscard]] std::optional<Ahead> unpack_together(const std::string& bytes) const {
    auto together = unpack<ItemsTogether>(bytes);
    if (!together || !std::ranges::equal(together->decks, deck_sources, {}, [](const DeckOutline& each) { return each.head.id; }, &Source::id))
      return std::nullopt;
    Ahead read;
    read.outlines = std::move(together->decks);
    std::vector<DeckOutline*> all;
    for (std::size_t i = 0; i < deck_sources.size(); ++i) {
      open_items(deck_sources[i], read.outlines[i]);
      all.push_back(&read.outlines[i]);
    }
    take_items(all, std::move(together->others), read.items);
    put_by_id(read.items, read.by_id);
    return read;
  }

  // All items: those of the decks, which are left without, and the others behind them.
  void take_items(const std::vector<DeckOutline*>& from, std::vector<Item> others, std::vector<Item>& to) const {
    std::size_t count = others.size();
    for (const DeckOutline* outline : from) count += outline->items.size();
    to.reserve(count);
    for (DeckOutline* outline : from) {
      std::ranges::move(outline->items, std::back_inserter(to));
      outline->items = {};
    }
    std::unordered_set<ItemId> principles_asked;  // several stories are told for one
    for (Item& item : others) {
      if (item.usual.first == 0) item.usual = {reading.seconds, reading.seconds, reading.seconds};
      if (!reading.cards && (is_of_stories(item.id) || item.id.schedule() == kStorySchedule)) continue;
      if (is_principle_card(item.id) && !principles_asked.insert(item.id).second) continue;
      to.push_back(std::move(item));
    }
  }

  static void put_by_id(std::span<const Item> items, std::unordered_set<const Item*, HashOfId, EqualId>& by_id) {
    by_id.reserve(items.size());
    for (const Item& item : items) by_id.insert(&item);
  }

  const std::vector<Item>& all_items() {
    if (items) return *items;
    read_items_ahead();
    if (std::optional<Ahead> read = ahead.get()) {
      for (std::size_t i = 0; i < deck_sources.size(); ++i) outlines.emplace(deck_sources[i].id, std::move(read->outlines[i]));
      items.emplace(std::move(read->items));
      by_id = std::move(read->by_id);
      return *items;
    }
    std::vector<DeckOutline> copies;  // of those that were handed out, which stay where they are
    copies.reserve(deck_sources.size());
    std::vector<DeckOutline*> all;
    items.emplace();
    texts->at_once([&] {
      for (const Source& source : deck_sources) {
        const auto at = outlines.find(source.id);
        all.push_back(at != outlines.end() ? &copies.emplace_back(at->second)
                                           : &outlines.emplace(source.id, read_outline(source)).first->second);
      }
      take_items(all, read_other_items(), *items);
    });
    put_by_id(*items, by_id);
    return *items;
  }
};

Library::Library(const StudyFolder& study, const ContentFolder& content, const std::string& plan_id, StoryReading stories,
                 Store& store)
    : inside_(new Inside(study, content, stories, store)) {
  Inside& in = *inside_;
  in.load_plan(plan_id);
  if (in.plan) in.plan_changes = read_own_plan(study, *in.plan, in.problems);
  std::vector<TextFile> files = text_files(content.cards(), kShippedDecks, in.problems);
  std::ranges::move(text_files(study.decks(), kOwnDecks, in.problems), std::back_inserter(files));
  in.deck_sources = in.load(files, parse_deck, "deck");
  in.change_sources = in.load(text_files(study.changes(), kChanges, in.problems), parse_changes, "change");
  in.story_sources = in.load(text_files(study.stories(), kStories, in.problems), parse_story, "story");
  in.rounds = read_own_rounds(study, in.stories_known(), in.problems);
  in.problem_sources = in.load(text_files_of_both(content.problems(), study.problems(), "problems", in.problems),
                               parse_coding_problems, "file of problems");
  in.exercise_sources = in.load(text_files_of_both(content.exercises(), study.exercises(), "exercises", in.problems),
                                parse_design_exercises, "file of exercises");
  in.question_sources = in.load(text_files_of_both(content.questions(), study.questions(), "questions", in.problems),
                                parse_interview_questions, "file of questions");
  // Last, when every file in sight was looked at and a vanished one shows.
  const auto between = in.texts->together(kTogether, [&] {
    std::vector<Deck> decks;
    for (const Inside::Source& source : in.deck_sources)
      if (const Deck* deck = in.deck(source.id)) decks.push_back(*deck);
    std::vector<Problem> found = check_together(decks);
    std::ranges::move(in.check_all_changes(), std::back_inserter(found));
    auto all_problems = in.read_practice<CodingProblem>(in.problem_sources, read_coding_problems);
    auto all_exercises = in.read_practice<DesignExercise>(in.exercise_sources, read_design_exercises);
    std::ranges::move(take_out_repeated(all_problems, "problem"), std::back_inserter(found));
    std::ranges::move(take_out_repeated(all_exercises, "exercise"), std::back_inserter(found));
    auto all_questions = in.read_practice<InterviewQuestion>(in.question_sources, read_interview_questions);
    std::ranges::move(take_out_repeated(all_questions, "question"), std::back_inserter(found));
    return ParsedText{"", std::move(found), pack(in.items_together()), pack(in.found_core())};
  });
  in.problems.insert(in.problems.end(), between.begin(), between.end());
  in.texts->put_back();
}

Library::~Library() = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;

const std::vector<Problem>& Library::problems() const { return inside_->problems; }
const std::optional<Plan>& Library::plan() const { return inside_->plan; }
FoundPlans Library::all_plans() const { return find_plans(inside_->study, inside_->content); }
const PlanChanges& Library::plan_changes() const { return inside_->plan_changes; }
const std::vector<Round>& Library::rounds() const { return inside_->rounds; }

void Library::read_items_ahead() const { inside_->read_items_ahead(); }
std::span<const Item> Library::items() const { return inside_->all_items(); }

const Item* Library::find(const ItemId& item) const {
  Inside& in = *inside_;
  if (in.items || item.kind() != ItemKind::Card || is_of_stories(item)) {
    (void)in.all_items();
    const auto at = in.by_id.find(item);
    return at == in.by_id.end() ? nullptr : *at;
  }
  const DeckOutline* outline = in.outline(item.group());
  if (!outline) return nullptr;
  const auto at = std::ranges::find(outline->items, item, &Item::id);
  return at == outline->items.end() ? nullptr : &*at;
}

const std::vector<CodingProblem>& Library::coding_problems() const { return inside_->all_coding_problems(); }
const std::vector<DesignExercise>& Library::design_exercises() const { return inside_->all_design_exercises(); }

const std::vector<InterviewQuestion>& Library::interview_questions() const { return inside_->all_interview_questions(); }

const CodingProblem* Library::coding_problem(std::string_view id) const {
  (void)coding_problems();
  const auto at = inside_->problem_by_id.find(id);
  return at == inside_->problem_by_id.end() ? nullptr : at->second;
}

const DesignExercise* Library::design_exercise(std::string_view id) const {
  const auto& all = design_exercises();
  const auto at = std::ranges::find(all, id, &DesignExercise::id);
  return at == all.end() ? nullptr : &*at;
}

const std::vector<DeckHead>& Library::decks() const {
  Inside& in = *inside_;
  if (!in.heads) {
    in.heads.emplace();
    for (const Inside::Source& source : in.deck_sources)
      if (const DeckOutline* outline = in.outline(source.id)) in.heads->push_back(outline->head);
  }
  return *in.heads;
}

const DeckHead* Library::deck_head(std::string_view id) const {
  const DeckOutline* outline = inside_->outline(id);
  return outline ? &outline->head : nullptr;
}

const Deck* Library::deck(std::string_view id) const { return inside_->deck(id); }
const Deck* Library::deck_of(const ItemId& item) const { return inside_->deck(deck_key(item)); }
const DeckHead* Library::head_of_deck(const ItemId& item) const { return deck_head(deck_key(item)); }

const Card& Library::card(const ItemId& item) const {
  const Deck* deck = deck_of(item);
  if (!deck) throw no_longer_there(item.text());
  const auto card = std::ranges::find(deck->cards, name_in_deck(item), &Card::id);
  if (card == deck->cards.end()) throw no_longer_there(item.text());
  return *card;
}

std::filesystem::path Library::path_of(const DeckHead& deck) const {
  const std::filesystem::path name = std::filesystem::path(deck.file).filename();
  return is_shipped(deck) ? inside_->content.cards() / name : inside_->study.decks() / name;
}

bool is_any_unread(std::span<const Problem> problems, std::string_view folder) {
  return std::ranges::any_of(problems, [&](const Problem& problem) {
    return problem.severity == Severity::Error && (problem.file == folder || is_of(folder, problem.file));
  });
}

bool Library::is_shipped(const DeckHead& deck) { return is_of(kShippedDecks, deck.file); }

TextPlace Library::place_of(const ItemId& item) const {
  if (is_of_stories(item)) {
    const Story& story = story_of_card(item);
    TextPlace place = place_of_story(story.id);
    place.line = line_of_card(story, item, read_file(place.path, kMaxTomlBytes).text.value_or(""));
    return place;
  }
  const Card& card = this->card(item);
  const DeckHead& head = *deck_head(item.group());
  if (!card.own) return {path_of(head), head.file, card.line};
  TextPlace place = changes_place(head.id);
  place.line = card.line;
  return place;
}

std::optional<Deck> Library::shipped_deck(std::string_view id) const {
  const auto source = std::ranges::find(inside_->deck_sources, id, &Inside::Source::id);
  if (source == inside_->deck_sources.end() || !is_of(kShippedDecks, source->name)) return std::nullopt;
  return inside_->read_one(*source, read_deck);
}

TextPlace Library::changes_place(std::string_view deck) const {
  const auto source = std::ranges::find(inside_->change_sources, deck, &Inside::Source::id);
  if (source != inside_->change_sources.end()) return {source->path, source->name, 1};
  const std::string file = fmt::format("{}.toml", deck);
  return {inside_->study.changes() / file, fmt::format("{}/{}", kChanges, file), 1};
}

std::vector<SearchText> Library::search_texts(SearchKind kind) const {
  Inside& in = *inside_;
  std::vector<SearchText> texts;
  // Lines that are not there were damaged, or there are none; those of a deck with own versions are of its own text.
  const auto add = [&](const Inside::Source& source, const auto& content) {
    std::string lines = in.changes_of(source) ? "" : in.texts->part(source.path, ParsedPart::Words);
    if (const auto* whole = lines.empty() ? content() : nullptr) lines = searchable(*whole);
    texts.push_back({kind, source.id, std::move(lines)});
  };
  switch (kind) {
    case SearchKind::Cards:
      for (const Inside::Source& source : in.deck_sources) add(source, [&] { return deck(source.id); });
      if (in.reading.cards) texts.push_back({kind, std::string(kStoryDeck), in.lines_of_story_cards()});
      break;
    case SearchKind::Stories:
      for (const Inside::Source& source : in.story_sources) texts.push_back({kind, source.id, in.lines_of_story(source).story});
      break;
    case SearchKind::Wins:
      break;  // they are in the history
    case SearchKind::Plan:
      if (in.plan) add({in.plan_path, "", in.plan->id}, [&] { return &*in.plan; });
      break;
  }
  return texts;
}

const std::vector<Story>& Library::stories() const { return inside_->all_stories(); }

const Story& Library::story_of_card(const ItemId& card) const {
  const Story* made_of = starling::story_of_card(stories(), card);
  if (!made_of) throw no_longer_there(card.text());
  return *made_of;
}

const StoryCore& Library::core() const { return inside_->story_core_of_all(); }

const Story* Library::story(std::string_view id) const {
  const auto& stories = inside_->all_stories();
  const auto at = std::ranges::find(stories, id, &Story::id);
  return at == stories.end() ? nullptr : &*at;
}

TextPlace Library::place_of_story(std::string_view id) const {
  const auto source = std::ranges::find(inside_->story_sources, id, &Inside::Source::id);
  assert(source != inside_->story_sources.end());
  return {source->path, source->name, 1};
}

}  // namespace starling
