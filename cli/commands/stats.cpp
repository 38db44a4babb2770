// `stats`: what was done today and this week, and recall by deck.
#include <fmt/format.h>

#include <map>
#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

namespace {

struct DeckLine {
  int items = 0;
  int seen = 0;
  double recall_sum = 0;  // predicted now, over the seen ones
  DeckRecall answers;
};

std::map<std::string, DeckLine> deck_lines(const Study& study, const std::vector<Event>& counting) {
  std::map<std::string, DeckLine> lines;
  const ItemStates states = study.store().states();
  for (const CardItem& item : study.library().items) {
    DeckLine& line = lines[study.library().decks[item.deck].id];
    ++line.items;
    const auto state = states.find(item.id);
    if (state == states.end() || !state->second.standing.memory) continue;
    ++line.seen;
    const int elapsed = std::max(0, days_between(state->second.standing.last_day, study.today()));
    line.recall_sum += study.model().recall_after(elapsed, state->second.standing.memory->stability);
  }
  for (DeckRecall& recall : recall_by_deck(counting))
    if (const auto line = lines.find(recall.deck); line != lines.end()) line->second.answers = std::move(recall);
  return lines;
}

Json done_json(const Done& done) {
  Json grades = Json::object();
  for (const Grade grade : kGrades) grades[std::string(to_string(grade))] = done.grades[static_cast<std::size_t>(grade) - 1];
  return {{"reviews", done.reviews}, {"new", done.new_items}, {"tellings", done.tellings}, {"grades", std::move(grades)},
          {"minutes", rounded(std::chrono::duration<double>(done.time).count() / 60, 1)}};
}

std::string done_line(const Done& done) {
  return fmt::format("{}, {} of them new, {}, {}", counted(done.reviews, "review"), done.new_items,
                     counted(done.tellings, "telling"), duration(std::chrono::duration<double>(done.time).count() / 60));
}

}  // namespace

Exit run_stats(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Day today = study->today();
  const Day week_start = date_of(study->start(), study->position().week, 1);
  const auto counting = standing_events(study->store().events());
  const Done of_today = done_between(counting, today, today);
  const Done of_week = done_between(counting, week_start, week_start + std::chrono::days(6));
  const auto lines = deck_lines(*study, counting);
  if (arguments.json) {
    Json json = reply();
    json["date"] = to_string(today);
    json["today"] = done_json(of_today);
    json["week"] = done_json(of_week);
    json["decks"] = Json::array();
    for (const auto& [deck, line] : lines)
      json["decks"].push_back(
          {{"deck", deck}, {"items", line.items}, {"seen", line.seen}, {"reviews", line.answers.reviews},
           {"recalled", line.answers.recalled},
           {"true_recall", line.answers.reviews ? rounded(1.0 * line.answers.recalled / line.answers.reviews) : Json(nullptr)},
           {"predicted_recall", line.seen ? rounded(line.recall_sum / line.seen) : Json(nullptr)}});
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << style.accent("Today") << "\n" << paragraph(done_line(of_today), width, 2)
            << style.accent(fmt::format("Week {}", study->position().week)) << "\n" << paragraph(done_line(of_week), width, 2)
            << "\n" << style.accent(at_both_ends("Recall by deck", "seen   now  true", width)) << "\n";
  bool any = false;
  for (const auto& [deck, line] : lines) {
    if (line.seen == 0) continue;
    any = true;
    const std::string truth = line.answers.reviews ? fmt::format("{:3.0f} %", 100.0 * line.answers.recalled / line.answers.reviews) : "  -  ";
    const std::string right = fmt::format("{:4}  {:3.0f} %  {}", line.seen, 100 * line.recall_sum / line.seen, truth);
    const int room = width - display_width(right) - 3;
    world.out << "  " << padded(shorten(deck, room), room) << " " << style.dim(right) << "\n";
  }
  if (!any) world.out << "  Nothing was asked yet.\n";
  else
    world.out << style.dim(paragraph("now: predicted recall of what was seen. true: share of reviews, after the learning "
                                     "steps, that were recalled.",
                                     width));
  return Exit::Ok;
}

}  // namespace starling
