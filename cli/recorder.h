// Records a telling by a program of the system, where there is one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// A program that records speech into a file until it is interrupted; the file's path goes behind `words`.
struct Recorder {
  std::string program;
  std::vector<std::string> words;
};
// The first one that `is_there`: ALSA's, PipeWire's, PulseAudio's, SoX's. Nothing where there is none.
[[nodiscard]] std::optional<Recorder> recorder_of(const std::function<bool(const std::string& program)>& is_there);
// Their names, for messages.
inline constexpr std::string_view kRecorders = "arecord, pw-record, parecord or rec";

// Starts to record into `file`, without a shell; what it says is thrown away. Calling what comes back ends it and waits
// until the file is whole, for two seconds at most; so does losing it. Empty where it did not start.
[[nodiscard]] std::function<void()> start_recording(const Recorder& recorder, const std::filesystem::path& file);

}  // namespace starling
