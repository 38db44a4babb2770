#include <doctest/doctest.h>
#include <zip.h>

#include <cstring>
#include <functional>

#include "engine/backup/folder.h"

using namespace starling;

namespace {

const std::vector<ArchivedText> kTexts{
    {"decks/own.toml", "id = \"own\"\n", 0}, {"notes/empty.md", "", 0}, {"starling.toml", std::string(200'000, 'x'), 0}};

// An archive that no backup writes.
class Forged {
 public:
  Forged() {
    source_ = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source_);
    zip_ = zip_open_from_source(source_, ZIP_TRUNCATE, nullptr);
  }
  ~Forged() { zip_source_free(source_); }
  Forged(const Forged&) = delete;
  Forged& operator=(const Forged&) = delete;

  zip_uint64_t add(const std::string& name, const std::string& text) {
    kept_.push_back(std::make_unique<std::string>(text));
    zip_source_t* source = zip_source_buffer(zip_, kept_.back()->data(), kept_.back()->size(), 0);
    return static_cast<zip_uint64_t>(zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8));
  }
  void folder(const std::string& name) { zip_dir_add(zip_, name.c_str(), ZIP_FL_ENC_UTF_8); }
  void mode(zip_uint64_t index, zip_uint32_t mode) {
    zip_file_set_external_attributes(zip_, index, 0, ZIP_OPSYS_UNIX, mode << 16);
  }
  void encrypt(zip_uint64_t index) { zip_file_set_encryption(zip_, index, ZIP_EM_AES_256, "word"); }
  void method(zip_uint64_t index, int how) { zip_set_file_compression(zip_, index, how, 0); }
  std::string bytes() {
    REQUIRE(zip_close(zip_) == 0);
    zip_stat_t status;
    zip_source_open(source_);
    zip_source_stat(source_, &status);
    std::string all(status.size, '\0');
    zip_source_read(source_, all.data(), all.size());
    zip_source_close(source_);
    return all;
  }

 private:
  std::vector<std::unique_ptr<std::string>> kept_;
  zip_source_t* source_;
  zip_t* zip_;
};

std::string refusal_of(const std::string& name) {
  Forged forged;
  forged.add("starling.toml", "");
  forged.add(name, "x");
  const ArchiveRead read = read_archive(forged.bytes());
  CHECK(read.texts.empty());
  return read.refusal;
}

// Every place where `from` stands is overwritten with `to`, of the same length.
std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = bytes.find(from); at != bytes.npos; at = bytes.find(from, at + 1)) bytes.replace(at, to.size(), to);
  return bytes;
}

}  // namespace

TEST_CASE("texts come out of an archive as they went in, by name") {
  std::vector<ArchivedText> mixed{kTexts[2], kTexts[0], kTexts[1]};
  const ArchiveRead read = read_archive(archive_of(mixed));
  CHECK(read.refusal.empty());
  CHECK(read.texts == kTexts);
}

TEST_CASE("equal texts give equal archives") { CHECK(archive_of(kTexts) == archive_of(kTexts)); }

TEST_CASE("every byte that is changed or missing is noticed, or changes no text") {
  const std::vector<ArchivedText> texts{{"decks/own.toml", "id = \"own\"\n", 0}, {"starling.toml", "level = \"L6\"\n", 0}};
  const std::string whole = archive_of(texts);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK_FALSE(read_archive(std::string_view(whole).substr(0, i)).refusal.empty());
    for (const char flip : {'\x01', '\x80'}) {
      std::string damaged = whole;
      damaged[i] = static_cast<char>(damaged[i] ^ flip);
      const ArchiveRead read = read_archive(damaged);
      if (!read.refusal.empty()) {
        CHECK(read.texts.empty());
        continue;
      }
      REQUIRE(read.texts.size() == 2);
      CHECK(read.texts[0].text == texts[0].text);
      CHECK(read.texts[1].text == texts[1].text);
    }
  }
}

TEST_CASE("what is no archive is refused with a sentence") {
  for (const std::string& bytes : {std::string(), std::string("PK"), std::string("level = 1\n"), std::string(5000, '\0')}) {
    const ArchiveRead read = read_archive(bytes);
    CHECK(read.texts.empty());
    CHECK_FALSE(read.refusal.empty());
  }
}

