// `deck list`, `deck check`, `deck show`, and putting single items away.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

struct DeckCount {
  int cards = 0;
  int items = 0;
  int seen = 0;
  int due = 0;
};

DeckCount count(const Study& study, const ItemStates& states, std::size_t deck) {
  DeckCount result;
  result.cards = static_cast<int>(study.library().decks[deck].cards.size());
  for (const CardItem& item : study.library().items) {
    if (item.deck != deck) continue;
    ++result.items;
    const auto state = states.find(item.id);
    if (state == states.end() || state->second.standing.phase == Phase::New) continue;
    ++result.seen;
    result.due += state->second.standing.due.day <= study.today() && !state->second.suspended ? 1 : 0;
  }
  return result;
}

int opening_week(const Study& study, const Deck& deck) {
  const int by_week = deck.weeks.empty() ? 1 : *std::min_element(deck.weeks.begin(), deck.weeks.end());
  const auto offset = unlock_offset(study.plan(), deck.id);
  return std::max(by_week, offset ? *offset / 7 + 1 : 1);
}

const Deck& need_deck(const Study& study, const std::string& id) {
  std::vector<std::string> ids;
  for (const Deck& deck : study.library().decks) {
    if (deck.id == id) return deck;
    ids.push_back(deck.id);
  }
  throw UsageError(fmt::format("there is no deck '{}'{}", id, did_you_mean(id, ids)));
}

// What the rules say of decks, read afresh: those named, or every deck, story and plan in sight.
std::vector<Problem> check_files(const std::vector<std::string>& files, const Library& library) {
  std::vector<Problem> problems;
  std::vector<Deck> decks;
  std::set<std::string> names(files.begin(), files.end());
  for (const std::string& file : files) {
    const auto text = read_file(file, kMaxTomlBytes);
    if (!text) throw UsageError(fmt::format("cannot read {}, or it is larger than {} MiB", file, kMaxTomlBytes / 1024 / 1024));
    DeckFile read = read_deck(*text, file);
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    if (!read.deck) continue;
    const auto advice = check_advice(*read.deck);
    problems.insert(problems.end(), advice.begin(), advice.end());
    decks.push_back(std::move(*read.deck));
  }
  // Beside the decks that are in use, so that what a card needs may lie in one of them.
  const std::size_t given = decks.size();
  for (const Deck& deck : library.decks)
    if (std::none_of(decks.begin(), decks.begin() + static_cast<std::ptrdiff_t>(given), [&](const Deck& d) { return d.id == deck.id; }))
      decks.push_back(deck);
  for (Problem& problem : check_together(decks))
    if (names.contains(problem.file)) problems.push_back(std::move(problem));
  return problems;
}

std::vector<Problem> check_everything(const Library& library) {
  std::vector<Problem> problems = library.problems;
  for (const Deck& deck : library.decks) {
    const auto advice = check_advice(deck);
    problems.insert(problems.end(), advice.begin(), advice.end());
  }
  return problems;
}

std::string one_line(const Card& card) {
  const Face shown = face(card, schedules(card).front(), Seed{0});
  return shown.front;
}

Exit change_item(const Arguments& arguments, World& world, std::string_view done,
                 void (*change)(Study&, const std::string&)) {
  const auto study = open_study(arguments, world);
  const std::string item = need_item(*study, arguments.operands[0]);
  change(*study, item);
  if (arguments.json) {
    Json json = reply();
    json["item"] = item;
    json["suspended"] = study->state(item).suspended;
    json["buried_until"] = day_json(study->state(item).buried_until);
    write_json(world.out, json);
  } else {
    world.out << done << ": " << item << ". Take it back: starling undo\n";
  }
  return Exit::Ok;
}

}  // namespace

