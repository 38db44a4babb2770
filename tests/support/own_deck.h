// A learner's own deck, with a card for each thing that can stand before a card.
#pragma once

#include <string>

namespace starling::test {

inline const std::string kOwnHead = R"(schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
)";

// `more` are lines of its own.
inline std::string own_card(const std::string& id, const std::string& front, const std::string& back,
                            const std::string& more = "", const std::string& kind = "basic") {
  return "[[card]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\nfront = \"" + front + "\"\nback = \"" + back + "\"\n" + more;
}

inline const std::string kOwnDeck =
    kOwnHead + own_card("first", "First?", "One") + own_card("second", "Second?", "Two", "needs = [\"first\"]\n") +
    own_card("pair", "CAP", "consistency, availability, partition tolerance", "", "reversible") +
    own_card("later", "Later?", "Week three", "week = 3\n") + own_card("for-l7", "L7?", "Only", "level = [\"L7\"]\n");

}  // namespace starling::test
