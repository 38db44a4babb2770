#include "cli/wire/doctor.h"

#include "cli/wire/json.h"

namespace starling {

namespace {

Json finding_json(const Finding& finding) {
  Json json{{"severity", to_string(finding.gravity)}, {"rule", finding.rule}, {"file", finding.file}};
  if (finding.line > 0) json["line"] = finding.line;
  if (finding.column > 0) json["column"] = finding.column;
  json["text"] = finding.text;
  json["advice"] = finding.advice;
  json["mendable"] = finding.mend.has_value();
  return json;
}

Json device_json(const DeviceSeen& device, const DayRule& rule) {
  return {{"device", device.name}, {"deeds", device.deeds}, {"newest", device.newest}, {"last", rule.iso(device.last_at)}};
}

}  // namespace

std::string examination_json(const std::filesystem::path& home, const Examination& seen,
                             std::span<const std::string> done, const DayRule& rule) {
  Json json = reply();
  json["home"] = home.string();
  json["whole"] = !is_something_wrong(seen.findings);
  json["device"] = seen.own_device.empty() ? Json(nullptr) : Json(seen.own_device);
  json["devices"] = Json::array();
  for (const DeviceSeen& device : seen.devices) json["devices"].push_back(device_json(device, rule));
  json["log"] = {{"files", seen.log_files}, {"lines", seen.lines}, {"deeds", seen.deeds}};
  json["texts"] = {{"decks", seen.decks}, {"stories", seen.stories}, {"items", seen.items}};
  json["cache"] = seen.cache.empty() ? Json(nullptr) : Json(seen.cache.string());
  json["done"] = done;
  json["findings"] = Json::array();
  for (const Finding& finding : seen.findings) json["findings"].push_back(finding_json(finding));
  return line_of(json);
}

std::string to_json(const std::filesystem::path& home, const PrivateCheck& seen) {
  Json json = reply();
  json["home"] = home.string();
  json["clean"] = seen.findings.empty();
  json["files"] = seen.files;
  json["deeds"] = seen.deeds;
  json["wins"] = seen.wins;
  json["marked"] = seen.marked;
  json["ignored"] = seen.ignored;
  json["more"] = seen.more;
  json["findings"] = Json::array();
  for (const Finding& finding : seen.findings) json["findings"].push_back(finding_json(finding));
  return line_of(json);
}

std::string to_json(const HookDone& done) {
  Json json = reply();
  json["hook"] = done.file.string();
  json["renewed"] = done.renewed;
  return line_of(json);
}

}  // namespace starling
