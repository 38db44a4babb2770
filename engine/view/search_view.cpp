#include "view/search_view.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace starling {

namespace {

struct Find {
  const SearchText* text;
  SearchMatch match;
};

// Rows of cards, stories and the plan are nothing where the text was found, but its file cannot be read any more.
std::optional<SearchRow> card_row(const Library& library, const Find& find, const SearchQuery& query) {
  const Deck* deck = library.deck(find.text->id);
  if (!deck) return std::nullopt;
  const auto card = std::ranges::find(deck->cards, find.match.id, &Card::id);
  if (card == deck->cards.end()) return std::nullopt;
  return SearchRow{"card", deck->id + '/' + card->id + schedules(*card).front(), deck->id, deck->title,
          best_passage(passages_of(*card, *deck), query)};
}

std::optional<SearchRow> story_row(const Library& library, const Find& find, const SearchQuery& query) {
  const Story* story = library.story(find.match.id);
  if (!story) return std::nullopt;
  return SearchRow{"story", "story/" + story->id, "", story->title, best_passage(passages_of(*story), query)};
}

std::optional<SearchRow> plan_row(const std::vector<PlanLine>& lines, const Timeline& timeline, const Find& find, const SearchQuery& query) {
  const auto line = std::ranges::find(lines, find.match.id, &PlanLine::id);
  if (line == lines.end()) return std::nullopt;
  SearchRow row{line->kind, line->id, "", std::string(line->list), best_passage(passages_of(*line), query), line->week,
                line->day};
  if (row.day > 0) row.date = timeline.date_of(row.week, row.day, row.id);
  return row;
}

std::vector<Passage> passages_of(const Win& win) {
  std::vector<Passage> passages{{"text", win.what.text}};
  std::string tags = win.what.kind;
  for (const std::string& tag : win.what.tags) tags += (tags.empty() ? "" : ", ") + tag;
  if (!tags.empty()) passages.push_back({"tags", std::move(tags)});
  return passages;
}

SearchRow win_row(std::span<const Win> wins, const Find& find, const SearchQuery& query) {
  const auto win = std::ranges::find(wins, find.match.id, [](const Win& each) { return std::to_string(each.number); });
  assert(win != wins.end());
  return {"win", std::string(find.match.id), "", "", best_passage(passages_of(*win), query), 0, 0, win->day};
}

SearchText searchable_wins(std::span<const Win> wins) {
  SearchText text{SearchKind::Wins, "", ""};
  for (const Win& win : wins) {
    const std::string number = std::to_string(win.number);
    text.lines += searchable_line(number, "", passages_of(win));
  }
  return text;
}

// What the library keeps is of the plan as it was shipped.
std::vector<SearchText> texts_of(const Library& library, const Timeline& timeline, SearchKind kind) {
  if (kind != SearchKind::Plan || timeline.learner().changes.empty()) return library.search_texts(kind);
  return {{kind, timeline.plan().id, searchable(timeline.plan())}};
}

}  // namespace

SearchView search_view(const Library& library, const Timeline& timeline, std::string_view text,
                       std::span<const SearchKind> kinds, std::size_t limit, std::span<const Win> wins) {
  SearchView view;
  view.query = read_query(text);
  std::vector<SearchText> texts;
  for (const SearchKind kind : kSearchKinds)
    if (kind == SearchKind::Wins && std::ranges::find(kinds, kind) != kinds.end())
      texts.push_back(searchable_wins(wins));
    else if (std::ranges::find(kinds, kind) != kinds.end())
      std::ranges::move(texts_of(library, timeline, kind), std::back_inserter(texts));
  std::vector<Find> finds;
  for (const SearchText& each : texts)
    for (const SearchMatch& match : matches(each.lines, view.query)) finds.push_back({&each, match});
  std::ranges::stable_sort(finds, {}, [](const Find& find) { return find.match.rank; });
  view.count = finds.size();
  finds.resize(std::min(finds.size(), limit));
  const std::vector<PlanLine> lines = plan_lines(timeline.plan());
  for (const Find& find : finds) {
    const SearchKind kind = find.text->kind;
    auto row = kind == SearchKind::Cards     ? card_row(library, find, view.query)
               : kind == SearchKind::Stories ? story_row(library, find, view.query)
               : kind == SearchKind::Wins    ? std::optional(win_row(wins, find, view.query))
                                             : plan_row(lines, timeline, find, view.query);
    if (row)
      view.rows.push_back(*std::move(row));
    else
      --view.count;  // its text is gone
  }
  return view;
}

}  // namespace starling
