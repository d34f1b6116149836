#include <array>
#include <string>

#include "engine/document/document.h"

namespace plumbline::document {
namespace {

std::string_view word_of(Role role) {
  constexpr std::array<std::string_view, 15> kWords{
      "furniture", "letterhead", "number", "signer", "title", "byline", "addressee", "preamble",
      "heading",   "p",          "sig",    "date",   "annex", "note",   "copy"};
  return kWords[static_cast<std::size_t>(role)];
}

/// Writes tokens; headings open and close their braces by level.
class Dumper {
 public:
  explicit Dumper(const Document& document) : document_(document) {}

  std::string run() {
    const auto roles = document_.roles();
    for (std::size_t i = 0; i < roles.size(); ++i) {
      if (next_ < outline().size() && outline()[next_].paragraph == i) {
        heading(outline()[next_++]);
        continue;
      }
      if (roles[i] != Role::kBody)
        close_to(roles[i] == Role::kFurniture && next_ < outline().size() ? kDeep : 0);
      role(roles[i]);
    }
    close_to(0);
    return std::move(line_);
  }

 private:
  static constexpr int kDeep = 100;

  std::span<const Heading> outline() const { return document_.outline(); }

  void token(std::string_view word) {
    if (!line_.empty() && !line_.ends_with('{'))
      line_ += ' ';
    line_ += word;
  }

  /// Neighbours of one role are one token; a title shows its year.
  void role(Role role) {
    std::string word(word_of(role));
    if (role == Role::kTitle)
      word += "(" + std::to_string(document_.facts().year()) + ")";
    if (role != Role::kBody && last_ == word)
      return;
    token(word);
    last_ = word;
  }

  void heading(const Heading& heading) {
    close_to(heading.level - 1);
    token("h" + std::to_string(heading.level) + "[");
    line_ +=
        heading.mark.empty() ? std::string(heading.style) : document_.text().display(heading.mark);
    line_ += heading.run_in ? "+]{" : "]{";
    open_.push_back(heading.level);
    last_.clear();
  }

  /// Closes what is open below `level`.
  void close_to(int level) {
    while (!open_.empty() && open_.back() > level) {
      line_ += '}';
      open_.pop_back();
      last_.clear();
    }
  }

  const Document& document_;
  std::string line_;
  std::string last_;
  std::vector<int> open_;  ///< levels
  std::size_t next_ = 0;
};

}  // namespace

std::string Document::dump() const {
  return Dumper(*this).run();
}

}  // namespace plumbline::document
