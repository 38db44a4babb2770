// A history that is moved away while a sitting goes on, or before it.
#include <doctest/doctest.h>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace fs = std::filesystem;

TEST_CASE("a history that is moved away is named in the sitting, and from then on until it is back") {
  for (const bool answered_before : {false, true}) {
    CAPTURE(answered_before);
    const DeckLearner learner(4);
    {
      Study study = learner.on("2026-11-25");
      answer(study, "mine/c0", Grade::Good);
      answer(study, "mine/c1", Grade::Good);
    }
    {
      Study study = learner.on("2026-11-26");
      CHECK(study.missing_lines() == nullptr);
      if (answered_before) answer(study, "mine/c2", Grade::Good);
      fs::rename(learner.home() / "log", learner.home() / "elsewhere");
      answer(study, "mine/c3", Grade::Good);
      std::string told;
      for (const std::string& remark : study.take_remarks()) told += remark + "\n";
      CHECK(told.find("-2, and none of it is here: 'starling restore FILE' brings it") != told.npos);
      answer(study, "mine/c0", Grade::Good);
      CHECK(study.take_remarks().empty());
    }
    const auto missing = learner.on("2026-11-27").lines_given_up();
    REQUIRE(missing);
    CHECK(missing->written == 2);
    CHECK(missing->here == 0);

    for (const auto& device : fs::directory_iterator(learner.home() / "elsewhere"))
      fs::copy_file(device.path() / "2026-11.jsonl", learner.home() / "log" / (device.path().filename().string() + "-back.jsonl"));
    CHECK_FALSE(learner.on("2026-11-27").lines_given_up());
  }
}
