// A learner's own deck, with a card for each thing that can stand before a card.
#pragma once

#include <string>

namespace starling::test {

inline const std::string kOwnDeck = R"(schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
[[card]]
id = "first"
kind = "basic"
front = "First?"
back = "One"
[[card]]
id = "second"
kind = "basic"
front = "Second?"
back = "Two"
needs = ["first"]
[[card]]
id = "pair"
kind = "reversible"
front = "CAP"
back = "consistency, availability, partition tolerance"
[[card]]
id = "later"
kind = "basic"
front = "Later?"
back = "Week three"
week = 3
[[card]]
id = "for-l7"
kind = "basic"
front = "L7?"
back = "Only"
level = ["L7"]
)";

}  // namespace starling::test
