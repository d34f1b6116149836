"""What is broken in the clean sample, and the rules that this must set off."""

import re
from dataclasses import dataclass
from typing import Callable

NUMERALS = "一二三四五六七八九"


@dataclass
class Mutation:
    name: str
    change: Callable[[str], str]
    must: list          # rules that must fire, at any severity
    may: list = ()      # rules that may fire too, because one slip shows twice
    profile: str = "submitted"

    def __post_init__(self):
        self.may = list(self.may)


def put(old, new):
    """Replaces `old`, which stands exactly once."""
    def change(text):
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
        return text.replace(old, new)
    return change


def without_section(number):
    """Drops a first-level section and closes up the numbers after it."""
    def change(text):
        parts = re.split(r"(?m)^(?=[一二三四]、)", text)
        tail = re.search(r"(?s)\n\n.*\Z", parts[-1])[0]
        parts[-1] = parts[-1][:-len(tail)]
        del parts[number]
        sections = [NUMERALS[i] + part[1:] for i, part in enumerate(parts[1:])]
        return parts[0] + "".join(sections).rstrip("\n") + tail
    return change


def insert(sentence):
    """A sentence at the end of the paragraph on the people's congress."""
    return put("追回违规资金4.6万元。", f"追回违规资金4.6万元。{sentence}")


def without_causes(text):
    text = text.replace("主要原因是机构改革后人员划转与岗位匹配不够，农业类专业人员招录困难，跟班培训覆盖面有限。", "")
    text = text.replace("究其原因，两个系统由不同层级建设，数据标准不一致，本局前期协调对接不够主动。", "")
    return text.replace("原因在于对服务对象的需求摸底不深，典型案例整理发布不够及时。", "").replace(
        "存在的不足和原因", "存在的不足")


def repeated_paragraph(text):
    paragraph = re.search(r"　　制定高标准农田管护.*\n", text)[0]
    return text.replace("（四）严格规范公正文明执法\n", "（四）严格规范公正文明执法\n" + paragraph)


DATE = "2026年2月12日"
TITLE = "关于2025年度法治政府建设情况的报告"
SIGNATURE = "　　　　　　　　　　　　　　　　　　　　云汀县农业农村局\n"
DATE_LINE = f"　　　　　　　　　　　　　　　　　　　　{DATE}\n"


def new_date(words):
    return put(DATE, words)


