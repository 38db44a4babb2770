#include "practice/rubric.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::array<RubricPart, 6> kParts{{
    {"scope",
     "what is asked for, and what is left out",
     {"began to draw at once", "asked, and used none of the answers", "named features, but left nothing out",
      "features and limits agreed with the interviewer", "and the two qualities that matter most",
      "and why those two, with what they rule out"}},
    {"numbers",
     "load, storage and cost from figures",
     {"no figure", "figures without a source", "one right rate, and no use of it", "reads, writes and storage within a factor of three",
      "and peaks, and which part they size", "and a choice that the figures turned"}},
    {"core",
     "parts, data and paths that meet the brief",
     {"no whole path from request to answer", "one path, with parts missing", "both main paths, the data model vague",
      "paths, interfaces and data model fit the brief", "and keys and partitions fit the load", "and each part has a reason and an alternative"}},
    {"depth",
     "one or two parts taken to the bottom",
     {"names alone", "a definition of the part", "how it works when all goes well", "with one failure or race, and the remedy",
      "with the trade-off that was made, and its price", "down to what a builder would ask, unprompted"}},
    {"operations",
     "running it: failure, growth, change",
     {"not mentioned", "\"add replicas\"", "one failure walked through", "failure, alarms and a way back",
      "and growth, roll-out and cost", "and what wakes somebody at night, and how it gets rarer"}},
    {"communication",
     "leading the three quarters of an hour",
     {"could not be followed", "followed with many questions", "answers questions, does not lead", "a plan said aloud, a picture that is kept to",
      "and checks back, and takes hints up", "and would carry a room of peers to a decision"}},
}};

}  // namespace

std::span<const RubricPart> rubric_parts() { return kParts; }

const RubricPart* rubric_part(std::string_view name) {
  const auto part = std::ranges::find(kParts, name, &RubricPart::name);
  return part == kParts.end() ? nullptr : &*part;
}

}  // namespace starling
