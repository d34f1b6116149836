#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"

namespace plumbline::document {

/// What `document` must know of words, filled from packs (`vocabulary:`); only typographic marks
/// stand in C++. Every list is a list of patterns over normalised text, kept in pack order, those
/// of extended packs first.
struct Vocabulary {
  using List = std::vector<pattern::Pattern>;

  List title;        ///< a whole title of the pack's kind, blanks dropped; group 1 may be its year
  List any_title;    ///< a whole title of another kind of document
  List title_part;   ///< a line that only goes on with a title or ends it: 建设情况的报告
  List title_front;  ///< a line that only begins a title: 岚川县水利局关于
  List title_subject;  ///< what follows the organ in a title, to its end: 关于2024年度……的报告
  List lead_in;        ///< 现将……报告如下
  List part_mark;      ///< mark of a part: 第一部分
  List heading_mark;   ///< other marks, of a heading only where its words say so: 第一， ◆
  List heading_words;  ///< all words of a heading that names a part; one pattern for each part
  List contents;       ///< the line above a table of contents
  List report_year;    ///< "2024年度法治政府建设": group 1 is the report year
  List self_name;  ///< "2024年，安澜县水利局坚持": group 1 is the name the text gives itself
  List self_reference;   ///< 我局
  List organ;            ///< a whole organ name
  List broken_organ;     ///< an organ's name over two lines, with / between them
  List party_organ;      ///< what its Party committee adds to an organ's name: 党组
  List bare_organ;       ///< an organ named without its place: 市科技局
  List organ_suffix;     ///< what an organ name may leave off at its end: 人民政府, 办事处
  List closing_label;    ///< in front of a signature or date: 单位： 日期：
  List seal;             ///< what stands behind a signature and is no part of it: （盖章）
  List signatory;        ///< a person who signs: organ, post and name
  List letterhead;       ///< a whole letterhead line; group 1, where set, is the organ
  List document_number;  ///< a 发文字号 at the front of a line: group 1
  List addressee;        ///< a whole addressee line without its colon
  List signer_label;     ///< 签发人
  List furniture;        ///< a line of a web page that is no text: 浏览次数, 当前位置
  List metadata_title;   ///< label whose value is the title
  List metadata_date;    ///< label whose value is the 成文日期
  List metadata_number;  ///< label whose value is the 发文字号
  List metadata_other;   ///< other labels of metadata tables: 索引号, 来源, 发布日期
  List annex;            ///< 附件
  List note;             ///< 附注
  List copy;             ///< 抄送, 印发
};

/// One row per list: its name in YAML and its place in the struct. The loader and the schema test
/// walk this table; adding a list is one member and one row.
struct VocabularyRow {
  std::string_view name;
  Vocabulary::List Vocabulary::*list;
};
std::span<const VocabularyRow> vocabulary_rows();

}  // namespace plumbline::document