TEST_CASE("an archive with a name that leads out of the folder is refused whole, with the name") {
  CHECK(refusal_of("../evil.toml") == "'../evil.toml' is no file of a study folder");
  CHECK(refusal_of("decks/../../evil.toml") == "'decks/../../evil.toml' is no file of a study folder");
  CHECK(refusal_of("/etc/cron.d/evil.toml") == "'/etc/cron.d/evil.toml' is no file of a study folder");
  CHECK(refusal_of("decks\\evil.toml") == "'decks\\evil.toml' is no file of a study folder");
  CHECK(refusal_of(".git/hooks/post-checkout") == "'.git/hooks/post-checkout' is no file of a study folder");
  CHECK(refusal_of("evil/") == "'evil/' is no file of a study folder");
}

TEST_CASE("a name that would change the terminal is refused, and shown without that") {
  Forged forged;
  forged.add("decks/?]0;evil?.toml", "x");
  const std::string bytes = replaced(replaced(forged.bytes(), "/?]", "/\x1b]"), "evil?", "evil\x07");
  CHECK(read_archive(bytes).refusal == "'decks/\uFFFD]0;evil\uFFFD.toml' is no file of a study folder");
}

TEST_CASE("an archive with a link or a device in it is refused") {
  for (const zip_uint32_t type : {0120000U, 0020000U, 0010000U, 0040000U}) {
    Forged forged;
    forged.mode(forged.add("decks/own.toml", "/etc/passwd"), type | 0777U);
    CHECK(read_archive(forged.bytes()).refusal == "'decks/own.toml' is no plain file");
  }
}

TEST_CASE("an archive that names a file twice is refused") {
  Forged forged;
  forged.add("decks/a.toml", "one");
  forged.add("decks/b.toml", "two");
  const ArchiveRead read = read_archive(replaced(forged.bytes(), "decks/b.toml", "decks/a.toml"));
  CHECK(read.texts.empty());
  CHECK_FALSE(read.refusal.empty());
}

TEST_CASE("an archive in which a file is a folder too is refused") {
  Forged forged;
  forged.add("decks/a.toml", "one");
  forged.add("decks/a.toml/b.toml", "two");
  CHECK(read_archive(forged.bytes()).refusal == "'decks/a.toml/b.toml' lies in a folder that is a file too");
}

TEST_CASE("folders of their own, as other programs write them, say nothing") {
  Forged forged;
  forged.folder("decks/");
  forged.add("decks/own.toml", "x");
  forged.folder("log/k3f9x2/");
  const ArchiveRead read = read_archive(forged.bytes());
  CHECK(read.refusal.empty());
  CHECK(test::names(read.texts) == std::vector<std::string>{"decks/own.toml"});

  Forged alone;
  alone.folder("decks/");
  CHECK(read_archive(alone.bytes()).refusal == "there is nothing in this archive");
}

TEST_CASE("an encrypted text is refused") {
  Forged forged;
  forged.encrypt(forged.add("starling.toml", "level = \"L6\"\n"));
  CHECK(read_archive(forged.bytes()).refusal == "'starling.toml' is encrypted");
}

TEST_CASE("a small archive of very much text is refused before it is unpacked") {
  const std::string thousand("\xE8\x03\0\0", 4);  // as the headers have the size of each text below
  const std::string limit("\0\0\0\x08", 4);       // 128 MiB
  const std::string more("\x01\0\0\x08", 4);
  Forged one;
  one.add("notes/a.md", std::string(1000, 'x'));
  CHECK(read_archive(replaced(one.bytes(), thousand, more)).refusal == "'notes/a.md' is larger than 128 MiB");

  Forged several;
  for (const char* name : {"notes/a.md", "notes/b.md", "notes/c.md", "notes/d.md", "notes/e.md"})
    several.add(name, std::string(1000, 'x'));
  CHECK(read_archive(replaced(several.bytes(), thousand, limit)).refusal == "'notes/e.md' makes it larger than 512 MiB");
}

TEST_CASE("a text that is larger or smaller than the archive says is refused") {
  std::string bytes = archive_of(std::vector<ArchivedText>{{"starling.toml", std::string(1000, 'x'), 0}});
  const std::string said("\xE8\x03\0\0", 4);  // 1000, in both headers
  for (const std::string& other : {std::string("\x10\0\0\0", 4), std::string("\xE9\x03\0\0", 4)}) {
    const ArchiveRead read = read_archive(replaced(bytes, said, other));
    CHECK(read.refusal == "'starling.toml' is damaged: it is not what was put into the archive");
  }
}

TEST_CASE("an archive of very many files is refused") {
  std::vector<ArchivedText> many;
  for (std::size_t i = 0; i <= kMostKeptFiles; ++i) many.push_back({"notes/" + std::to_string(i) + ".md", "", 0});
  CHECK(read_archive(archive_of(many)).refusal == "there are more than 20000 files in this archive");
}
