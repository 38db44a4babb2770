// Recording a telling by a program of the system.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include "cli/desk.h"
#include "cli/recorder.h"

namespace starling::test {
namespace {

// Writes what it was called with, and ends when it is interrupted.
Recorder made_recorder(const TemporaryFolder& folder, const char* ending) {
  folder.write("recorder", std::string("#!/bin/sh\ntrap '") + ending + "' INT\nfor last; do :; done\necho \"$*\" > \"$last\"\nwhile :; do sleep 0.05; done\n");
  const std::filesystem::path script = folder / "recorder";
  ::chmod(script.c_str(), 0700);
  return {script.string(), {"-q"}};
}

bool comes(const std::filesystem::path& file) {
  for (int look = 0; look < 3000 && !std::filesystem::exists(file); ++look) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return std::filesystem::exists(file);
}

TEST_CASE("the recorder of the system that is there is taken, and none is needed") {
  const auto taken = [](const std::set<std::string>& there) {
    const auto recorder = recorder_of([&](const std::string& program) { return there.contains(program); });
    return recorder ? recorder->program : "";
  };
  CHECK(taken({}) == "");
  CHECK(taken({"rec", "parecord"}) == "parecord");
  CHECK(taken({"rec", "arecord"}) == "arecord");
  CHECK_FALSE(start_recording({"/no/such/program", {}}, "x.wav"));
}

TEST_CASE("a recording ends when it is told to, and its file is whole by then") {
  TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "-told.wav";
  auto stop = start_recording(made_recorder(folder, "echo whole >> \"$last\"; exit 0"), file);
  REQUIRE(stop);
  REQUIRE(comes(file));
  stop();
  CHECK(contains(text_of(file), "-q " + file.string()));
  CHECK(contains(text_of(file), "whole"));
  stop();
}

}  // namespace
}  // namespace starling::test
