"""Web pages and text: cases 58 to 64."""

import quopri

SENTENCE = "甲市乙局今年办理案件三件，均已办结。"
BODY = "<p>" + SENTENCE * 3 + "</p>"
HEAD = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>说明</title></head><body>"


def page(body, head=HEAD):
    return head + body + "</body></html>"


def declared(name, encoding, text=SENTENCE * 5):
    return page(f"<div>{text}</div>", f"<html><head><meta charset='{name}'></head><body>").encode(
        encoding)


def letter(kind, content):
    """A web archive or a letter: the first part is a page, the second of this kind."""
    return ("From: <a@b>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n"
            "Content-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/html; "
            "charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n").encode() + (
                quopri.encodestring(page(BODY, "<html><body>").encode("gbk"))) + (
                f"\r\n--i--\r\n--o\r\nContent-Type: {kind}\r\n\r\n{content}\r\n--o--\r\n").encode()


WORD_PAGE = ("<html xmlns:w='urn:schemas-microsoft-com:office:word'><head><meta charset=gb2312></head><body>"
             "<p class=MsoNormal><![if !supportLists]><span>一、</span><![endif]>成效</p>" + BODY)
RARE = "\U00020BB7\u3431"  # outside of GBK: four bytes each
PLAIN = (SENTENCE + "\n") * 40

