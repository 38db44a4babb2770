#include "deck/together.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "deck/own_version.h"

namespace starling {

namespace {

Problem problem_at(const Deck& deck, const Card& card, std::string_view rule, std::string text) {
  return {file_of(deck, card), card.line, 1, card.id, std::string(rule), Severity::Error, std::move(text)};
}

struct Node {
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  std::string name;
  std::vector<std::size_t> needs;
};

// The cards of all decks and what each needs. Of two decks with one id the first counts.
class Needs {
 public:
  explicit Needs(std::span<const Deck> decks) {
    std::map<std::string_view, const Deck*> first;
    for (const Deck& deck : decks) {
      const auto [known, added] = first.emplace(deck.id, &deck);
      if (added)
        add(deck);
      else
        found({deck.file, 1, 1, "", "duplicate-deck", Severity::Error,
               fmt::format("deck '{}' is already in {}; give one another id", deck.id, known->second->file)});
    }
    connect();
  }

  // Walks without recursion: a chain of needs may be as long as the decks are.
  void report_circles() {
    enum class Mark { Unseen, Open, Done };
    std::vector<Mark> marks(nodes_.size(), Mark::Unseen);
    for (std::size_t start = 0; start < nodes_.size(); ++start) {
      if (marks[start] != Mark::Unseen) continue;
      std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};  // node, next of its needs
      marks[start] = Mark::Open;
      while (!path.empty()) {
        auto& [node, next] = path.back();
        if (next == nodes_[node].needs.size()) {
          marks[node] = Mark::Done;
          path.pop_back();
          continue;
        }
        const std::size_t need = nodes_[node].needs[next++];
        if (marks[need] == Mark::Open) report(path, need);
        if (marks[need] != Mark::Unseen) continue;
        marks[need] = Mark::Open;
        path.emplace_back(need, 0);
      }
    }
  }

  // By file.
  std::vector<Problem> take_problems() {
    std::vector<Problem> all;
    for (auto& [file, problems] : problems_) std::ranges::move(problems, std::back_inserter(all));
    return all;
  }

 private:
  void found(Problem problem) {
    std::vector<Problem>& of_file = problems_[problem.file];
    add_problem(of_file, std::move(problem));
  }

  void add(const Deck& deck) {
    for (const Card& card : deck.cards) {
      nodes_.push_back({&deck, &card, fmt::format("{}/{}", deck.id, card.id), {}});
      places_.emplace(nodes_.back().name, nodes_.size() - 1);
    }
  }

  void connect() {
    for (Node& node : nodes_)
      for (const std::string& need : node.card->needs) {
        const auto place = places_.find(need);
        if (place != places_.end())
          node.needs.push_back(place->second);
        else
          found(problem_at(
              *node.deck, *node.card, "missing-need",
              fmt::format("card '{}' needs '{}', which is in no deck or has a mistake", node.card->id, need)));
      }
  }

  void report(const std::vector<std::pair<std::size_t, std::size_t>>& path, std::size_t again) {
    std::vector<std::string> circle;
    auto at = std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == again; });
    for (; at != path.end() && circle.size() < 10; ++at) circle.push_back(nodes_[at->first].name);
    if (at != path.end()) circle.emplace_back("…");
    circle.push_back(nodes_[again].name);
    const Node& node = nodes_[again];
    found(problem_at(*node.deck, *node.card, "needs-circle",
                     fmt::format("cards need one another in a circle: {}", fmt::join(circle, " → "))));
  }

  std::map<std::string, std::vector<Problem>> problems_;  // by file
  std::vector<Node> nodes_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace

std::vector<Problem> check_together(std::span<const Deck> decks) {
  Needs needs(decks);
  needs.report_circles();
  return needs.take_problems();
}

}  // namespace starling
