#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/packtest/messages.h"
#include "engine/packtest/mutation.h"
#include "engine/rules/source_file.h"

namespace plumbline::packtest {
namespace {

using rules::Node;

class Words {
 public:
  Words(const rules::Pack& pack, const Sample& sample, Mutations& all, DiagnosticSink& sink)
      : pack_(pack),
        sample_(sample),
        raw_(sample.subject.document.text().raw()),
        all_(all),
        sink_(sink) {}

  void run(const std::vector<Case>& cases) {
    for (const Case& test : cases) {
      if (!fits(test))
        continue;
      replace_term(test);
      plant(test);
    }
    for (const rules::Rule* rule : rules_of_kind(pack_, "catalogue")) mutilate_titles(*rule);
    for (const Node* asked : rules::nodes_of(sample_.node->find("mutations"))) declared(*asked);
  }

 private:
  /// A fragment of one line that says of the sample what it says of itself.
  bool fits(const Case& test) const {
    const document::Facts& facts = sample_.subject.document.facts();
    return test.expected == Outcome::kFail && test.bytes.find('\n') == std::string::npos &&
           test.document.ends_with(".txt") && test.state != "missing" &&
           test.options.profile == sample_.options.profile && test.options.as_of.empty() &&
           (test.options.report_year == 0 || test.options.report_year == facts.year());
  }

  static std::string id_of(const Case& test) {
    return test.name.empty() ? test.rule : test.rule + "." + test.name;
  }

  /// `right` of the term made into the words that the case calls wrong.
  void replace_term(const Case& test) {
    const rules::Rule* rule = pack_.rule(test.rule);
    if (rule == nullptr || test.name.empty() || test.quote.empty())
      return;
    for (const Node* term : rules::nodes_of(rule->body.find("forbid"))) {
      const std::string right = rules::string_at(*term, "right");
      const std::size_t at = right.empty() ? std::string_view::npos : outside_titles(right);
      if (rules::string_at(*term, "name") == test.name && at != std::string_view::npos)
        all_.push_back({{words::kTerm, {right}},
                        {{at, at + right.size(), test.quote}},
                        {id_of(test)},
                        {test.rule},
                        sample_.name,
                        line_of(sample_, at)});
    }
  }

  /// Behind the title, whose words are a rule's of their own.
  std::size_t body() const { return raw_of(sample_, sample_.subject.document.body()).begin; }

  /// Terms in the titles of documents are the catalogue's.
  std::size_t outside_titles(const std::string& words) const {
    std::size_t at = raw_.find(words, body());
    for (; at != std::string_view::npos; at = raw_.find(words, at + words.size())) {
      const std::size_t open = raw_.rfind("《", at), close = raw_.rfind("》", at);
      if (open == std::string_view::npos || (close != std::string_view::npos && close > open))
        return at;
    }
    return at;
  }

  /// The end of the first paragraph of running text.
  std::size_t seat() const {
    const document::Document& document = sample_.subject.document;
    for (std::size_t i = 0; i < document.roles().size(); ++i) {
      if (document.role(i) == document::Role::kBody)
        return raw_of(sample_, document.text().paragraphs()[i].span).end;
    }
    return raw_.size();
  }

  void plant(const Case& test) {
    const std::size_t at = seat();
    all_.push_back({{words::kPlantedCase, {id_of(test)}},
                    {{at, at, "\n" + test.bytes}},
                    {id_of(test)},
                    {test.rule},
                    test.path,
                    test.at_line});
  }

  /// Each title that the rule's tables know loses the character in its middle.
  void mutilate_titles(const rules::Rule& rule) {
    constexpr std::size_t kLeast = 9;  // with the marks; shorter ones are like too many others
    constexpr std::string_view kOpen = "《", kClose = "》";
    const std::string prefix = rules::string_at(rule.body, "prefix");
    for (std::size_t at = raw_.find(kOpen); at != std::string_view::npos;
         at = raw_.find(kOpen, at + 1)) {
      const std::size_t begin = at + kOpen.size(), end = raw_.find(kClose, begin);
      if (end == std::string_view::npos)
        return;
      std::string_view title = raw_.substr(begin, end - begin);
      if (title.starts_with(prefix))
        title.remove_prefix(prefix.size());
      if (!known(rule, title, prefix) || count_code_points(title) < kLeast)
        continue;
      std::size_t middle = begin;
      const std::string_view whole = raw_.substr(begin, end - begin);
      const std::size_t half = count_code_points(whole.substr(0, whole.find("（"))) / 2;
      for (std::size_t i = 0; i < half; ++i) middle = decode_utf8(raw_, middle).end;
      all_.push_back({words::kTitle,
                      {{middle, decode_utf8(raw_, middle).end, ""}},
                      {rule.id},
                      {},
                      sample_.name,
                      line_of(sample_, middle)});
    }
  }

  bool known(const rules::Rule& rule, std::string_view title, const std::string& prefix) const {
    for (const std::string& name : rules::strings_at(rule.body, "tables")) {
      const auto table = pack_.tables.find(name);
      if (table == pack_.tables.end())
        continue;
      const std::size_t column = table->second.column("title");
      for (const auto& row : table->second.rows) {
        if (column < row.size() &&
            (row[column] == title || row[column] == prefix + std::string(title)))
          return true;
      }
    }
    return false;
  }

  /// Enough of a passage to know it by.
  static std::string beginning(const std::string& words) {
    constexpr std::size_t kMost = 20;  // code points
    std::size_t end = 0, points = 0;
    for (; end < words.size() && words[end] != '\n' && points < kMost; ++points)
      end = decode_utf8(words, end).end;
    return end == words.size() ? words : words.substr(0, end) + "…";
  }

  void declared(const Node& asked) {
    const std::string words = rules::string_at(asked, "replace");
    const std::size_t at = raw_.find(words);
    if (at == std::string_view::npos || raw_.find(words, at + 1) != std::string_view::npos) {
      sink_.add(rules::diagnostic_at(*asked.find("replace"), at == std::string_view::npos
                                                                 ? words::kNotInSample
                                                                 : words::kTwiceInSample));
      return;
    }
    all_.push_back({beginning(words),
                    {{at, at + words.size(), rules::string_at(asked, "with")}},
                    rules::strings_at(asked, "rules"),
                    rules::strings_at(asked, "may"),
                    asked.file ? asked.file->path : "",
                    asked.at.line});
  }

  const rules::Pack& pack_;
  const Sample& sample_;
  const std::string_view raw_;
  Mutations& all_;
  DiagnosticSink& sink_;
};

}  // namespace

void add_word_mutations(const rules::Pack& pack, const Sample& sample,
                        const std::vector<Case>& cases, Mutations& all, DiagnosticSink& sink) {
  Words(pack, sample, all, sink).run(cases);
}

}  // namespace plumbline::packtest