Exit run_deck_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const ItemStates states = study->store().states();
  const auto& decks = study->library().decks;
  if (arguments.json) {
    Json json = reply();
    json["decks"] = Json::array();
    for (std::size_t d = 0; d < decks.size(); ++d) {
      const DeckCount counts = count(*study, states, d);
      json["decks"].push_back({{"id", decks[d].id}, {"title", decks[d].title}, {"area", decks[d].area},
                               {"file", decks[d].file}, {"week", opening_week(*study, decks[d])},
                               {"cards", counts.cards}, {"items", counts.items}, {"seen", counts.seen},
                               {"due", counts.due}});
    }
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  std::string area;
  int cards = 0;
  for (std::size_t d = 0; d < decks.size(); ++d) {
    const DeckCount counts = count(*study, states, d);
    cards += counts.cards;
    if (decks[d].area != area) {
      area = decks[d].area;
      world.out << style.accent(area) << "\n";
    }
    const std::string right = fmt::format("week {:2}  {:3} of {:3} seen", opening_week(*study, decks[d]), counts.seen, counts.items);
    const int room = width - 2 - display_width(right) - 2;
    world.out << "  " << padded(shorten(decks[d].id, room), room) << "  " << style.dim(right) << "\n";
  }
  world.out << fmt::format("{} with {}\n", counted(static_cast<int>(decks.size()), "deck"), counted(cards, "card"));
  return Exit::Ok;
}

Exit run_deck_check(const Arguments& arguments, World& world) {
  // Nothing is taken from what was kept of an earlier reading, and no study folder is made.
  Store nothing_kept(":memory:");
  const Library library = load_library(StudyFolder(world.home), ContentFolder(world.content), "amazon-24-week", nothing_kept);
  const auto problems = arguments.operands.empty() ? check_everything(library) : check_files(arguments.operands, library);
  if (arguments.json) {
    Json json = reply();
    json["problems"] = Json::array();
    for (const Problem& problem : problems) json["problems"].push_back(problem_json(problem));
    write_json(world.out, json);
  } else {
    for (const Problem& problem : problems) world.out << to_line(problem) << '\n';
    if (problems.empty())
      world.out << (arguments.operands.empty()
                        ? fmt::format("{}: nothing wrong.\n", counted(static_cast<int>(library.decks.size()), "deck"))
                        : fmt::format("{}: nothing wrong.\n", counted(static_cast<int>(arguments.operands.size()), "file")));
  }
  if (has_error(problems)) return Exit::BadText;
  return problems.empty() ? Exit::Ok : Exit::NotMet;
}

Exit run_deck_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Deck& deck = need_deck(*study, arguments.operands[0]);
  if (arguments.json) {
    Json json = reply();
    json["deck"] = {{"id", deck.id}, {"title", deck.title}, {"area", deck.area}, {"file", deck.file},
                    {"licence", deck.licence}, {"week", opening_week(*study, deck)}};
    json["cards"] = Json::array();
    for (const Card& card : deck.cards) {
      Json items = Json::array();
      for (const std::string& schedule : schedules(card)) items.push_back(deck.id + '/' + card.id + schedule);
      json["cards"].push_back({{"id", card.id}, {"kind", to_string(card.kind)}, {"line", card.line}, {"items", items},
                               {"front", one_line(card)}, {"source", card.source}});
    }
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << style.bold(paragraph(deck.title, width))
            << style.dim(paragraph(fmt::format("{} · {} · week {} · {}", deck.id, deck.file, opening_week(*study, deck),
                                               counted(static_cast<int>(deck.cards.size()), "card")),
                                   width));
  for (const Card& card : deck.cards) {
    world.out << "\n" << style.accent(at_both_ends(card.id, to_string(card.kind), width)) << "\n";
    for (const std::string& schedule : schedules(card)) {
      const Face shown = face(card, schedule, Seed{0});
      world.out << paragraph(plain(shown.front), width, 2);
      if (shown.code)
        for (const std::string& line : wrap_code(shown.code_front, width - 4)) world.out << "    " << line << "\n";
      world.out << style.dim(paragraph(plain(shown.back), width, 4));
    }
  }
  return Exit::Ok;
}

Exit run_card_suspend(const Arguments& arguments, World& world) {
  return change_item(arguments, world, "Suspended", [](Study& s, const std::string& item) { s.suspend(item); });
}
Exit run_card_unsuspend(const Arguments& arguments, World& world) {
  return change_item(arguments, world, "Called back", [](Study& s, const std::string& item) { s.unsuspend(item); });
}
Exit run_card_bury(const Arguments& arguments, World& world) {
  return change_item(arguments, world, "Buried until tomorrow",
                     [](Study& s, const std::string& item) { s.bury_until_tomorrow(item); });
}

}  // namespace starling
