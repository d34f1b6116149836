#include "engine/fix/diff.h"

#include <doctest/doctest.h>

#include <vector>

namespace plumbline::fix {
namespace {

/// The diff of `text` in which each `from` becomes `to`.
std::string diff(const std::string& text, const std::string& from, const std::string& to) {
  std::vector<Edit> edits;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + from.size()))
    edits.push_back({at, at + from.size(), to});
  return unified_diff("a.txt", text, edits);
}

TEST_CASE("nothing to change has no diff") {
  CHECK(diff("一\n二\n", "三", "四").empty());
  CHECK(diff("", "三", "四").empty());
}

TEST_CASE("a changed line stands with three lines around it") {
  CHECK(diff("一\n二\n三\n四\n五\n六\n七\n八\n九\n", "五", "伍") ==
        "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 二\n 三\n 四\n-五\n+伍\n 六\n 七\n 八\n");
  CHECK(diff("一\n二\n", "一", "壹") == "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-一\n+壹\n 二\n");
}

TEST_CASE("changes that are near share a hunk and those that are far do not") {
  CHECK(diff("错\n对\n错错\n", "错", "正") ==
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n-错\n+正\n 对\n-错错\n+正正\n");
  CHECK(diff("错\n错\n", "错", "正") ==
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-错\n-错\n+正\n+正\n");
  CHECK(diff("错\n1\n2\n3\n4\n5\n6\n7\n错\n", "错", "正") ==
        "--- a.txt\n+++ a.txt\n@@ -1,4 +1,4 @@\n-错\n+正\n 1\n 2\n 3\n"
        "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-错\n+正\n");
}

TEST_CASE("carriage returns and a last line without an end stay as they are") {
  CHECK(diff("错\r\n对\r\n错", "错", "正") ==
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n-错\r\n+正\r\n 对\r\n"
        "-错\n\\ No newline at end of file\n+正\n\\ No newline at end of file\n");
}

TEST_CASE("words are put in and taken out") {
  CHECK(unified_diff("a.txt", "ab\n", std::vector<Edit>{{1, 1, "x"}}) ==
        "--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-ab\n+axb\n");
  CHECK(unified_diff("a.txt", "ab\n", std::vector<Edit>{{1, 2, ""}}) ==
        "--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-ab\n+a\n");
}

}  // namespace
}  // namespace plumbline::fix
