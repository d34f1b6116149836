#pragma once

#include <string>
#include <string_view>

#include "engine/craft/clauses.h"
#include "engine/rules/pack.h"

/// How a pack's own contents are said to people. Chinese always, like the reports: the words around
/// them are the pack's.
namespace plumbline::cli {

/// "必改", or "缺失：必改，只是提及：请核实" where states differ.
std::string severity_words(const rules::SeverityByState& severity);
/// A state as people say it, "缺失"; the word itself where there is none.
std::string state_words(std::string_view state);
/// "15分"; "不计分".
std::string points_words(int points);
/// "第25条第（3）项", "7.2.5"; "通篇" where no article is given.
std::string article_words(const BasisReference& document, const std::string& article);
/// "全部核对", "部分核对", "程序不能核对"; empty for a clause that the pack does not state.
std::string checked_words(const craft::Clause& clause);
int total_points(const rules::Pack& pack);
/// "rule-of-law-report 1.0.0  法治政府建设年度报告" and its rules and points.
std::string pack_line(const rules::Pack& pack);

}  // namespace plumbline::cli
