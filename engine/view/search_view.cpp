#include "view/search_view.h"

#include <algorithm>
#include <cassert>

namespace starling {

namespace {

struct Find {
  const SearchText* text;
  SearchMatch match;
};

SearchRow card_row(const Library& library, const Find& find, const SearchQuery& query) {
  const Deck* deck = library.deck(find.text->id);
  assert(deck);
  const auto card = std::ranges::find(deck->cards, find.match.id, &Card::id);
  assert(card != deck->cards.end());
  return {"card", deck->id + '/' + card->id + schedules(*card).front(), deck->id, deck->title,
          best_passage(passages_of(*card, *deck), query)};
}

SearchRow story_row(const Library& library, const Find& find, const SearchQuery& query) {
  const Story* story = library.story(find.match.id);
  assert(story);
  return {"story", "story/" + story->id, "", story->title, best_passage(passages_of(*story), query)};
}

SearchRow plan_row(const std::vector<PlanLine>& lines, const Timeline& timeline, const Find& find, const SearchQuery& query) {
  const auto line = std::ranges::find(lines, find.match.id, &PlanLine::id);
  assert(line != lines.end());
  SearchRow row{line->kind, line->id, "", std::string(line->list), best_passage(passages_of(*line), query), line->week,
                line->day};
  if (row.day > 0) row.date = timeline.date_of(row.week, row.day, row.item);
  return row;
}

// What the library keeps is of the plan as it was shipped.
std::vector<SearchText> texts_of(const Library& library, const Timeline& timeline, SearchKind kind) {
  if (kind != SearchKind::Plan || timeline.learner().changes.empty()) return library.search_texts(kind);
  return {{kind, timeline.plan().id, searchable(timeline.plan())}};
}

}  // namespace

SearchView search_view(const Library& library, const Timeline& timeline, std::string_view text,
                       std::span<const SearchKind> kinds, std::size_t limit) {
  SearchView view;
  view.query = read_query(text);
  std::vector<SearchText> texts;
  for (const SearchKind kind : kSearchKinds)
    if (std::ranges::find(kinds, kind) != kinds.end())
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
    view.rows.push_back(kind == SearchKind::Cards     ? card_row(library, find, view.query)
                        : kind == SearchKind::Stories ? story_row(library, find, view.query)
                                                      : plan_row(lines, timeline, find, view.query));
  }
  return view;
}

}  // namespace starling
