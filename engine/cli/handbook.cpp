#include "engine/cli/handbook.h"

#include <algorithm>

#include "engine/cli/pack_words.h"
#include "engine/craft/clauses.h"
#include "engine/output/wording.h"

namespace plumbline::cli {
namespace {

using craft::BasisDocument;
using craft::Clause;
using packtest::Case;
using rules::Pack;
using rules::Rule;
using Kind = BookBlock::Kind;

constexpr std::string_view kInlineFormat = ".txt";

BookBlock heading(int level, const std::string& words, const std::string& id = "") {
  return {Kind::kHeading, level, id, {{words, ""}}, {}, false};
}
BookBlock paragraph(const std::string& words) {
  return {Kind::kParagraph, 0, "", {{words, ""}}, {}, false};
}
BookBlock item(const std::string& words) {
  return {Kind::kItem, 0, "", {{words, ""}}, {}, false};
}

class Writer {
 public:
  Writer(const Pack& pack, const std::vector<Case>& cases) : pack_(pack), cases_(cases) {}

  Book run() {
    book_.push_back(heading(1, pack_.title));
    book_.push_back(paragraph("规则包 " + pack_line(pack_) + "。"));
    book_.push_back(paragraph(std::string(output::kDisclaimer)));
    book_.push_back(heading(2, "一、条款和规则"));
    for (const BasisDocument& document : craft::by_clause(pack_)) clauses(document);
    book_.push_back(heading(2, "二、规则"));
    for (const Rule& rule : pack_.rules) write(rule);
    disabled();
    return std::move(book_);
  }

 private:
  void clauses(const BasisDocument& document) {
    book_.push_back(heading(3, document.document.document));
    BookBlock table{Kind::kTable, 0, "", {}, {}, false};
    table.rows.push_back({{{"条款", ""}}, {{"要求", ""}}, {{"怎样核对", ""}}});
    for (const Clause& clause : document.clauses)
      table.rows.push_back({{{article_words(document.document, clause.article), ""}},
                            {{clause.words, ""}},
                            how(clause)});
    book_.push_back(std::move(table));
  }

  static BookLine how(const Clause& clause) {
    BookLine line;
    const std::string checked = checked_words(clause);
    if (!checked.empty())
      line.push_back({checked + (clause.rules.empty() ? "" : "："), ""});
    for (std::size_t i = 0; i < clause.rules.size(); ++i) {
      if (i > 0)
        line.push_back({"、", ""});
      const craft::ClauseRule& one = clause.rules[i];
      line.push_back({one.id, one.rule == nullptr ? "" : one.rule->id});
    }
    if (!clause.unchecked.empty())
      line.push_back({"。由人核对：" + clause.unchecked, ""});
    return line;
  }

  void write(const Rule& rule) {
    book_.push_back(heading(3, rule.title, rule.id));
    const std::string basis = output::basis_words(rule.basis);
    book_.push_back(item("编号：" + rule.id));
    book_.push_back(item("依据：" + (basis.empty() ? "未注明" : basis)));
    book_.push_back(item("分值：" + points_words(rule.points)));
    book_.push_back(item("等级：" + severity_words(rule.severity)));
    for (const auto& [state, text] : rule.advice)
      book_.push_back(
          item("怎样改" + (state.empty() ? "" : "（" + state_words(state) + "）") + "：" + text));
    example(rule, Outcome::kFail);
    example(rule, Outcome::kPass);
    terms(rule);
  }

  void example(const Rule& rule, Outcome expected) {
    const auto found = std::ranges::find_if(cases_, [&](const Case& one) {
      return one.rule == rule.id && one.expected == expected &&
             one.document.ends_with(kInlineFormat);
    });
    if (found == cases_.end())
      return;
    const bool wrong = expected == Outcome::kFail;
    const std::string quote =
        wrong && !found->quote.empty() ? "（问题在“" + found->quote + "”）" : "";
    book_.push_back(paragraph((wrong ? "不对的例子" : "对的例子") + quote + "："));
    book_.push_back({Kind::kExample, 0, "", {{found->bytes, ""}}, {}, wrong});
  }

  void terms(const Rule& rule) {
    BookBlock table{Kind::kTable, 0, "", {}, {{{{"编号", ""}}, {{"正确的写法", ""}}}}, false};
    for (const std::string_view list : {"forbid", "require"}) {
      for (const rules::Node* term : rules::nodes_of(rule.body.find(list))) {
        const std::string right = rules::string_at(*term, "right");
        if (!right.empty())
          table.rows.push_back({{{rules::string_at(*term, "name"), ""}}, {{right, ""}}});
      }
    }
    if (table.rows.size() > 1)
      book_.push_back(std::move(table));
  }

  void disabled() {
    if (pack_.disabled.empty())
      return;
    book_.push_back(heading(2, "三、停用的规则"));
    for (const rules::DisabledRule& rule : pack_.disabled)
      book_.push_back(item(rule.id + "：" + rule.title + "（" + rule.reason + "）"));
  }

  const Pack& pack_;
  const std::vector<Case>& cases_;
  Book book_;
};

}  // namespace

Book handbook(const Pack& pack, const std::vector<Case>& cases) {
  return Writer(pack, cases).run();
}

}  // namespace plumbline::cli
