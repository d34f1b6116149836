#include "engine/docx/story_map.h"

#include <algorithm>
#include <cstdlib>

#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

constexpr std::size_t kDeepestField = 16;

/// Containers in which a mark is legal at the level of their children.
bool flows(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "document", "body",      "tbl",      "tr",        "tc",       "sdt",      "sdtContent",
      "p",        "customXml", "smartTag", "hyperlink", "ins",      "moveTo",   "dir",
      "bdo",      "hdr",       "ftr",      "footnotes", "endnotes", "footnote", "endnote"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

class Mapper {
 public:
  explicit Mapper(std::string_view xml) : xml_(xml) {}

  StoryMap map() {
    XmlScanner scanner(xml_);
    XmlToken token;
    while (scanner.next(token)) {
      if (token.kind == XmlKind::kStart || token.kind == XmlKind::kEmpty)
        open(token);
      if (token.kind == XmlKind::kEnd || token.kind == XmlKind::kEmpty)
        close(token);
      if (token.kind == XmlKind::kText && !open_.empty() && open_.back() == "instrText")
        read_instruction(xml_.substr(token.begin, token.end - token.begin));
    }
    return std::move(story_);
  }

 private:
  struct Field {
    std::size_t anchor;
    bool link = false;
  };

  bool blocked() const { return blocked_at_ != kNowhere; }
  std::string_view tag(const XmlToken& token) const {
    return xml_.substr(token.begin, token.end - token.begin);
  }

  void open(const XmlToken& token) {
    names_.push(tag(token));
    const std::string_view name = names_.local(token.name);
    open_.push_back(name);
    if (open_.size() == 1) {
      story_.prefix = names_.prefix();
      story_.strict = names_.strict();
    }
    if (!blocked())
      enter(token, name);
    if (name == "r")
      open_run(token);
    else if (name == "fldChar")
      read_field(tag(token));
    else if (name == "footnoteReference" || name == "endnoteReference")
      note_reference(token, name);
    else if (name.starts_with("comment"))
      read_comment_mark(token, name);
  }

  void enter(const XmlToken& token, std::string_view name) {
    if (!flows(name)) {
      blocked_at_ = open_.size();
      blocked_from_ = token.begin;
      anchor_ = kNowhere;
      return;
    }
    if (name == "p" && token.kind == XmlKind::kStart) {
      ++paragraphs_;
    } else if (name == "ins" || name == "moveTo") {
      ++tracked_;
    } else if (name == "tc") {
      cells_.push_back(++cell_count_);
    } else if (name == "footnote" || name == "endnote") {
      story_.notes.push_back(std::string(name) + " " +
                             std::string(names_.word_attribute(tag(token), "id")));
      in_note_ = true;
    }
  }

  void open_run(const XmlToken& token) {
    if (blocked() && anchor_ == kNowhere && paragraphs_ > 0) {
      anchor_ = story_.anchors.size();
      const bool itself = blocked_from_ == token.begin;
      story_.anchors.push_back({blocked_from_, 0, cells_.empty() ? 0 : cells_.back(),
                                itself ? story_.runs.size() : kNowhere, anchor_, anchor_,
                                tracked_ > 0});
    }
    open_runs_.push_back(story_.runs.size());
    story_.runs.push_back({token.begin, 0, anchor_, in_note_ ? story_.notes.size() - 1 : kNowhere});
  }

  void close(const XmlToken& token) {
    if (open_.empty())
      return;
    const std::string_view name = open_.back();
    if (name == "r" && !open_runs_.empty()) {
      story_.runs[open_runs_.back()].end = token.end;
      open_runs_.pop_back();
    }
    if (open_.size() == blocked_at_) {
      if (anchor_ != kNowhere)
        story_.anchors[anchor_].end = token.end;
      blocked_at_ = anchor_ = kNowhere;
    } else if (!blocked()) {
      leave(token, name);
    }
    open_.pop_back();
    names_.pop();
  }

  void leave(const XmlToken& token, std::string_view name) {
    if (name == "p" && token.kind == XmlKind::kEnd) {
      --paragraphs_;
      fields_.clear();
      if (story_.paragraph_end == kNowhere)
        story_.paragraph_end = token.begin;
    } else if (name == "ins" || name == "moveTo") {
      --tracked_;
    } else if (name == "tc" && !cells_.empty()) {
      cells_.pop_back();
    } else if (name == "footnote" || name == "endnote") {
      in_note_ = false;
    }
  }

  /// Fields of text boxes are inside their anchor as a whole; those of a paragraph span anchors.
  void read_field(std::string_view element) {
    if (anchor_ == kNowhere || open_runs_.size() != 1)
      return;
    const std::string_view type = names_.word_attribute(element, "fldCharType");
    if (type == "begin" && fields_.size() < kDeepestField) {
      fields_.push_back({anchor_});
    } else if (type == "end" && !fields_.empty()) {
      const Field field = fields_.back();
      fields_.pop_back();
      for (std::size_t i = field.anchor; !field.link && i <= anchor_; ++i) {
        story_.anchors[i].first = field.anchor;
        story_.anchors[i].last = anchor_;
      }
    }
  }

  void read_instruction(std::string_view words) {
    const std::size_t begin = words.find_first_not_of(' ');
    if (!fields_.empty() && begin != std::string_view::npos &&
        words.substr(begin).starts_with("HYPERLINK"))
      fields_.back().link = true;
  }

  void note_reference(const XmlToken& token, std::string_view name) {
    const std::string kind(name.substr(0, name.size() - std::string_view("Reference").size()));
    const std::string id(names_.word_attribute(tag(token), "id"));
    if (!open_runs_.empty())
      story_.note_runs.emplace(kind + " " + id, open_runs_.back());
  }

  void read_comment_mark(const XmlToken& token, std::string_view name) {
    if (name != "commentRangeStart" && name != "commentRangeEnd" && name != "commentReference")
      return;
    if (name == "commentRangeStart")
      ++story_.comment_marks;
    story_.comment_ids.insert(
        std::atol(std::string(names_.word_attribute(tag(token), "id")).c_str()));
  }

  std::string_view xml_;
  StoryMap story_;
  WordNames names_;
  std::vector<std::string_view> open_;  ///< local names, empty for other namespaces
  std::size_t blocked_at_ = kNowhere, blocked_from_ = 0;
  std::size_t anchor_ = kNowhere;
  std::vector<std::size_t> open_runs_, cells_;
  std::vector<Field> fields_;
  std::size_t cell_count_ = 0;
  std::size_t paragraphs_ = 0;
  std::size_t tracked_ = 0;
  bool in_note_ = false;
};

}  // namespace

StoryMap map_story(std::string_view xml) {
  return Mapper(xml).map();
}

}  // namespace plumbline::docx
