// Runs a fuzz entry in any build: over every file of a corpus and over a fixed number of mutations of them.
//   fuzz_deck corpus/deck [mutations [seed]]
// The text that is being run is kept beside the program as `<program>.last`; after a crash it is still there, and
// the program runs it alone when it is given in place of the corpus.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/mutation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMutations = 2000;

std::string load(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> load_corpus(const fs::path& path) {
  std::vector<fs::path> files;
  if (fs::is_directory(path))
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  else if (fs::exists(path))
    files.push_back(path);
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const fs::path& file : files) texts.push_back(load(file));
  return texts;
}

// The text that is being run, on disk: what is left of it after a crash.
class LastText {
 public:
  explicit LastText(fs::path path) : path_(std::move(path)), file_(path_, std::ios::binary) {}

  void set(const std::string& text) {
    file_.seekp(0);
    file_ << text << std::flush;
    fs::resize_file(path_, text.size());
  }
  void forget() { fs::remove(path_); }

 private:
  fs::path path_;
  std::ofstream file_;  // stays open: a file made anew for each text takes longer than most runs
};

void run(const std::string& text, LastText& last) {
  last.set(text);
  // A copy of the exact size, so that asan sees a read past the end.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

bool read_number(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> args(words, words + count);
  std::uint64_t mutations = kMutations;
  std::uint64_t seed = 1;
  if (args.size() < 2 || args.size() > 4 || (args.size() > 2 && !read_number(args[2], mutations)) ||
      (args.size() > 3 && !read_number(args[3], seed))) {
    std::fprintf(stderr, "usage: %s corpus-folder-or-file [mutations [seed]]\n", words[0]);
    return 2;
  }
  std::vector<std::string> corpus = load_corpus(args[1]);
  if (corpus.empty()) {
    std::fprintf(stderr, "no files in %s\n", words[1]);
    return 2;
  }
  if (!fs::is_directory(args[1]) && args.size() < 3) mutations = 0;

  const std::string last_path = std::string(args[0]) + ".last";
  std::fprintf(stderr, "the text being run: %s\n", last_path.c_str());
  LastText last(last_path);
  for (const std::string& text : corpus) run(text, last);
  starling::fuzzing::Mutator mutator(corpus, seed);
  for (std::uint64_t i = 0; i < mutations; ++i) run(mutator.next(), last);
  last.forget();
  std::fprintf(stderr, "%zu texts and %ju mutations\n", corpus.size(), static_cast<std::uintmax_t>(mutations));
  return 0;
}
