#include <doctest/doctest.h>

#include "tests/unit/readers_formats/html_page.h"

namespace plumbline::readers::pages {
namespace {

TEST_CASE("paragraphs are made of what the page shows as lines") {
  struct Row {
    std::string_view name, body, text;
  };
  constexpr Row kRows[] = {
      {"blocks", "<div>甲。<p>乙。</p>丙。<h2>丁</h2><ul><li>戊</ul></div>",
       "甲。\n乙。\n丙。\n丁\n戊"},
      {"line breaks", "<p>甲。<br>乙。<br/>丙。</p>", "甲。\n乙。\n丙。"},
      {"split numbers", "<p>共<span>2</span><b>0</b>件。</p>", "共20件。"},
      {"saved by word",
       "<p><![if !supportLists]><span>一、</span><![endif]>甲。</p><p><!--[if gte vml 1]>乙。"
       "<![endif]-->丙。</p>",
       "一、甲。\n丙。"},
      {"pasted from word", "<p><o:p></o:p>甲。</p><p><o:p>&nbsp;</o:p></p>", "甲。"},
      {"blanks", "<p>\n  甲\n  乙。\t </p>", "甲 乙。"},
      {"ideographic blanks begin a paragraph", "<p>　　甲。　　乙。</p>", "　　甲。\n　　乙。"},
      {"ideographic blanks in a name", "<p>王　　一到会。</p>", "王　　一到会。"},
      {"entities", "<p>&ldquo;甲&rdquo;&amp;&#20113;。</p>", "“甲”&云。"},
      {"never text",
       "<p>甲。</p><script>乙。</script><style>丙。</style><select><option>丁。"
       "</select><noscript>戊。</noscript><template>己。</template>",
       "甲。"},
      {"hidden",
       "<p>甲。</p><p style='DISPLAY: none'>乙。</p><p hidden>丙。</p>"
       "<p style='visibility:hidden'>丁。</p>",
       "甲。"},
      {"preformatted", "<pre>甲。\n乙。</pre>", "甲。\n乙。"},
      {"table", "<p>表前有一段正文。</p><table><tr><td>甲<td>乙</table>",
       "表前有一段正文。\ncell: 甲\ncell: 乙"},
      {"layout table",
       "<table><tr><td>左</td><td><p>正文都在这一格。</p><p>还有一段。</p></td></tr></table>",
       "正文都在这一格。\n还有一段。"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(text_of(row.body) == row.text);
  }
}

TEST_CASE("what styles hide is no text and told") {
  struct Row {
    std::string_view name, body, text, told;
  };
  constexpr std::string_view kBeside = "甲。\n乙。", kAll = "甲。\n藏\n乙。";
  constexpr Row kRows[] = {
      {"no size", "<p>甲。</p><p style='FONT-SIZE: 0px'>藏</p><p>乙。</p>", kBeside, "隐藏"},
      {"size told anew",
       "<p>甲。</p><div style='font-size:0'><p style='font-size:12px'>藏</p></div>"
       "<p>乙。</p>",
       kAll, ""},
      {"clear", "<p>甲。</p><p style='color: transparent'>藏</p><p>乙。</p>", kBeside, "隐藏"},
      {"opacity", "<p>甲。</p><p style='opacity:0.0'>藏</p><p>乙。</p>", kBeside, "隐藏"},
      {"half clear", "<p>甲。</p><p style='opacity:0.5'>藏</p><p>乙。</p>", kAll, ""},
      {"off the screen", "<p>甲。</p><p style='position:absolute;left:-9999px'>藏</p><p>乙。</p>",
       kBeside, "隐藏"},
      {"set back a little", "<p>甲。</p><p style='position:absolute;left:-9px'>藏</p><p>乙。</p>",
       kAll, ""},
      {"indented away", "<p>甲。</p><p style='text-indent:-999em'>藏</p><p>乙。</p>", kBeside,
       "隐藏"},
      {"hanging indent", "<p>甲。</p><p style='text-indent:-24pt'>藏</p><p>乙。</p>", kAll, ""},
      {"no height", "<p>甲。</p><div style='overflow:hidden;height:0'><p>藏</p></div><p>乙。</p>",
       kBeside, "隐藏"},
      {"no height but it overflows", "<p>甲。</p><div style='height:0'><p>藏</p></div><p>乙。</p>",
       kAll, ""},
      {"clipped", "<p>甲。</p><p style='position:absolute;clip:rect(0 0 0 0)'>藏</p><p>乙。</p>",
       kBeside, "隐藏"},
      {"a class of the page",
       "<style>/* x */ .seo, p.b {display:none} @media print {.c {display:"
       "none}}</style><p>甲。</p><p class='a seo'>藏</p><p class=b>藏</p><div class=c>乙。</div>",
       kBeside, "2 处"},
      {"a class that another rule shows",
       "<style>.tab{display:none}.tab.on{display:block}</style>"
       "<p>甲。</p><p class='tab on'>藏</p><p>乙。</p>",
       kAll, ""},
      {"more than a class decides",
       "<style>.menu .x, .y:hover {display:none}</style><p>甲。</p>"
       "<p class='x y'>藏</p><p>乙。</p>",
       kAll, ""},
      {"an id shows again",
       "<style>#a{display:block}.x{display:none}</style><p>甲。</p>"
       "<p id=a class=x>藏</p><p>乙。</p>",
       kAll, ""},
      {"white", "<p>甲。</p><p><font color='#FFFFFF'>藏</font></p><p>乙。</p>", kAll, "白色文字 1"},
      {"white on a ground", "<p>甲。</p><p style='background:#c00;color:#fff'>藏</p><p>乙。</p>",
       kAll, ""},
      {"pronunciation", "<p>甲<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby>。</p>", "甲乙。",
       "注音 1 处"},
      {"tracked changes", "<p>共<del>五</del><ins>八</ins>件。</p>", "共八件。", "删除的文字 1 处"},
      {"most sentences",
       "<style>.fade{opacity:0}</style><p>甲</p><div class=fade><p>乙。</p></div>", "甲\n乙。",
       "由脚本显示"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const Extraction extraction = read_html(page(row.body), {});
    CHECK(dump(extraction) == row.text);
    CHECK(extraction.losses.size() == (row.told.empty() ? 0 : 1));
    if (!extraction.losses.empty()) {
      CHECK(extraction.losses[0].what.find(row.told) != std::string::npos);
    }
  }
}

TEST_CASE("cells of a page tell their row and column") {
  const Extraction extraction = read_html(
      page("<p>表前有一段正文，比每一格都长得多。</p><table><tr><th rowspan=2>甲<th colspan=2>乙"
           "<th>丙<tr><td>丁<td>戊<td><table><tr><td>里<td>外</table><tr><td>己<td>庚</table>"),
      {});
  std::string places;
  for (const Block& block : extraction.blocks) {
    places += extraction.raw.substr(block.span.begin, block.span.size()) +
              std::to_string(block.row) + std::to_string(block.column) + " ";
  }
  CHECK(places ==
        "表前有一段正文，比每一格都长得多。00 甲11 乙12 丙14 丁22 戊23 里11 外12 己31 庚32 ");
}

TEST_CASE("numbers of lists are written as a browser shows them") {
  struct Row {
    std::string_view name, body, text;
  };
  constexpr Row kRows[] = {
      {"counted", "<ol><li>甲。<li>乙。</ol>", "1. 甲。\n2. 乙。"},
      {"start and value", "<ol start=3><li>甲。<li value='7'>乙。<li>丙。</ol>",
       "3. 甲。\n7. 乙。\n8. 丙。"},
      {"backwards", "<ol reversed><li>甲。<li>乙。</ol>", "2. 甲。\n1. 乙。"},
      {"type", "<ol type=A><li>甲。</ol><ol type=i><li>乙。<li>丙。</ol>",
       "A. 甲。\ni. 乙。\nii. 丙。"},
      {"style", "<ol style='list-style: inside cjk-ideographic'><li>甲。<li>乙。</ol>",
       "一、甲。\n二、乙。"},
      {"last style", "<ol style='list-style:none; list-style-type:upper-roman'><li>甲。</ol>",
       "I. 甲。"},
      {"no number", "<ol style='list-style:none'><li>甲。</ol><ul><li>乙。</ul>", "甲。\n乙。"},
      {"one item without", "<ol><li style='list-style-type: none'>甲。<li>乙。</ol>",
       "甲。\n2. 乙。"},
      {"year", "<ol><li>2025年甲。</ol>", "1. 2025年甲。"},
      {"own number", "<ol><li>一、甲。<li>（一）乙。<li>3.丙。<li>丁。</ol>",
       "一、甲。\n（一）乙。\n3.丙。\n4. 丁。"},
      {"first line of an item", "<ol><li><p>甲。</p><p>乙。</p></ol>", "1. 甲。\n乙。"},
      {"nested", "<ol><li>甲。<ol><li>乙。</ol><li>丙。</ol>", "1. 甲。\n1. 乙。\n2. 丙。"},
      {"empty items", "<ol><li>甲。<li></ol><p>乙。</p>", "1. 甲。\n乙。"},
      {"absurd", "<ol start=99999999999999><li>甲。</ol><ol start=x><li>乙。</ol>",
       "1. 甲。\n1. 乙。"},
      {"below one", "<ol start=-1 type=a><li>甲。</ol>", "-1. 甲。"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(text_of(row.body) == row.text);
  }
  const Extraction read = read_html(page("<ol><li>甲。<li>一、乙。</ol>"), {});
  REQUIRE(read.blocks.size() == 2);
  CHECK(read.blocks[0].label == 3);
  CHECK(read.blocks[1].label == 0);
}

TEST_CASE("lines tell where they stand in the file") {
  const Extraction extraction = read_html("<html>\n<body>\n<p>甲。</p>\n\n<p>\n乙。</p>", {});
  REQUIRE(extraction.blocks.size() == 2);
  CHECK(extraction.blocks[0].line == 3);
  CHECK(extraction.blocks[1].line == 6);
}

}  // namespace
}  // namespace plumbline::readers::pages
