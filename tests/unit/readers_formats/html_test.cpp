#include "engine/readers/html.h"

#include <doctest/doctest.h>

#include <functional>

namespace plumbline::readers {
namespace {

std::string dump(const Extraction& extraction) {
  std::string text;
  for (const Block& block : extraction.blocks) {
    text += text.empty() ? "" : "\n";
    text += block.kind == BlockKind::kCell ? "cell: " : "";
    text += extraction.raw.substr(block.span.begin, block.span.size());
  }
  return text;
}

std::string page(std::string_view body, std::string_view title = "") {
  return "<!DOCTYPE html><html><head><title>" + std::string(title) + "</title></head><body>" +
         std::string(body) + "</body></html>";
}
std::string text_of(std::string_view body, std::string_view title = "") {
  return dump(read_html(page(body, title), {}));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

constexpr std::string_view kBody = "<p>　　全县推进依法行政。</p><p>　　工作有成效。</p>";
constexpr std::string_view kRead = "　　全县推进依法行政。\n　　工作有成效。";

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

TEST_CASE("the article is found in a known container and by its sentences") {
  const std::string around = "<div class='nav'><a href='/'>首页</a><a>机构</a></div>";
  const std::string foot = "<div>主办：云溪县人民政府</div>";
  const auto in = [&](std::string_view open) {
    return text_of(around + std::string(open) + std::string(kBody) + "</div>" + foot);
  };
  CHECK(in("<div id='zoom'>") == kRead);
  CHECK(in("<div class='main TRS_Editor wide'>") == kRead);
  CHECK(in("<div class='unknown'>") == kRead);
  CHECK(in("<div id='zoomed'><div><div>") == kRead);
  // A container of that name without the article is not taken.
  CHECK(text_of("<div id='zoom'>分享</div>" + around + "<div>" + std::string(kBody) + "</div>") ==
        kRead);
}

TEST_CASE("an article that the page's script fades in is read and what else is hidden is not") {
  const std::string article = "<p>全县推进依法行政。</p><p>工作有成效。</p>";
  CHECK(text_of("<meta property='og:title' content='云溪县情况报告'><h1>云溪县情况报告</h1>"
                "<div id='js_content' style='visibility: hidden; opacity: 0'>" +
                article + "<p style='display:none'>藏。</p></div>") ==
        "云溪县情况报告\n全县推进依法行政。\n工作有成效。");
  CHECK(read_html(page("<div id='other' style='visibility: hidden'>" + article + "</div>"), {})
            .outcome == ReadOutcome::kEmpty);
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

TEST_CASE("comments around the article show it where no container is known") {
  const std::string list = repeated("<p>别的一条消息。</p>", 3);
  const std::string begin = "<!--ZJEG_RSS.content.begin-->", end = "<!--ZJEG_RSS.content.end-->";
  CHECK(text_of(list + begin + std::string(kBody) + std::string(kBody) + end) ==
        std::string(kRead) + "\n" + std::string(kRead));
  // A marker that is not closed shows nothing.
  CHECK(text_of(std::string(kBody) + begin + "<p>尾。</p>") == std::string(kRead) + "\n尾。");
}

TEST_CASE("what the head says of the page is told beside the text") {
  const Extraction extraction = read_html(
      "<html><head><meta name='PubDate' content='2025-01-23 10:00'><meta name='ContentSource' "
      "content='云溪县'><meta name='author' content='甲'></head><body>" +
          std::string(kBody) + "</body></html>",
      {});
  CHECK(dump(extraction) == kRead);
  REQUIRE(extraction.losses.size() == 2);
  CHECK(extraction.losses[0].kind == "web-metadata");
  CHECK(extraction.losses[0].what == "PubDate: 2025-01-23 10:00");
  CHECK(extraction.losses[1].what == "ContentSource: 云溪县");
}

TEST_CASE("a page that ends inside a comment or a script has lost what came behind") {
  for (const std::string_view rest : {"<!-- <p>尾。</p>", "<script>var a = 1;", "<style>p {"}) {
    CAPTURE(rest);
    const Extraction extraction = read_html(page(std::string(kBody) + std::string(rest)), {});
    CHECK(dump(extraction) == kRead);
    REQUIRE(extraction.losses.size() == 1);
    CHECK(extraction.losses[0].kind == "cut");
    CHECK(extraction.losses[0].text_missing);
  }
  CHECK(read_html(page("<!-- a --><script>b</script>" + std::string(kBody)), {}).losses.empty());
}

TEST_CASE("title and metadata outside the article are kept") {
  const std::string body =
      "<div>当前位置：首页</div><table><tr><td>索引号：</td><td>01/2025</td><td>发文字号</td>"
      "<td>云政发〔2025〕3号</td></tr><tr><td>成文日期:2025年1月20日</td></tr></table>"
      "<h1>云溪县法治建设<br>情况报告</h1><p>浏览次数：12</p><div id='zoom'>" +
      std::string(kBody) + "</div>";
  CHECK(text_of(body, "云溪县法治建设情况报告_云溪县人民政府") ==
        "索引号：01/2025\n发文字号：云政发〔2025〕3号\n成文日期:2025年1月20日\n"
        "云溪县法治建设\n情况报告\n" +
            std::string(kRead));
  CHECK(text_of("<p>云溪县情况报告</p><div id='zoom'><p>云溪县情况报告</p>" + std::string(kBody) +
                    "</div>",
                "云溪县情况报告") == "云溪县情况报告\n" + std::string(kRead));
}

TEST_CASE("a title that only the page's description names is put in front") {
  const std::string html =
      "<html><head><meta name='ArticleTitle' content='云溪县情况报告'></head>"
      "<body><div id='zoom'>" +
      std::string(kBody) + "</div></body></html>";
  CHECK(dump(read_html(html, {})) == "云溪县情况报告\n" + std::string(kRead));
}

TEST_CASE("furniture is trimmed at the edges only and told") {
  const std::string middle = repeated("<p>正文。</p>", 30);
  const Extraction extraction =
      read_html(page("<div id='zoom'><p>【字体：大 中 小】</p>" + middle +
                     "<p>分享到各部门的经验</p>" + middle + "<p>责任编辑：王一</p></div>"),
                {});
  CHECK(dump(extraction).find("字体") == std::string::npos);
  CHECK(dump(extraction).find("责任编辑") == std::string::npos);
  CHECK(dump(extraction).find("分享到各部门的经验") != std::string::npos);
  REQUIRE(extraction.losses.size() == 2);
  CHECK(extraction.losses[0].kind == "web-furniture");
  CHECK(extraction.losses[1].what == "责任编辑：王一");
}

TEST_CASE("lines tell where they stand in the file") {
  const Extraction extraction = read_html("<html>\n<body>\n<p>甲。</p>\n\n<p>\n乙。</p>", {});
  REQUIRE(extraction.blocks.size() == 2);
  CHECK(extraction.blocks[0].line == 3);
  CHECK(extraction.blocks[1].line == 6);
}

TEST_CASE("pages without an article are not checked") {
  struct Row {
    std::string_view name, body, words;
  };
  constexpr Row kRows[] = {
      {"shell", "<div id='app'></div><script>load()</script>", "正文为空"},
      {"navigation", "<a href='/a'>首页</a> <a>登录</a>", "正文为空"},
      {"attachment", "<p>附件</p><a href='/x/1.DOCX?d=1'>云溪县报告.docx</a>",
       "正文在附件中：云溪县报告.docx"},
      {"attachment without a name", "<a href='/x/report.pdf'></a>", "正文在附件中：report.pdf"},
      {"a pdf shown in the page", "<p>全文</p><embed src='/x/report.pdf' type='application/pdf'>",
       "正文在附件中：report.pdf"},
      {"a viewer of a pdf", "<iframe src='/viewer.html?file=/x/report.pdf'></iframe>",
       "正文在附件中：report.pdf"},
      {"a frame of a page", "<iframe src='/x/list.html'></iframe>", "正文为空"},
      {"all hidden", "<p style='display:none'>正文。</p>", "正文为空"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const Extraction extraction = read_html(page(row.body), {});
    CHECK(extraction.outcome == ReadOutcome::kEmpty);
    CHECK(extraction.message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("hostile pages keep their text in linear time") {
  struct Row {
    std::string_view name;
    std::function<std::string()> make;
    std::string_view loss;
  };
  const Row rows[] = {
      {"deep div",
       [] { return repeated("<div>", 300'000) + "深处。" + repeated("</div>", 300'000); }, "depth"},
      {"unclosed b", [] { return repeated("<b>", 100'000) + "深处。"; }, "depth"},
      {"deep tables", [] { return repeated("<table><tr><td>", 50'000) + "深处。"; }, "depth"},
      {"many attributes",
       [] {
         std::string tag = "<div ";
         for (int i = 0; i < 200'000; ++i) {
           tag += " a" + std::to_string(i) + "=1";
         }
         return tag + ">深处。</div>";
       },
       ""},
      {"ends of other elements", [] { return "<p>深处。</p>" + repeated("<font></p>", 200'000); },
       "depth"},
      {"blanks behind sentences", [] { return "<p>深处" + repeated("。　　", 200'000); }, ""},
      {"unclosed comment", [] { return "<p>深处。</p><!--" + std::string(500'000, '-'); }, ""},
      {"unclosed script", [] { return "<p>深处。</p><script>" + std::string(500'000, '<'); }, ""},
      {"cut inside a tag", [] { return std::string("<p>深处。</p><a href='"); }, ""},
      {"nul", [] { return std::string("<p>深处。</p>\0<p>x</p>", 25); }, ""},
      {"many rules for one class",
       [] {
         return "<style>" + repeated(".a{opacity:0}", 200'000) + "</style><p class='" +
                repeated("a ", 5000) + "'>x</p><p>深处。</p>";
       },
       "hidden-text"},
      {"open rules", [] { return "<p>深处。</p><style>" + repeated(".a{", 200'000) + "</style>"; },
       ""},
      {"merged cells",
       [] {
         return "<p>深处。</p><table>" + repeated("<tr><td colspan=999 rowspan=999>x", 100'000);
       },
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Extraction extraction = read_html("<html><body>" + row.make(), {});
    CHECK(extraction.raw.find("深处。") != std::string::npos);
    bool told = row.loss.empty();
    for (const Loss& loss : extraction.losses) {
      told = told || loss.kind == row.loss;
    }
    CHECK(told);
  }
}

TEST_CASE("bytes decide about the encoding and a lying declaration does not") {
  const std::string head = "<html><head><meta charset='gb2312'></head><body><p>";
  CHECK(dump(read_html(head + "县政府推进依法行政。</p>", {})) == "县政府推进依法行政。");
  // 县政府推进工作。 in GBK, declared as UTF-8
  CHECK(dump(read_html("<html><meta charset='utf-8'><body><p>\xCF\xD8\xD5\xFE\xB8\xAE\xCD\xC6\xBD"
                       "\xF8\xB9\xA4\xD7\xF7\xA1\xA3</p>",
                       {})) == "县政府推进工作。");
}

TEST_CASE("html is known by its markup") {
  for (const std::string_view yes :
       {"<!DOCTYPE html><html>", "\xEF\xBB\xBF \n<HTML lang=zh>",
        "<?xml version='1.0'?><!DOCTYPE html>", "<div class='a'>正文"}) {
    CHECK(recognises_html("report.txt", yes));
  }
  for (const std::string_view no :
       {"正文里的 <html>", "<一>正文", "", "<?xml version='1.0'?><w:p/>"}) {
    CHECK_FALSE(recognises_html("report.html", no));
  }
  CHECK_FALSE(recognises_html("report.md", "<div>正文</div>"));
}

TEST_CASE("a web archive gives its page") {
  const std::string quoted =
      "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
      "\tboundary=\"--x--\"\r\n\r\n----x--\r\nContent-Type: image/png\r\n\r\nPNG\r\n----x--\r\n"
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><body><p>=E6=AD=A3=E6=96=\r\n=87=E3=80=82</p></body></html>\r\n----x----\r\n";
  const std::string base64 =
      "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
      "PGh0bWw+PGJvZHk+PHA+\n5q2j5paH44CCPC9wPg==\n";
  const std::string nested =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=o\n\n--o\n"
      "Content-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain\n\n丙。\n"
      "--i\nContent-Type: text/html; charset=utf-8\n\n<p>正文。</p>\n--i--\n--o--\n";
  for (const std::string& bytes : {quoted, base64, nested}) {
    CHECK(recognises_mht("", bytes));
    const Extraction extraction = read_mht(bytes, {});
    CHECK(extraction.format == "mht");
    CHECK(dump(extraction) == "正文。");
  }
  const Extraction letter = read_mht(
      "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\n"
      "Content-Type: text/html\n\n<p>请查收。</p>\n--q\nContent-Type: "
      "application/pdf\n\nx\n--q--\n",
      {});
  CHECK(letter.outcome == ReadOutcome::kUnsupportedType);
  CHECK(letter.message.find("附件") != std::string::npos);
  CHECK(read_mht("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\n", {})
            .outcome == ReadOutcome::kCorrupt);
}

}  // namespace
}  // namespace plumbline::readers