CASES = [
    (58, "a million nested elements", "a.html",
     lambda: page("<div>" * 1000000 + BODY + "</div>" * 1000000), "text"),
    (58, "two million nested elements", "a.html",
     lambda: page(BODY + "<div>" * 2000000 + BODY + "</div>" * 2000000), "text"),
    (58, "100000 unclosed elements", "a.html", lambda: page(BODY + "<b>" * 100000 + BODY), "text"),
    (58, "50000 nested tables", "a.html",
     lambda: page("<table><tr><td>" * 50000 + BODY), "text"),
    (59, "200000 attributes", "a.html", lambda: page(
        "<div " + " ".join(f"a{i}='1'" for i in range(200000)) + ">" + BODY + "</div>"), "text"),
    (59, "unclosed comment", "a.html", page(BODY + "<!-- " + BODY), "text"),
    (59, "unclosed script", "a.html", page(BODY + "<script>" + BODY), "text"),
    (59, "NUL", "a.html", page(BODY + "\0" + BODY), "text"),
    (59, "cut inside a tag", "a.html", (HEAD + BODY + "<p cla"), "text"),
    (60, "gb2312 declared and UTF-8 written", "a.html", declared("gb2312", "utf-8"), "text"),
    (60, "UTF-8 declared and GBK written", "a.html", declared("utf-8", "gbk"), "text"),
    (60, "characters of four bytes", "a.html",
     declared("gb18030", "gb18030", SENTENCE * 5 + RARE), "text"),
    (60, "two declarations", "a.html", page(BODY, HEAD.replace(
        "<title>", "<meta charset='big5'><title>")), "text"),
    (61, "log-in page", "a.html", page("<form>用户名<input><br>密码<input><button>登录</button>"
                                       "</form>"), "text"),
    (61, "not found", "a.html", page("<h1>404</h1><p>您访问的页面不存在</p>"), "text"),
    (61, "frames", "a.html", "<html><frameset><frame src='a.htm'><frame src='b.htm'></frameset>"
     "</html>", "text"),
    (61, "shell that a script fills", "a.html",
     page("<div id='app'></div><script>var x = '" + SENTENCE * 9 + "'</script>"), "text"),
    (61, "check by a firewall", "a.html",
     page("<p>正在进行安全检测，请稍候</p><script>go()</script>"), "text"),
    (61, "text in an attachment", "a.html",
     page("<h1>关于法治建设的说明</h1><p>附件：<a href='/f/1.docx'>说明全文.docx</a></p>"), "text"),
    (61, "article that a script fades in", "a.html", page(
        "<h1>关于法治建设的说明</h1><div id='js_content' style='visibility: hidden; opacity: 0'>"
        + BODY + "</div><div>微信扫一扫</div>"), "text"),
    (61, "report shown by a viewer", "a.html", page(
        "<p>报告全文</p><iframe src='/viewer.html?file=/f/1.pdf'></iframe>"), "text"),
    (61, "letter with an attachment", "a.eml", letter("application/pdf", "%PDF"), "text"),
    (60, "archive in quoted GBK", "a.mht", letter("image/png", "x"), "text"),
    (60, "page saved by Word", "a.htm", WORD_PAGE.encode("gbk"), "text"),
    (62, "hidden words", "a.html", page(
        BODY + "<div style='display:none'>藏一</div><p hidden>藏二</p><!-- 藏三 -->"
        "<span style='visibility:hidden'>藏四</span>" + BODY), "text"),
    (62, "words that styles hide", "a.html", page(
        "<style>.seo {display: none}</style>" + BODY + "<p class='seo'>藏五</p><p style='font-size:0'>"
        "藏六</p><div style='position:absolute;left:-9999px'>藏七</div><p style='opacity:0'>藏八</p>"
        + BODY), "text"),
    (62, "words in white", "a.html", page(BODY + "<p style='color:#fff'>白字</p>" + BODY), "text"),
    (62, "pronunciations", "a.html", page(
        "<p>办理<ruby>案<rt>an</rt>件<rt>jian</rt></ruby>三件，均已办结。</p>" + BODY), "text"),
    (62, "changes that Word tracked", "a.html", page(
        "<p>办理<del>五</del><ins>三</ins>件，均已办结。</p>" + BODY), "text"),
    (62, "article that styles fade in", "a.html", page(
        "<style>.fade {opacity: 0}</style><div class='fade'>" + BODY + "</div>"), "text"),
    (63, "single line of 8 MB", "a.txt", lambda: SENTENCE * (8 << 20 >> 6), "text"),
    (63, "file above the limit", "a.txt", lambda: SENTENCE.encode() * 2000000, "check"),
    (63, "a million blank lines", "a.txt", lambda: "\n" * 1000000 + SENTENCE, "text"),
    (63, "binary", "a.txt", bytes(range(256)) * 40, "text"),
    (63, "UTF-32", "a.txt", ("\ufeff" + SENTENCE).encode("utf-32-le"), "text"),
    (63, "UTF-7", "a.txt", (SENTENCE * 5).encode("utf-7"), "text"),
    (63, "nothing but blanks", "a.txt", "　　 \n\u00a0\n", "text"),
    (63, "one file of Word in XML", "a.xml", "<?xml version='1.0'?>\n<?mso-application "
     "progid='Word.Document'?>\n<pkg:package xmlns:pkg='x'><pkg:part/></pkg:package>", "text"),
    (63, "lone CR", "a.txt", SENTENCE + "\r" + SENTENCE + "\r", "text"),
    (64, "two characters of GBK", "a.txt", "联通".encode("gbk"), "text"),
    (64, "eight bytes of GBK", "a.txt", "2023年度".encode("gbk"), "text"),
    (64, "UTF-8 cut in a character", "a.txt", PLAIN.encode()[:-2], "text"),
    (64, "lines of UTF-8 and of GBK", "a.txt",
     b"\n".join(SENTENCE.encode("gbk" if i % 3 == 2 else "utf-8") for i in range(30)), "text"),
    (64, "one broken character in many", "a.txt",
     (PLAIN * 3).encode().replace("办".encode(), b"\xe5\x8a", 1), "text"),
    (64, "a broken character in GBK", "a.txt",
     (PLAIN * 3).encode("gbk").replace("结".encode("gbk"), b"\xff", 1), "text"),
    (64, "Big5", "a.txt", "本府今年辦理案件，均已辦結。無誤，請鑒核。".encode("big5"), "text"),
]