MUTATIONS = [
    Mutation("nothing", lambda text: text, []),
    Mutation("nothing, published", lambda text: text, [], profile="published"),
    # The required elements.
    Mutation("no achievements", without_section(1), ["achievements-section"]),
    Mutation("no problems", without_section(2), ["problems-section"], ["problem-causes"]),
    Mutation("no first responsible", without_section(3), ["first-responsible-section"]),
    Mutation("no plan", without_section(4), ["next-year-plan-section"], ["plan-year"]),
    Mutation("no causes", without_causes, ["problem-causes"]),
    Mutation("plan without year", put("四、2026年度推进", "四、下一步推进"), ["plan-year"]),
    # The year.
    Mutation("title without year", put(TITLE, "关于法治政府建设情况的报告"), ["title-form"]),
    Mutation("title of another year", put(TITLE, TITLE.replace("2025", "2024")), ["year-consistency"],
             ["date-after-report-year"]),
    Mutation("lead-in of another year", put("现将2025年度", "现将2024年度"), ["year-consistency"]),
    Mutation("first heading of another year", put("一、2025年度", "一、2024年度"),
             ["year-consistency"]),
    Mutation("third heading of another year", put("三、2025年度", "三、2024年度"),
             ["year-consistency"]),
    # The date, the number, the signature.
    Mutation("no such day", new_date("2026年2月30日"), ["date-valid"]),
    Mutation("dated a year early", new_date("2025年2月12日"),
             ["date-after-report-year", "date-document-number-year"]),
    Mutation("dated a year late", new_date("2027年2月12日"),
             ["date-after-report-year", "date-document-number-year"], ["date-deadline"]),
    Mutation("dated after the deadline", new_date("2026年3月15日"), ["date-deadline"]),
    Mutation("dated on the deadline", new_date("2026年3月1日"), ["date-deadline"]),
    Mutation("padded date", new_date("2026年02月12日"), ["date-form"]),
    Mutation("dotted date", new_date("2026.2.12"), ["date-form"]),
    Mutation("date in chinese numerals", new_date("二〇二六年二月十二日"), ["date-form"]),
    Mutation("no date", put(DATE_LINE, ""), ["date-present"]),
    Mutation("no signature", put(SIGNATURE, ""), ["signature-issuer"]),
    Mutation("another signature", put(SIGNATURE, SIGNATURE.replace("农业农村局", "水利局")),
             ["signature-matches-title"]),
    Mutation("signed in short", put(SIGNATURE, SIGNATURE.replace("云汀县农", "县农")), []),
    Mutation("number in square brackets", put("〔2026〕5号", "[2026]5号"), ["document-number-form"]),
    Mutation("number with 第", put("〔2026〕5号", "〔2026〕第5号"), ["document-number-form"]),
    Mutation("padded number", put("〔2026〕5号", "〔2026〕05号"), ["document-number-form"]),
    Mutation("number of another year", put("〔2026〕5号", "〔2025〕5号"),
             ["date-document-number-year"]),
    # Headings and marks.
    Mutation("a gap of the first level", put("四、2026", "五、2026"), ["heading-sequence"]),
    Mutation("a gap of the second level", put("（七）抓实", "（八）抓实"), ["heading-sequence"]),
    Mutation("a repeat of the second level", put("（三）健全", "（二）健全"), ["heading-sequence"]),
    Mutation("title mark not closed", put("（2021—2025年）》", "（2021—2025年）"), ["paired-marks"]),
    Mutation("title mark not opened", put("落实《法治政府建设实施纲要", "落实法治政府建设实施纲要"),
             ["paired-marks"]),
    Mutation("quotation mark not closed", put("“谁执法谁普法”", "“谁执法谁普法"), ["paired-marks"],
             ["wording"]),
    # Words.
    Mutation("thought with 法制", put("学习贯彻习近平法治思想", "学习贯彻习近平法制思想"), ["wording"]),
    Mutation("government with 法制", insert("努力建设法制政府。"), ["wording"]),
    Mutation("review with 法治", put("法制审核三项制度", "法治审核三项制度"), ["wording"]),
    Mutation("duty of law popularisation turned round", put("谁执法谁普法", "谁普法谁执法"),
             ["wording"]),
    Mutation("until with 截止", insert("截止2025年12月底，问题已全部整改到位。"), ["wording"]),
    Mutation("rules of supervision misspelt", put("责任落实督察工作规定", "责任落实督查工作规定"),
             ["law-title"]),
    Mutation("title of a regulation cut", insert("认真执行《重大行政决策程序条例》。"), ["law-title"]),
    Mutation("a plan of another time", insert("深入实施“七五”普法规划。"), ["period-terms"]),
    Mutation("capital placeholder", insert("开展专项检查XX次。"), ["placeholder-residue"]),
    Mutation("asterisk placeholder", insert("开展专项检查*次。"), ["placeholder-residue"]),
    Mutation("a request", insert("恳请县委、县政府增加执法经费。"), ["request-in-report"]),
    Mutation("a paragraph twice", repeated_paragraph, ["duplicate-paragraph"]),
    # Figures.
    Mutation("a rate over a hundred", put("按时答复率100%", "按时答复率102%"), ["percent-range"]),
    Mutation("parts that do not add up", put("其中农药类21件", "其中农药类25件"), ["sum-mismatch"]),
    Mutation("a promise for a past day", put("组织案卷评查2次，", "于2026年1月底前组织案卷评查2次，"),
             ["past-plan-date"]),
    # Disclosure. The number has a valid checksum and belongs to nobody.
    Mutation("an identity number", insert("联系人身份证号110101197903150042。"),
             ["personal-information"]),
    Mutation("a mobile number, published", insert("联系电话13900001234。"), ["personal-information"],
             profile="published"),
    Mutation("a mobile number, submitted", insert("联系电话13900001234。"), []),
    Mutation("a secrecy mark, published", lambda text: "机密★1年\n" + text, ["secrecy-mark"],
             profile="published"),
    Mutation("a secrecy mark", lambda text: "机密★1年\n" + text, ["secrecy-mark"]),
]
