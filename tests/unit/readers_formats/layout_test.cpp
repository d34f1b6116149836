#include "engine/readers/layout.h"

#include <doctest/doctest.h>

#include "engine/text/text.h"

namespace plumbline::readers {
namespace {

/// Pages of lines in a font of 16 points on A4, text between 74 and 522 (28 characters).
class Pages {
 public:
  Pages& page() {
    pages_.push_back({595, 842, {}});
    y_ = 100;
    return *this;
  }
  /// A line that begins `indent` em from the margin; characters are full-width.
  Pages& line(double indent, std::string text, double size = 16) {
    return at(74 + indent * 16, y_, std::move(text), size, true);
  }
  Pages& at(double left, double top, std::string text, double size = 16, bool next = false) {
    const double width = static_cast<double>(text.size()) / 3 * size;
    pages_.back().words.push_back({left, top, left + width, top + size * 1.1, std::move(text)});
    y_ = next ? y_ + 28 : y_;
    return *this;
  }
  Pages& word(LayoutWord word) {
    pages_.back().words.push_back(std::move(word));
    return *this;
  }

  Extraction read() const {
    Extraction extraction;
    lay_out(pages_, extraction);
    return extraction;
  }
  std::string dump() const {
    const Extraction extraction = read();
    std::string text;
    for (const Block& block : extraction.blocks) {
      text += text.empty() ? "" : "\n";
      text += block.kind == BlockKind::kCell ? "cell: " : block.centred ? "centred: " : "";
      text += block.continues ? "+" : "";
      text += extraction.raw.substr(block.span.begin, block.span.size());
    }
    return text;
  }

