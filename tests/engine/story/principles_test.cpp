#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "story/principles.h"

using namespace starling;

namespace {

std::string found(std::string_view word) {
  const auto place = find_principle(word);
  return place ? std::string(principles()[*place].id) : "nothing";
}

std::string replaced(std::string text, char from, std::string_view to) {
  std::string result;
  for (const char c : text) result += c == from ? std::string(to) : std::string(1, c);
  return result;
}

}  // namespace

TEST_CASE("the sixteen principles stand in the official order under their official names") {
  const std::array<std::string_view, kPrincipleCount> names{
      "Customer Obsession", "Ownership", "Invent and Simplify", "Are Right, A Lot", "Learn and Be Curious",
      "Hire and Develop the Best", "Insist on the Highest Standards", "Think Big", "Bias for Action", "Frugality",
      "Earn Trust", "Dive Deep", "Have Backbone; Disagree and Commit", "Deliver Results",
      "Strive to be Earth\xE2\x80\x99s Best Employer", "Success and Scale Bring Broad Responsibility"};
  const std::string codes = "CO OW IS AR LC HD HS TB BA FR ET DD HB DR BE SR ";

  std::string in_order;
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    CHECK(principles()[i].name == names[i]);
    in_order += std::string(principles()[i].code) + " ";
  }

  CHECK(in_order == codes);
  CHECK(principles()[5].id == "hire-and-develop");
  CHECK(principles()[6].id == "highest-standards");
  CHECK(principle_ids().size() == kPrincipleCount);
  CHECK(principle_ids()[15] == "broad-responsibility");
}

TEST_CASE("a principle is found by its id, its code and its name, however they are typed") {
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    const Principle& principle = principles()[i];
    for (const std::string_view word : {principle.id, principle.code, principle.name}) {
      std::string shouted(word);
      std::transform(shouted.begin(), shouted.end(), shouted.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      CAPTURE(word);
      CHECK(find_principle(word) == i);
      CHECK(find_principle(shouted) == i);
      CHECK(find_principle("  " + std::string(word) + " \n") == i);
      CHECK(find_principle(replaced(std::string(word), '-', "_")) == i);
      CHECK(find_principle(replaced(replaced(std::string(word), '-', " "), ' ', "   ")) == i);
      CHECK(find_principle(replaced(std::string(word), ' ', "")) == i);
    }
  }
}

TEST_CASE("the names that candidates use for a principle lead to it") {
  const std::pair<std::string_view, std::string_view> usual[]{
      {"success and scale", "broad-responsibility"},
      {"Success & Scale", "broad-responsibility"},
      {"Success&Scale Bring Broad Responsibility", "broad-responsibility"},
      {"Success and Scale Bring Responsibility", "broad-responsibility"},
      {"earth's best employer", "earths-best-employer"},
      {"Earth\xE2\x80\x99s Best Employer", "earths-best-employer"},
      {"Strive to be Earth's Best Employer", "earths-best-employer"},
      {"best employer", "earths-best-employer"},
      {"disagree and commit", "have-backbone"},
      {"Disagree & Commit", "have-backbone"},
      {"Have Backbone; Disagree & Commit", "have-backbone"},
      {"backbone", "have-backbone"},
      {"hire & develop", "hire-and-develop"},
      {"Hire and Develop", "hire-and-develop"},
      {"Hire & Develop the Best", "hire-and-develop"},
      {"insist on the highest standards", "highest-standards"},
      {"Highest Standards", "highest-standards"},
      {"are right a lot", "are-right-a-lot"},
      {"Right, a Lot", "are-right-a-lot"},
      {"invent & simplify", "invent-and-simplify"},
      {"Learn & Be Curious", "learn-and-be-curious"},
      {"LC", "learn-and-be-curious"},
      {"hd", "hire-and-develop"},
      {"Be", "earths-best-employer"},
  };
  for (const auto& [word, id] : usual) {
    CAPTURE(word);
    CHECK(found(word) == id);
  }
}

TEST_CASE("what is no principle is not taken for one") {
  for (const std::string_view word :
       {"", " ", "-", "&", "ownershipp", "owner", "commit", "C", "X", "customer obsessio", "ownership dive-deep", "16",
        "ownership\xE6\x84\x9B", "\xFF\xFE", "best"}) {
    CAPTURE(word);
    CHECK(found(word) == "nothing");
  }
  CHECK(found(std::string(100'000, 'a')) == "nothing");
}

TEST_CASE("a principle has two or three neighbours and is none of its own") {
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    const auto near = neighbours(i);
    const std::set<std::size_t> different(near.begin(), near.end());
    CAPTURE(principles()[i].id);
    CHECK(near.size() >= 2);
    CHECK(near.size() <= 3);
    CHECK(different.size() == near.size());
    CHECK_FALSE(different.contains(i));
    CHECK(*different.rbegin() < kPrincipleCount);
  }
  CHECK(neighbours(kPrincipleCount).empty());
}

TEST_CASE("the nearest neighbour of a principle is the one that shares most stories with it") {
  const std::pair<std::string_view, std::string_view> nearest_ones[]{
      {"customer-obsession", "earn-trust"}, {"ownership", "deliver-results"},
      {"hire-and-develop", "earths-best-employer"}, {"think-big", "invent-and-simplify"},
      {"dive-deep", "are-right-a-lot"}, {"broad-responsibility", "customer-obsession"}};
  for (const auto& [id, near] : nearest_ones) {
    CAPTURE(id);
    CHECK(principles()[neighbours(find_principle(id).value()).front()].id == near);
  }
}
