#include "engine/output/note.h"

#include <algorithm>
#include <filesystem>

#include "engine/base/iso_day.h"
#include "engine/output/items.h"
#include "engine/output/letter.h"
#include "engine/output/paper.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

using enum PaperStyle;

constexpr std::size_t kPlacesNamed = 20;  // of one item

/// Filled in by hand; `width` is in characters.
std::string blank(std::size_t width) {
  std::string words = "〔";
  for (std::size_t i = 0; i < width; ++i) words += "　";
  return words + "〕";
}

std::string or_blank(const std::string& words, std::size_t width) {
  return words.empty() ? blank(width) : words;
}

std::string numbered(std::size_t number) {
  static constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六"};
  return std::string(kNumerals[number]) + "、";
}

/// The letter while it is written.
class Note {
 public:
  Note(const RunReport& run, const DocumentReport& document, const Contact& contact)
      : run_(run), document_(document), contact_(contact), counts_(count_findings(document)) {}

  Result<std::string> write() {
    // Where nothing must be changed a letter sends nothing back.
    paper_.add(kTitle, must_change() ? "退回修改意见" : "审核反馈意见");
    add_addressee();
    paper_.add(kBody, "你单位报送的" + document_words(document_) + "收悉" + standard_words() +
                          "，现将意见反馈如下。");
    add_overview();
    if (document_.status == DocumentStatus::kChecked)
      add_findings();
    add_open_matters();
    add_closing();
    return paper_.finish(document_.path);
  }

 private:
  bool must_change() const {
    return document_.status != DocumentStatus::kChecked || counts_.errors > 0;
  }

  void heading(const std::string& words) { paper_.add(kHeading, numbered(parts_++) + words); }

  void add_addressee() {
    const auto& issuer = document_.facts.issuer;
    const std::string stem = std::filesystem::path(document_.path).stem().string();
    paper_.add(kFlush, (issuer ? issuer->value : stem) + "：");
    if (!issuer)
      paper_.add(kRemark, "（未读出报告单位，上面的名称取自文件名，发出前请核对。）");
  }

  /// What a checked report was held against.
  std::string standard_words() const {
    if (document_.status != DocumentStatus::kChecked)
      return {};
    const auto pack = std::ranges::find(run_.packs, document_.pack, &PackInfo::id);
    const std::string words = pack == run_.packs.end() ? "" : "“" + pack->title + "”中";
    return "，已按照" + words + profile_words(run_.profile) + "的要求核对";
  }

  void add_overview() {
    heading("总体情况");
    if (document_.status != DocumentStatus::kChecked) {
      paper_.add(kBody, sentence(verdict_words(document_)));
      paper_.add(kBody, "本文件没有按规则核对，不能得出有无问题的结论。" +
                            std::string(way_out(document_.status)));
      return;
    }
    paper_.add(kBody, sentence(verdict_words(document_)));
    if (!document_.elements.empty())
      paper_.add(kBody, sentence(items_line(document_)));
    if (document_.score) {
      for (const Gate& gate : document_.score->gates)
        paper_.add(kBody, sentence("等次上限：" + gate.cap + "，" + gate.reason));
    }
    if (!document_.reason.empty())
      paper_.add(kBody, sentence("说明：" + document_.reason));
  }

  void add_findings() {
    const std::vector<Group> groups = grouped(document_.findings);
    const auto is_must = [](const Finding& f) { return f.severity == Severity::kError; };
    add_part("必须修改的问题", counts_.errors, groups,
             [&](const Finding& f) { return !f.waived && is_must(f); });
    add_part("建议核实和完善的问题", counts_.warnings + counts_.notes, groups,
             [&](const Finding& f) { return !f.waived && !is_must(f); });
    if (counts_.waived > 0)
      add_part("经批准不要求修改的问题", counts_.waived, groups,
               [](const Finding& f) { return f.waived; });
  }

  template <typename Takes>
  void add_part(const std::string& title, int count, const std::vector<Group>& groups,
                Takes takes) {
    heading(title + "（共" + std::to_string(count) + "处）");
    if (count == 0)
      paper_.add(kBody, "无。");
    for (const Group& group : groups) {
      if (takes(*group.first))
        add_item(group);
    }
  }

