#include <doctest/doctest.h>

#include "tests/unit/readers_formats/html_page.h"

namespace plumbline::readers::pages {
namespace {

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
    REQUIRE(extraction.blocks.size() == 1);
    CHECK(extraction.blocks[0].line == 0);
    CHECK(extraction.blocks[0].paragraph == 1);
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
}  // namespace plumbline::readers::pages