 private:
  std::vector<LayoutPage> pages_;
  double y_ = 100;
};

std::string han(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "文";
  }
  return text;
}

const std::string kFull = han(28), kFirst = han(26);

TEST_CASE("lines of a paragraph are joined and paragraphs kept apart") {
  Pages pages;
  pages.page()
      .line(8.5, "云溪县法治建设情况报告")
      .line(2, kFirst)
      .line(0, kFull)
      .line(0, "到此结束。");
  pages.line(2, "一、标题").line(2, kFirst).line(0, "完。");
  CHECK(pages.dump() == "centred: 云溪县法治建设情况报告\n" + kFirst + kFull +
                            "到此结束。\n一、标题\n" + kFirst + "完。");
}

TEST_CASE("a page border cuts no paragraph") {
  Pages pages;
  pages.page()
      .line(2, kFirst)
      .line(0, kFull)
      .page()
      .line(0, "续完。")
      .line(2, kFirst)
      .line(0, kFull);
  CHECK(pages.dump() == kFirst + kFull + "\n+续完。\n" + kFirst + kFull);
  const Extraction extraction = pages.read();
  CHECK(extraction.blocks[0].page == 1);
  CHECK(extraction.blocks[1].page == 2);
  const text::Text text = text::Text::build(extraction);
  REQUIRE(text.paragraphs().size() == 2);
  CHECK(text.locate(text.to_raw({text.paragraphs()[0].span.end - 3, text.paragraphs()[0].span.end}))
            .page == 2);
}

TEST_CASE("a short line ends its paragraph unless a bracket would not have fitted") {
  Pages pages;
  pages.page().line(0, kFull).line(0, han(25)).line(0, "《文件》" + han(24)).line(0, kFull);
  pages.line(0, han(25)).line(0, han(28)).line(0, kFull).line(0, kFull);
  CHECK(pages.dump() ==
        kFull + han(25) + "《文件》" + han(24) + kFull + han(25) + "\n" + han(28) + kFull + kFull);
}

TEST_CASE("lines that are all short are paragraphs of their own") {
  Pages pages;
  pages.page().line(0, "云溪县报告").line(0, "一、主要做法").line(0, "（一）抓学习");
  CHECK(pages.dump() == "云溪县报告\n一、主要做法\n（一）抓学习");
}

TEST_CASE("a heading after the end of a sentence begins a paragraph") {
  Pages pages;
  pages.page().line(0, kFull).line(0, han(27) + "。").line(0, "二、" + han(26)).line(0, kFull);
  pages.line(0, kFull).line(0, han(27) + "。").line(0, "23.5" + han(26)).line(0, kFull);
  CHECK(pages.dump() == kFull + han(27) + "。\n二、" + han(26) + kFull + kFull + han(27) +
                            "。23.5" + han(26) + kFull);
}

TEST_CASE("page numbers and running lines go to the losses") {
  Pages pages;
  for (int i = 1; i <= 4; ++i) {
    pages.page().at(74, 40, "云溪县文件" + std::to_string(i)).line(2, kFirst).line(0, "正文。");
    pages.at(280, 790, i == 2 ? "— 2 —" : std::to_string(i));
  }
  pages.line(0, "3");  // a number in the body stays
  const std::string body = kFirst + "正文。";
  CHECK(pages.dump() == body + "\n" + body + "\n" + body + "\n" + body + "\n3");
  const Extraction extraction = pages.read();
  REQUIRE(extraction.losses.size() == 8);
  CHECK(extraction.losses[0].kind == "running-header");
  CHECK(extraction.losses[1].kind == "page-number");
  CHECK(extraction.losses[3].what == "— 2 —");
  CHECK(extraction.losses[3].location.page == 2);
}

TEST_CASE("rows below each other are a table and a row alone is a line") {
  Pages pages;
  pages.page().at(74, 100, "云办〔2025〕7号").at(400, 100, "签发人：王一");
  pages.at(74, 200, "项目").at(250, 200, "件数").at(74, 230, "信访").at(250, 230, "十二");
  CHECK(pages.dump() ==
        "云办〔2025〕7号\t签发人：王一\ncell: 项目\ncell: 件数\ncell: 信访\ncell: 十二");
}

TEST_CASE("columns are read one after the other and tables row by row") {
  struct Row {
    std::string_view name;
    double gutter;  ///< points
    std::vector<std::string> left, right;
    std::string text;
  };
  const std::string l = han(12), r = "字" + han(11);
  const Row rows[] = {
      {"a gutter that no gap of words is as wide as",
       20,
       {l, l, "左完。"},
       {r, r, "右完。"},
       l + l + "左完。\n" + r + r + "右完。"},
      {"a gutter of one character", 15, {l, l, l}, {r, r, "右完。"}, l + l + l + r + r + "右完。"},
      {"a paragraph goes on in the next column",
       40,
       {l, l, l},
       {"续完。", "一、" + han(10), r, r, "右完。"},
       l + l + l + "续完。\n一、" + han(10) + r + r + "右完。"},
      {"a column that is longer",
       30,
       {l, l, l, l, "左完。"},
       {r, r, "右完。"},
       l + l + l + l + "左完。\n" + r + r + "右完。"},
      {"two rows are too few",
       30,
       {l, l},
       {r, r},
       "cell: " + l + "\ncell: " + r + "\ncell: " + l + "\ncell: " + r},
      {"cells that are not full",
       30,
       {l, "甲", "乙", "丙"},
       {r, r, r, r},
       "cell: " + l + "\ncell: " + r + "\ncell: 甲\ncell: " + r + "\ncell: 乙\ncell: " + r +
           "\ncell: 丙\ncell: " + r},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Pages pages;
    pages.page().line(0, kFull).line(0, "上完。");
    for (std::size_t i = 0; i < std::max(row.left.size(), row.right.size()); ++i) {
      const double top = 160 + 20 * static_cast<double>(i);
      if (i < row.left.size()) {
        pages.at(74, top, row.left[i]);
      }
      if (i < row.right.size()) {
        pages.at(74 + 12 * 16 + row.gutter, top, row.right[i]);
      }
    }
    pages.at(74, 300, kFull);
    CHECK(pages.dump() == kFull + "上完。\n" + row.text + "\n" + kFull);
  }
}

TEST_CASE("three columns and more are read one after the other and tables of as many are not") {
  const auto laid = [](std::size_t columns, std::size_t rows, auto&& cell) {
    Pages pages;
    pages.page().line(0, kFull).line(0, "上完。");
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        const double left = 74 + static_cast<double>(column) * (columns == 3 ? 168.5 : 122.0);
        pages.at(left, 160 + 20 * static_cast<double>(row), cell(row, column),
                 columns == 3 ? 16 : 12);
      }
    }
    return pages.at(74, 400, kFull).dump();
  };
  const std::string marks[] = {"甲", "乙", "丙", "丁"};
  const auto prose = [&](std::size_t row, std::size_t column) {
    return marks[column] + (row == 5 ? "完。" : "，" + han(7));
  };
  for (const std::size_t columns : {3u, 4u}) {
    CAPTURE(columns);
    std::string text = kFull + "上完。\n";
    for (std::size_t column = 0; column < columns; ++column) {
      for (std::size_t row = 0; row < 6; ++row) {
        text += prose(row, column);
      }
      text += "\n";
    }
    CHECK(laid(columns, 6, prose) == text + kFull);
  }
  const auto is_table = [](const std::string& dump) {
    return dump.find("\ncell: ") != std::string::npos;
  };
  CHECK(is_table(laid(3, 4, prose)));  // too few rows to be certain
  CHECK(is_table(laid(3, 6, [&](std::size_t, std::size_t column) {
    return marks[column] + han(8);  // as wide as lines, but without a mark of a sentence
  })));
  CHECK(is_table(laid(3, 6, [&](std::size_t row, std::size_t column) {
    return marks[column] + "，" + han(row % 2 == 0 ? 2 : 7);  // not full
  })));
  CHECK(is_table(laid(3, 6, [&](std::size_t row, std::size_t column) {
    return column == 0 ? std::to_string(row) : prose(row, column);  // numbered rows
  })));
}

