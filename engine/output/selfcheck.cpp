#include "engine/output/selfcheck.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/output/items.h"
#include "engine/output/letter.h"
#include "engine/output/paper.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

// The page holds so many lines, and so much on a line: tenths of a character, less than there is
// room for, because marks do not begin a line and fonts differ.
constexpr int kPageLines = 38;
constexpr int kLineWidth = 350;

/// Tenths of a character, never less than it takes on paper.
int paper_width(char32_t c) {
  constexpr std::string_view kWide = "ABCDEFGHIJKLMNOPQRSTUVWXYZmw@%&";
  if (c >= 0x80)
    return 10;
  return kWide.find(static_cast<char>(c)) != std::string_view::npos ? 10 : 6;
}

int lines_of(std::string_view words) {
  int width = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint next = decode_utf8(words, at);
    width += paper_width(next.value);
    at = next.end;
  }
  return std::max(1, (width + kLineWidth - 1) / kLineWidth);
}

/// Cut so that it takes `lines` lines at most.
std::string fitted(std::string_view words, int lines) {
  int width = 0;
  std::size_t cut = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint next = decode_utf8(words, at);
    width += paper_width(next.value);
    if (width > lines * kLineWidth)
      return std::string(words.substr(0, cut)) + "…";
    if (width <= lines * kLineWidth - 10)
      cut = next.end;
    at = next.end;
  }
  return std::string(words);
}

/// Paragraphs of one cell and the lines that they take.
struct Block {
  std::vector<std::string> paragraphs;
  int lines = 0;

  void add(std::string words) {
    lines += lines_of(words);
    paragraphs.push_back(std::move(words));
  }
};

/// As many of `all` as fit into `lines`, each on two at most; the rest is counted.
Block list_of(const std::vector<std::string>& all, int lines) {
  Block block;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string words = fitted(all[i], 2);
    const bool is_last = i + 1 == all.size();
    if (block.lines + lines_of(words) + (is_last ? 0 : 1) > lines) {
      block.add("另有" + std::to_string(all.size() - i) + "项");
      break;
    }
    block.add(words);
  }
  return block;
}

/// What is known of the document but its title.
std::string facts_words(const Facts& facts) {
  std::string words;
  const std::vector<LabelledFact> all = labelled_facts(facts);
  for (std::size_t i = 1; i < all.size(); ++i)
    words += (i == 1 ? "" : "；") + std::string(all[i].label) + " " +
             (all[i].value.empty() ? "未见" : all[i].value);
  return words;
}

std::vector<std::string> item_lines(const DocumentReport& document) {
  std::vector<std::string> lines;
  for (const Item& item : items_of(document)) {
    const ElementState& element = *item.parts.front();
    lines.push_back(circled(item.number) + element.label + "  " + item_state_words(item) +
                    (element.nearest.empty() ? "" : "（最接近：“" + element.nearest + "”）"));
  }
  return lines;
}

/// The weightiest first; what is waived is nothing to do.
std::vector<std::string> things_to_do(const DocumentReport& document) {
  std::vector<std::string> lines;
  for (const Group& group : grouped(document.findings)) {
    const Finding& finding = *group.first;
    if (finding.waived)
      continue;
    const std::string count =
        group.others.empty() ? "" : "（" + std::to_string(group.size()) + "处）";
    lines.push_back("【" + std::string(words_of(finding.severity)) + "】" + finding.message +
                    count + "　" + place_words(finding));
  }
  return lines;
}

/// The page while it is written: rows until its lines are used up.
class Page {
 public:
  explicit Page(const DocumentReport& document) : document_(document) {
    paper_.add(PaperStyle::kTitle, "自查小结");
  }

  Result<std::string> write() {
    add("报告", document_.facts.title ? document_.facts.title->value : "标题未读出", 2);
    add("文件", file_name(document_), 1);
    if (document_.status != DocumentStatus::kNotChecked)
      add("基本信息", facts_words(document_.facts), 2);
    add("结论", sentence(verdict_words(document_)), document_.status == DocumentStatus::kChecked ? 2 : 5);
    if (document_.status == DocumentStatus::kChecked)
      add_standing();
    else
      add("怎么办", std::string(way_out(document_.status)), 2);
    add_people();
    paper_.add(PaperStyle::kRemark, std::string(kDisclaimer));
    return paper_.finish(document_.path);
  }

 private:
  void add(std::string_view label, const std::string& words, int most) {
    Block block;
    block.add(fitted(words, most));
    add(label, block);
  }
  void add(std::string_view label, const Block& block) {
    paper_.add_row(label, block.paragraphs, block.lines);
    left_ -= block.lines;
  }

  void add_standing() {
    if (document_.score && !document_.score->gates.empty()) {
      std::vector<std::string> caps;
      for (const Gate& gate : document_.score->gates)
        caps.push_back(gate.cap + "：" + gate.reason);
      add("等次上限", list_of(caps, 3));
    }
    if (!document_.elements.empty())
      add("规定内容", list_of(item_lines(document_), 8));
    std::vector<std::string> open = open_matters(document_);
    const std::vector<std::string> minor = left_out(document_);
    open.insert(open.end(), minor.begin(), minor.end());
    if (open.empty())
      open.emplace_back("无");
    const Block undecided = list_of(open, 7);
    std::vector<std::string> tasks = things_to_do(document_);
    if (tasks.empty())
      tasks.emplace_back("没有发现要修改之处；请看“未能核对”和“请人核对”。");
    add("先改这些", list_of(tasks, left_ - undecided.lines - kPeopleLines));
    add("未能核对", undecided);
  }

  /// What no program decides.
  void add_people() {
    Block block;
    block.add("1. 人名、职务、机关名称是否准确；2. 数字和事实是否属实；");
    block.add("3. 是否涉及国家秘密、工作秘密和个人信息；4. 是否按程序审议、签发。");
    add("请人核对", block);
    add("签字", "起草人〔　　　　　〕　核对人〔　　　　　〕　日期〔　　　　　　〕", 1);
  }

  static constexpr int kPeopleLines = 3;

  const DocumentReport& document_;
  Paper paper_{PaperKind::kForm};
  int left_ = kPageLines;
};

}  // namespace

Result<std::string> write_selfcheck(const RunReport& report, const WriteOptions&) {
  return Page(report.documents.front()).write();
}

}  // namespace plumbline::output