  void add_item(const Group& group) {
    const Finding& finding = *group.first;
    const std::string count =
        group.others.empty() ? "" : "（" + std::to_string(group.size()) + "处）";
    paper_.add(kItem, std::to_string(++items_) + ". 【" + std::string(words_of(finding.severity)) +
                          "】" + finding.message + count);
    row("位置", places_words(group, kPlacesNamed));
    const std::string basis = basis_words(finding.basis);
    row(basis.empty() ? "规则" : "依据",
        basis.empty() ? finding.rule : basis + "〔规则 " + finding.rule + "〕");
    row("建议", finding.advice);
    row(kWaivedWord, finding.waiver);
  }

  void row(std::string_view label, const std::string& words) {
    if (!words.empty())
      paper_.add(kBody, std::string(label) + "：" + words);
  }

  void add_open_matters() {
    heading("未能核对的事项");
    const std::vector<std::string> matters = open_matters(document_);
    if (document_.status == DocumentStatus::kNotChecked)
      paper_.add(kBody, "全文未核对。");
    else if (document_.status == DocumentStatus::kOtherKind)
      paper_.add(kBody, "全文未按规则核对。");
    else if (matters.empty())
      paper_.add(kBody, "无。");
    std::size_t number = 0;
    for (const std::string& matter : matters)
      paper_.add(kBody, "（" + std::to_string(++number) + "）" + matter);
    if (document_.status == DocumentStatus::kChecked && !matters.empty())
      paper_.add(kBody, "以上事项程序未能作出结论，请你单位自行核对，并由我方人工复核。");
    for (const std::string& words : left_out(document_)) paper_.add(kBody, sentence(words));
  }

  std::string deadline_words() const {
    const std::string& words = contact_.deadline;
    return or_blank(day_words(words), 8) + (words.empty() || is_iso_day(words) ? "前" : "");
  }

  void add_closing() {
    const bool is_checked = document_.status == DocumentStatus::kChecked;
    paper_.add(kBody, std::string(must_change() ? "请于" : "如作修改，请于") + deadline_words() +
                          (is_checked && must_change() ? "修改后" : "") + "重新报送。");
    std::string reach =
        "联系人：" + or_blank(contact_.person, 4) + "；联系电话：" + or_blank(contact_.phone, 7);
    if (!contact_.email.empty())
      reach += "；电子邮箱：" + contact_.email;
    if (!contact_.address.empty())
      reach += "；地址：" + contact_.address;
    paper_.add(kBody, reach + "。");
    paper_.add(kFlush, "");
    paper_.add(kSigned, or_blank(contact_.office, 8));
    paper_.add(kSigned, contact_.date.empty() ? blank(2) + "年" + blank(1) + "月" + blank(1) + "日"
                                              : day_words(contact_.date));
    paper_.add(kFlush, "");
    paper_.add(kRemark, evidence_words());
  }

  /// What the letter can be made again from.
  std::string evidence_words() const {
    std::string words = "附注：本意见由" + std::string(kProgramName) + " " + run_.version + " 生成";
    const auto pack = std::ranges::find(run_.packs, document_.pack, &PackInfo::id);
    if (pack != run_.packs.end())
      words += "，规则包 " + pack->id + " " + pack->version;
    if (!document_.sha256.empty())
      words += "；所核对文件的 SHA-256 为 " + document_.sha256;
    return words + "。签发前应由人工复核。" + std::string(kDisclaimer);
  }

  const RunReport& run_;
  const DocumentReport& document_;
  const Contact& contact_;
  const Summary counts_;
  Paper paper_{PaperKind::kLetter};
  std::size_t parts_ = 0, items_ = 0;
};

}  // namespace

Result<std::string> write_note(const RunReport& report, const WriteOptions& options) {
  const Contact nobody;
  const Contact& contact = options.contact != nullptr ? *options.contact : nobody;
  return Note(report, report.documents.front(), contact).write();
}

}  // namespace plumbline::output
