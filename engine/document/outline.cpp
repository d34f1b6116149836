#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"

namespace plumbline::document {
namespace {

constexpr int kDeepest = 6;

/// Byte behind the words of a heading: before the first sentence end of its paragraph.
std::size_t heading_end(std::string_view words, std::size_t begin) {
  constexpr std::string_view kFullStop = "。";
  const std::size_t stop = words.find(kFullStop, begin);
  const std::size_t other = words.find_first_of("!?", begin);
  return std::min({stop, other, words.size()});
}

/// More than the sentence end stands behind the heading's words.
bool runs_on(std::string_view words, std::size_t end) {
  if (end == words.size())
    return false;
  const std::string_view rest = words.substr(decode_utf8(words, end).end);
  return rest.find_first_not_of(' ') != std::string_view::npos;
}

class OutlineBuilder {
 public:
  explicit OutlineBuilder(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::size_t i = draft_.body_first; i < draft_.tail_first; ++i) {
      const Line& line = draft_.lines[i];
      if (draft_.roles[i] == Role::kFurniture || draft_.roles[i] == Role::kTitle || line.cell)
        continue;
      if (line.hint > 0)
        shallowest_ = std::min(shallowest_, line.hint);
    }
    for (std::size_t i = draft_.body_first; i < draft_.tail_first; ++i) add(i);
    const std::size_t end =
        draft_.tail_first > 0 ? draft_.lines[draft_.tail_first - 1].span.end : 0;
    close(1, end);
  }

 private:
  void add(std::size_t i) {
    const Line& line = draft_.lines[i];
    if (draft_.roles[i] == Role::kFurniture || draft_.roles[i] == Role::kTitle || line.cell ||
        line.points == 0)
      return;
    Heading heading;
    std::size_t words_begin = 0;
    if (line.mark) {
      words_begin = line.mark->end;
      heading.level = std::min(line.mark->level, kDeepest);
      heading.number = line.mark->number;
      heading.style = line.mark->style;
      heading.mark = {line.span.begin + line.mark->begin, line.span.begin + line.mark->end};
    } else if (line.hint > 0 && !line.prose) {
      words_begin = bullet_size(line.words);
      heading.level = std::min(line.hint - shallowest_ + 1, kDeepest);
      heading.style = "#";
      heading.mark = {line.span.begin, line.span.begin};
    } else {
      return;
    }
    const std::size_t words_end =
        line.loose ? line.words_end : heading_end(line.words, words_begin);
    heading.text = {line.span.begin + words_begin, line.span.begin + words_end};
    heading.run_in = runs_on(line.words, words_end);
    heading.paragraph = i;
    push(std::move(heading));
    draft_.roles[i] = draft_.outline.back().run_in ? Role::kBody : Role::kHeading;
  }

  void push(Heading heading) {
    const std::size_t begin = heading.mark.begin;
    close(heading.level, begin);
    heading.section = {begin, begin};
    for (int level = heading.level - 1; level > 0 && heading.parent == kNone; --level)
      heading.parent = open_[static_cast<std::size_t>(level)];
    open_[static_cast<std::size_t>(heading.level)] = draft_.outline.size();
    draft_.outline.push_back(std::move(heading));
  }

  /// Ends every open section of this level or deeper at `end`.
  void close(int level, std::size_t end) {
    for (std::size_t i = static_cast<std::size_t>(level); i < open_.size(); ++i) {
      if (open_[i] != kNone)
        draft_.outline[open_[i]].section.end = end;
      open_[i] = kNone;
    }
  }

  static constexpr std::array<std::size_t, kDeepest + 1> none() {
    std::array<std::size_t, kDeepest + 1> open{};
    open.fill(kNone);
    return open;
  }

  Draft& draft_;
  std::array<std::size_t, kDeepest + 1> open_ = none();  ///< the open section of each level
  int shallowest_ = kDeepest;                            ///< heading hint of the body
};

}  // namespace

void build_outline(Draft& draft) {
  OutlineBuilder(draft).run();
}

}  // namespace plumbline::document
