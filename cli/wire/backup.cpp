#include "cli/wire/backup.h"

#include "cli/wire/json.h"

namespace starling {

namespace {

Json left_out_json(const std::vector<LeftOut>& left_out) {
  Json list = Json::array();
  for (const LeftOut& each : left_out) list.push_back({{"file", each.name}, {"text", each.why}, {"is_text", each.is_text}});
  return list;
}

Json damaged_json(const std::vector<DamagedLine>& damaged) {
  Json list = Json::array();
  for (const DamagedLine& each : damaged)
    list.push_back({{"file", each.name},
                    {"line", each.line},
                    {"fault", each.fault == LineFault::Checksum ? "checksum" : "broken"}});
  return list;
}

}  // namespace

std::string to_json(const BackupDone& done) {
  Json json = reply();
  json["file"] = done.file.string();
  json["texts"] = done.texts;
  json["lines"] = done.lines;
  json["text_bytes"] = done.text_bytes;
  json["archive_bytes"] = done.archive_bytes;
  json["left_out"] = left_out_json(done.left_out);
  json["damaged"] = damaged_json(done.damaged);
  return line_of(json);
}

std::string restore_json(const std::filesystem::path& archive, const RestorePlan& plan, bool applied,
                         const std::filesystem::path& kept_in) {
  Json json = reply();
  json["archive"] = archive.string();
  json["applied"] = applied;
  json["files"] = Json::array();
  for (const RestoreStep& step : plan.steps)
    json["files"].push_back(
        {{"file", step.name}, {"fate", to_string(step.fate)}, {"target", step.target}, {"lines", step.lines}});
  json["only_here"] = plan.only_here;
  json["damaged"] = damaged_json(plan.damaged);
  json["kept_in"] = kept_in.empty() ? Json(nullptr) : Json(kept_in.string());
  return line_of(json);
}

}  // namespace starling
