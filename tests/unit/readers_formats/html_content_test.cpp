#include <doctest/doctest.h>

#include "tests/unit/readers_formats/html_page.h"

namespace plumbline::readers::pages {
namespace {

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

TEST_CASE("the greatest heading is the title where the page bears another name") {
  const std::string body =
      std::string("<div><h1>乙县法治报告</h1></div><div>") + std::string(kBody) + "</div>";
  CHECK(text_of(body) == "乙县法治报告\n" + std::string(kRead));
  CHECK(text_of(body, "政府网站") == "乙县法治报告\n" + std::string(kRead));
  CHECK(text_of("<h2>信息公开目录</h2><h1>乙县法治<br>建设情况报告</h1><h3>相关材料下载</h3><div>" +
                std::string(kBody) + "</div>") == "乙县法治\n建设情况报告\n" + std::string(kRead));
  CHECK(text_of("<h1><a href='/'>乙县人民政府网站</a></h1><div>" + std::string(kBody) + "</div>") ==
        std::string(kRead));
  CHECK(
      text_of("<h1>乙县人民政府网站</h1><h1>乙县法治报告</h1><div>" + std::string(kBody) + "</div>",
              "乙县法治报告") == "乙县法治报告\n" + std::string(kRead));
}

TEST_CASE("lists and quotations are parts of an article") {
  for (const std::string_view part : {"ol", "ul", "blockquote", "dl"}) {
    CAPTURE(part);
    const std::string open = "<" + std::string(part) + ">";
    const std::string close = "</" + std::string(part) + ">";
    CHECK(text_of("<h1>丙县报告</h1><p>县委：</p>" + open + std::string(kBody) + close) ==
          "丙县报告\n县委：\n" + std::string(kRead));
  }
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

}  // namespace
}  // namespace plumbline::readers::pages