TEST_CASE("letters set apart are no columns") {
  Pages pages;
  pages.page();
  for (int i = 0; i < 5; ++i) {
    pages.at(150 + 70 * i, 100, "云");
  }
  pages.at(74, 150, kFull);
  CHECK(pages.dump() == "centred: 云云云云云\n" + kFull);
}

TEST_CASE("a watermark and words beyond the page are no text") {
  Pages pages;
  pages.page()
      .line(2, kFirst)
      .word({100, 300, 250, 440, "内部资料"})
      .word({900, 100, 950, 116, "藏"});
  const Extraction extraction = pages.read();
  CHECK(pages.dump() == kFirst);
  REQUIRE(extraction.losses.size() == 2);
  CHECK(extraction.losses[0].kind == "watermark");
  CHECK(extraction.losses[1].kind == "hidden-text");
}

TEST_CASE("a short word in a font of high boxes is no watermark") {
  Pages pages;
  pages.page().word({74, 60, 522, 101.6, kFull}).word({300, 200, 364, 241.6, "云溪县局"});
  CHECK(pages.dump() == kFull + "\n云溪县局");
  CHECK(pages.read().losses.empty());
}

TEST_CASE("glyphs that step evenly across the page are a watermark whatever stands between") {
  Pages pages;
  pages.page().line(0, han(28));
  const char* glyphs[] = {"内", "部", "资", "料"};
  for (int i = 0; i < 4; ++i) {
    const double x = 200 + 10.0 * i, y = 400 - 10.0 * i;
    pages.word({x, y, x + 14, y + 10, glyphs[i]});
    if (i == 1) {
      pages.line(0, han(10) + "。");
    }
  }
  CHECK(pages.dump() == han(38) + "。");
  const Extraction extraction = pages.read();
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses[0].kind == "watermark");
  CHECK(extraction.losses[0].what.find("内部资料") != std::string::npos);
  // Two steps down are a list, letters on one line a title, a table's diagonal is too wide.
  CHECK(Pages().page().at(80, 100, "甲").at(94, 114, "乙").read().losses.empty());
  CHECK(
      Pages().page().at(80, 100, "甲").at(110, 100, "乙").at(140, 100, "丙").read().losses.empty());
  CHECK(
      Pages().page().at(80, 100, "甲").at(180, 130, "乙").at(280, 160, "丙").read().losses.empty());
}

TEST_CASE("boxes that are inside out or empty are read all the same") {
  Pages pages;
  pages.page()
      .word({106, 60, 90, 76, "a"})
      .word({90, 60, 90, 60, "b"})
      .word({300, 700, 10, 5, "文"});
  CHECK(pages.dump().find("文") != std::string::npos);
}

TEST_CASE("latin words keep their blanks and digits lose theirs") {
  Pages pages;
  pages.page().word({74, 100, 100, 116, "Rule"}).word({106, 100, 122, 116, "of"});
  pages.word({140, 100, 156, 116, "年"}).word({160, 100, 176, 116, "12"});
  CHECK(pages.dump() == "Rule of年12");
}

}  // namespace
}  // namespace plumbline::readers
