// The words of a call against a table of two made-up commands and against the real one.
#include "cli/arguments.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "cli/commands.h"

using namespace starling;

namespace {

constexpr std::array<std::string_view, 3> kFruits{"apple", "pear", "plum"};
std::optional<std::string_view> other_spelling(std::string_view word) {
  return word == "PLUM" ? std::optional(kFruits[2]) : std::nullopt;
}

constexpr Option<Whole> kCount{"--count", "N", "how many", {1, 9}};
constexpr Option<Real> kWeight{"--weight", "KG", "how heavy", {0.5, 2}};
constexpr Option<Reals> kWeights{"--weights", "KG,KG...", "how heavy each", {3, 0.5, 2}};
constexpr Option<Reals> kAnyNumbers{"--numbers", "LIST", "any", {2}};
constexpr Option<Choice<std::string_view>> kFruit{"--fruit", "F", "which", {kFruits, other_spelling}};
constexpr Option<Choices<std::string_view>> kBasket{"--basket", "F,F...", "which ones", {{kFruits}}};
constexpr Option<Date> kDay{"--day", "DATE", "which day"};
constexpr Option<DateAndTime> kMoment{"--moment", "DATE[THH:MM]", "which moment"};
constexpr Option<Seconds> kPause{"--pause", "N", "how long", {0, 60}};
constexpr Option<Zone> kZone{"--zone", "ZONE", "where"};
constexpr Option<File> kList{"--list", "FILE", "read from"};
constexpr Option<Text> kNote{"--note", "TEXT", "anything"};
constexpr Switch kRipe{"--ripe", "only ripe ones"};
constexpr Switch kAlone{"--alone", "nothing else"};
constexpr Operand<Name> kShop{"SHOP", {Offer::From::Decks}};
constexpr Operand<Whole> kShelf{"SHELF", {1, 4}};
constexpr Operand<File> kBags{"BAG"};

std::vector<Command> table() {
  return {{.name = "buy",
           .also = "purchase",
           .operands = {one(kShop), maybe(kShelf)},
           .options = {&kCount, &kWeight, &kWeights, &kAnyNumbers, &kFruit, &kBasket, &kDay, &kMoment, &kPause, &kZone,
                       &kList, &kNote, &kRipe, &kAlone},
           .relations = {needs(kCount, kFruit), excludes(kFruit, kBasket), needs(kPause, kShelf),
                         excludes(kRipe, kList, "a list knows what is ripe"), only_with(kAlone, {&kNote})}},
          {.name = "bag", .operands = {any(kBags)}},
          {.name = "bag check", .operands = {some(kBags)}, .options = {&kRipe}},
          {.name = "shelf tidy"},
          {.name = "shelf sort"}};
}

std::vector<std::string> split(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::string> list;
  for (std::string word; words >> word;) list.push_back(word == "''" ? "" : word);
  return list;
}

// Words as a shell takes them apart, as far as examples go.
std::vector<std::string> in_quotes(std::string_view line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ' ' && !quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

Call read(const std::string& line) {
  static const std::vector<Command> kTable = table();
  return parse_call(split(line), kTable);
}

std::string refusal(const std::string& line) {
  try {
    (void)read(line);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an option is read as what it is defined to be") {
  CHECK(read("buy market --fruit pear --count 3").arguments.value(kCount) == 3);
  CHECK(read("buy market --weight=1.5").arguments.value(kWeight) == 1.5);
  CHECK(read("buy market --weights 0.5,1,2").arguments.value(kWeights) == std::vector{0.5, 1.0, 2.0});
  CHECK(parse_call(std::vector<std::string>{"buy", "market", "--numbers", " 1e3, -4 "}, table()).arguments.value(kAnyNumbers) ==
        std::vector{1000.0, -4.0});
  CHECK(read("buy market --fruit PLUM").arguments.value(kFruit) == "plum");
  CHECK(read("buy market --basket pear,apple").arguments.value(kBasket) == std::vector<std::string_view>{"pear", "apple"});
  CHECK(read("buy market --day 2026-12-22").arguments.value(kDay) == parse_day("2026-12-22"));
  CHECK(read("buy market --moment 2026-12-22T06:00").arguments.value(kMoment)->time_of_day == std::chrono::hours(6));
  CHECK(read("buy market 2 --pause 1.25").arguments.value(kPause) == std::chrono::milliseconds(1250));
  CHECK(read("buy market --zone Europe/Berlin").arguments.value(kZone) == "Europe/Berlin");
  CHECK(read("buy market --list --weight").arguments.value(kList) == "--weight");
  CHECK(read("buy market --note=a=b").arguments.value(kNote) == "a=b");
  CHECK(read("buy market --ripe").arguments.has(kRipe));
  CHECK_FALSE(read("buy market").arguments.has(kRipe));
  CHECK_FALSE(read("buy market").arguments.value(kCount));
}

TEST_CASE("what an option cannot be is refused with its range, its words or its form") {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"--count 0 --fruit pear", "--count takes a whole number from 1 to 9, not '0'"},
      {"--count 3x --fruit pear", "--count takes a whole number from 1 to 9, not '3x'"},
      {"--count 99999999999 --fruit pear", "--count takes a whole number from 1 to 9, not '99999999999'"},
      {"--weight nan", "--weight takes a number from 0.5 to 2, not 'nan'"},
      {"--weight ''", "--weight takes a number from 0.5 to 2, not ''"},
      {"--weights 1,,2", "--weights takes a number from 0.5 to 2, not ''"},
      {"--weights 1,1,1,1", "--weights takes at most 3 numbers"},
      {"--numbers 1,inf", "--numbers: 'inf' is not a number"},
      {"--numbers 1,2,3", "--numbers takes at most 2 numbers"},
      {"--fruit aple", "--fruit takes apple, pear or plum, not 'aple'; did you mean 'apple'?"},
      {"--basket pear,", "--basket takes apple, pear or plum, not ''"},
      {"--day 2026-02-30", "'2026-02-30' is not a date; write it like 2026-12-22"},
      {"--moment noon", "'noon' is not a date; write it like 2026-12-22 or 2026-12-22T06:00"},
      {"2 --pause 61", "--pause takes a number from 0 to 60, not '61'"},
      {"--zone Mars/Base", "--zone: 'Mars/Base' is not a time zone; write one like \"Europe/Berlin\""},
      {"--zone ''", "--zone: there is no time zone ''"},
      {"--list ''", "--list needs a file"},
      {"--list", "--list needs a value"},
      {"--ripe=yes", "--ripe takes no value"},
      {"--rip", "unknown option --rip; did you mean '--ripe'?"},
      {"-5", "-5 is below zero, which no number here may be"},
      {"--home ''", "--home needs a folder"},
  };
  for (const auto& [words, text] : wrong) {
    CAPTURE(words);
    CHECK(refusal("buy market " + words) == text);
  }
}

TEST_CASE("an operand is read as what it is defined to be, in its place") {
  const Arguments one_shelf = read("buy market 4").arguments;
  CHECK(one_shelf.operand(kShop) == "market");
  CHECK(one_shelf.value(kShelf) == 4);
  CHECK_FALSE(read("buy market").arguments.value(kShelf));
  CHECK(read("bag a b c").arguments.operands(kBags) == std::vector<std::string>{"a", "b", "c"});
  CHECK(read("bag").arguments.operands(kBags).empty());
  CHECK(read("bag -- --ripe -").arguments.operands(kBags) == std::vector<std::string>{"--ripe", "-"});
  CHECK(refusal("buy") == "'buy' needs SHOP [SHELF]: see 'starling buy --help'");
  CHECK(refusal("buy market 5") == "SHELF takes a whole number from 1 to 4, not '5'");
  CHECK(refusal("buy market 1 more") == "'buy' does not take 'more'; it takes SHOP [SHELF]");
  CHECK(refusal("shelf tidy now") == "'shelf tidy' does not take 'now'");
  CHECK(refusal("bag check") == "'bag check' needs BAG...: see 'starling bag check --help'");
}

TEST_CASE("options that belong together or shut each other out are told apart") {
  CHECK(refusal("buy market --count 2") == "--count goes with --fruit");
  CHECK(refusal("buy market --fruit pear --basket plum") == "--fruit does not go with --basket");
  CHECK(refusal("buy market --pause 2") == "--pause goes with SHELF");
  CHECK(refusal("buy market 1 --pause 2").empty());
  CHECK(refusal("buy market --ripe --list x") == "a list knows what is ripe");
  CHECK(refusal("buy market --alone --note x --json").empty());
  CHECK(refusal("buy market --alone --note x --ripe") == "--alone goes with --note only, not with --ripe");
}

TEST_CASE("a command of two words is told from one that has an operand") {
  CHECK(read("bag check x").command->name == "bag check");
  CHECK(read("bag --json check x").command->name == "bag check");
  CHECK(read("bag -- x check").command->name == "bag");
  CHECK(read("shelf --quiet tidy").command->name == "shelf tidy");
  CHECK(read("purchase market").command->name == "buy");
  CHECK(read("help shelf tidy").help);
  CHECK(read("shelf tidy -h").help);
  CHECK(read("").command == nullptr);
  for (const char* help : {"help shelf", "shelf --help", "shelf -h"}) {
    CHECK(read(help).help);
    CHECK(read(help).group == "shelf");
  }
  CHECK(refusal("shelf") == "'shelf' needs one of: tidy, sort");
  CHECK(refusal("shelf tdy") == "'shelf tdy' is not a command; did you mean 'tidy'?");
  CHECK(refusal("shelf burn") == "'shelf burn' is not a command; use one of: tidy, sort");
  CHECK(refusal("by market") == "'by' is not a command; did you mean 'buy'?");
}

TEST_CASE("global options stand anywhere, those of a command behind it, and the last of two counts") {
  const Arguments arguments = read("--home a --json buy --quiet market --color=never --home b").arguments;
  CHECK(arguments.home == "b");
  CHECK(arguments.json);
  CHECK(arguments.quiet);
  CHECK(arguments.colour == "never");
  CHECK(refusal("--ripe buy market") == "--ripe goes behind its command: starling buy --ripe");
  CHECK(read("buy market --fruit pear --fruit plum").arguments.value(kFruit) == "plum");
}

TEST_CASE("help is given whatever else is missing or out of range") {
  CHECK(read("buy --help").help);
  CHECK(read("buy --count 0 --help").help);
  CHECK(read("-V").version);
}

TEST_CASE("the command table names each thing once and defines what its relations speak of") {
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(names.insert(command.name).second);
    CHECK((command.run != nullptr));
    CHECK(command.summary.size() > 0);
    CHECK(command.summary.size() <= 70);
    std::set<const Parameter*> own(command.options.begin(), command.options.end());
    std::set<std::string_view> options;
    for (const Parameter* option : command.options) {
      CHECK(option->name().starts_with("--"));
      CHECK_FALSE(option->help().empty());
      CHECK(options.insert(option->name()).second);
      for (const Parameter* global : global_options()) CHECK(global->name() != option->name());
    }
    for (std::size_t i = 0; i < command.operands.size(); ++i) {
      const OperandPlace& place = command.operands[i];
      own.insert(place.operand);
      CHECK(place.operand->name().find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos);
      CHECK(place.least <= 1);
      if (place.most < 0) CHECK(i + 1 == command.operands.size());
    }
    for (const std::string_view example : command.examples) {
      CAPTURE(example);
      std::vector<std::string> words = in_quotes(example);
      const auto program = std::ranges::find(words, "starling");
      if (program == words.end()) continue;
      const auto end = std::find_if(program, words.end(), [](const std::string& word) { return word == "|" || word == ">"; });
      CHECK(parse_call(std::vector(program + 1, end), commands()).command->name == command.name);
    }
    own.insert(global_options().begin(), global_options().end());
    for (const Relation& relation : command.relations) {
      CHECK(own.contains(relation.option));
      for (const Parameter* other : relation.others) CHECK(own.contains(other));
    }
  }
}
