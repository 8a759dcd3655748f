//! Tables of texts and their HTML.

use super::*;

fn resolve(href: &str, image: bool) -> Option<Target> {
    match (href, image) {
        ("anh.jpg", true) => {
            Some(Target { size: Some((640, 480)), ..Target::to("\u{1}a/1.jpg".to_owned()) })
        }
        ("https://ngoai.example/a.jpg", true) => None,
        (_, true) => Some(Target::to(href.to_owned())),
        _ if href.starts_with("/mat/") => None,
        _ => {
            let href =
                href.strip_prefix('/').map_or(href.to_owned(), |path| format!("\u{1}{path}"));
            Some(Target::to(href))
        }
    }
}

fn html(markdown: &str) -> String {
    prose(markdown, 2, &resolve).html
}

#[track_caller]
fn check(markdown: &str, want: &str) {
    assert_eq!(html(markdown), want, "{markdown:?}");
}

#[test]
fn blocks_stand_on_lines_of_their_own() {
    check("", "");
    check("Một\nhai  \nba", "<p>Một hai<br>ba</p>\n");
    check(
        "- một\n- *hai*\n  1. ba",
        "<ul>\n<li>một</li>\n<li><em>hai</em>\n<ol>\n<li>ba</li>\n</ol>\n</li>\n</ul>\n",
    );
    check(
        "3. a\n\n4. b",
        "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n",
    );
    check("> **a**\n\n---", "<blockquote>\n<p><strong>a</strong></p>\n</blockquote>\n<hr>\n");
    check("```rust\na < b\n\nc\n```", "<pre><code>a &lt; b\n\nc\n</code></pre>\n");
    check("~~a~~ `<b>`", "<p><del>a</del> <code>&lt;b&gt;</code></p>\n");
    check(
        "- [x] a\n- [ ] b",
        "<ul>\n<li class=\"task\">☑ a</li>\n<li class=\"task\">☐ b</li>\n</ul>\n",
    );
    check(
        "- [x] a\n\n- b",
        "<ul>\n<li class=\"task\">\n<p>☑ a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n",
    );
}

#[test]
fn tables_have_headers_with_a_scope() {
    check(
        "|  | Giá | Số |\n|---|--:|:-:|\n| a | 1 |\n",
        "<table>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"end\">Giá</th>\
         <th scope=\"col\" class=\"center\">Số</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>a</td><td class=\"end\">1</td><td class=\"center\"></td></tr>\n</tbody>\n</table>\n",
    );
    check(
        "| a |\n|---|\n",
        "<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n",
    );
}

#[test]
fn html_of_an_editor_is_text() {
    check("<script>\nalert(1)\n</script>", "<p>&lt;script&gt; alert(1) &lt;/script&gt;</p>\n");
    check("a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>\n");
    check(
        "<div>\n\n*a*\n\n</div>",
        "<p>&lt;div&gt;</p>\n<p><em>a</em></p>\n<p>&lt;/div&gt;</p>\n",
    );
    check("<!-- a -->", "<p>&lt;!-- a --&gt;</p>\n");
    check("&lt;b&gt; &amp;amp; \" '", "<p>&lt;b&gt; &amp;amp; &quot; &#39;</p>\n");
}

#[test]
fn links_lead_where_the_caller_says() {
    check("[a](/san-pham/b/)", "<p><a href=\"\u{1}san-pham/b/\">a</a></p>\n");
    check("[a](/mat/)", "<p>a</p>\n");
    check(
        "[a](https://b.vn/?c&d \"e\")",
        "<p><a href=\"https://b.vn/?c&amp;d\" title=\"e\" rel=\"noopener\">a</a></p>\n",
    );
    check(
        "<HTTPS://b.vn>",
        "<p><a href=\"HTTPS://b.vn\" rel=\"noopener\">HTTPS://b.vn</a></p>\n",
    );
    check("<a@b.vn>", "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n");
    check("[a](</b c/[d]>)", "<p><a href=\"\u{1}b%20c/%5Bd%5D\">a</a></p>\n");
    check("[](/b/)", "<p><a href=\"\u{1}b/\">/b/</a></p>\n");
    check("[a]\n\n[A]: /b/", "<p><a href=\"\u{1}b/\">a</a></p>\n");
    check(
        "[![b](anh.jpg)](/c/) d",
        "<p><a href=\"\u{1}c/\"><img src=\"\u{1}a/1.jpg\" alt=\"b\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"></a> d</p>\n",
    );
}

#[test]
fn images_alone_are_figures() {
    let img = "<img src=\"\u{1}a/1.jpg\" alt=\"Chè &amp; *\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"";
    check(r"![Chè & \*](anh.jpg)", &format!("<figure>\n{img}>\n</figure>\n"));
    check(
        "![Chè & \\*](anh.jpg \"Vườn <chè>\")",
        &format!("<figure>\n{img}>\n<figcaption>Vườn &lt;chè&gt;</figcaption>\n</figure>\n"),
    );
    check("![Chè & \\*](anh.jpg \"v\") a", &format!("<p>{img} title=\"v\"> a</p>\n"));
    check("- ![Chè & \\*](anh.jpg)", &format!("<ul>\n<li>{img}></li>\n</ul>\n"));
    check("![a *b* ![c](d)](https://ngoai.example/a.jpg)", "<p><span>a b c</span></p>\n");
    check("![](https://ngoai.example/a.jpg)\n\na", "<p>a</p>\n");
}

#[test]
fn no_address_runs_code_or_misleads() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:a",
        "javascript&colon;alert(1)",
        "&#x6A;&#x61;vascript:a",
        "&#1;javascript:a",
        "java&#10;script:a",
        "java%09script:a",
        "<java\tscript:a>",
        "< javascript:a>",
        "vbscript:a",
        "data:text/html,a",
        "DATA:image/svg+xml;base64,PHN2Zz4=",
        "//evil.example",
        "/\\evil.example",
        "\\\\\\\\evil.example",
        "&#47;/evil.example",
        "file:///etc/passwd",
        "https://ocop.gov.vn@evil.example/",
        "blob:a",
        "https:evil.example",
        "https:///a",
        "https://a&#0;b/",
        "view-source:a",
        "intent://a",
        "<https://a b/>",
        "https://1.2.3.999/",
        "mailto:",
        "\\javascript\\:a",
    ] {
        for text in [
            format!("x [a]({address}) y"),
            format!("x ![a]({address}) y"),
            format!("x [a][b] y\n\n[b]: {address}\n"),
            format!("x [![a](anh.jpg)]({address}) y"),
        ] {
            let html = html(&text);
            assert!(!html.contains("<a") && !html.contains("src=\"j"), "{text:?} {html}");
            let images = html.matches("src=").count();
            assert_eq!(images, html.matches("src=\"\u{1}a/1.jpg\"").count(), "{text:?} {html}");
        }
    }
    for autolink in ["<javascript:alert(1)>", "<data:text/html,a>", "<vbscript:a>", "<a:b>"] {
        assert!(!html(autolink).contains("href"), "{autolink}");
    }
}

#[test]
fn no_letter_of_an_editor_breaks_the_page() {
    check("a&#1;\u{1}\u{7}b `\u{1}c`", "<p>ab <code>c</code></p>\n");
    check(
        "![a\u{1}](anh2.jpg \"\u{1}\")\u{1} c",
        "<p><img src=\"anh2.jpg\" alt=\"a\" loading=\"lazy\" decoding=\"async\"> c</p>\n",
    );
    check(
        "[a\"><b](/b/ '\"><c')",
        "<p><a href=\"\u{1}b/\" title=\"&quot;&gt;&lt;c\">a&quot;&gt;&lt;b</a></p>\n",
    );
    check("[a](/b\"onclick=\"c/)", "<p><a href=\"\u{1}b%22onclick=%22c/\">a</a></p>\n");
}

#[test]
fn headings_are_numbered_through_without_gaps() {
    let text =
        "### Cách làm\n\n##### Ủ\n\n## Cách làm\n\n# [Chè](/b/) `x`\n\n#\n\n# 茶\n\n#### 茶";
    let prose = prose(text, 2, &resolve);
    let got: Vec<_> =
        prose.headings.iter().map(|it| (it.level, it.id.as_str(), it.text.as_str())).collect();
    assert_eq!(
        got,
        [
            (2, "muc-cach-lam", "Cách làm"),
            (3, "muc-u", "Ủ"),
            (2, "muc-cach-lam-2", "Cách làm"),
            (2, "muc-che-x", "Chè x"),
            (2, "muc", "茶"),
            (3, "muc-2", "茶"),
        ]
    );
    assert_eq!(
        prose.html,
        "<h2 id=\"muc-cach-lam\">Cách làm</h2>\n<h3 id=\"muc-u\">Ủ</h3>\n\
         <h2 id=\"muc-cach-lam-2\">Cách làm</h2>\n\
         <h2 id=\"muc-che-x\"><a href=\"\u{1}b/\">Chè</a> <code>x</code></h2>\n\
         <h2 id=\"muc\">茶</h2>\n<h3 id=\"muc-2\">茶</h3>\n"
    );
    check(
        "# a\n## b\n### c\n#### d\n##### e\n###### f",
        "<h2 id=\"muc-a\">a</h2>\n<h3 id=\"muc-b\">b</h3>\n<h4 id=\"muc-c\">c</h4>\n<h5 id=\"muc-d\">d</h5>\n<h6 id=\"muc-e\">e</h6>\n<h6 id=\"muc-f\">f</h6>\n",
    );
    check(
        "[x](#Ủ) [y](#muc-u) [z](#la)\n# Ủ",
        "<p><a href=\"#muc-u\">x</a> <a href=\"#muc-u\">y</a> <a href=\"#la\">z</a></p>\n<h2 id=\"muc-u\">Ủ</h2>\n",
    );
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_their_use() {
    check(
        "a[^hai] b[^Mot] c[^hai] [^khong]\n\n[^mot]: Một\n\n[^hai]: # Hai\n[^ba]: Ba",
        "<p>a<sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup> \
         b<sup id=\"fnref:2\"><a href=\"#fn:2\">2</a></sup> \
         c<sup><a href=\"#fn:1\">1</a></sup> [^khong]</p>\n\
         <hr>\n<ol class=\"footnotes\">\n\
         <li id=\"fn:1\">\n<p>Hai <a href=\"#fnref:1\" aria-label=\"↩ 1\">↩</a></p>\n</li>\n\
         <li id=\"fn:2\">\n<p>Một <a href=\"#fnref:2\" aria-label=\"↩ 2\">↩</a></p>\n</li>\n\
         <li id=\"fn:3\">\n<p>Ba</p>\n</li>\n</ol>\n",
    );
}

#[test]
fn excerpts_are_whole_words_of_the_first_paragraph() {
    let excerpt = |text: &str| prose(text, 2, &resolve).excerpt;
    assert_eq!(
        excerpt("# a\n\n![b](anh.jpg)\n\n*Mật*\nhoa [dừa](/b/)[^1] &amp; `c`.\n\nd\n\n[^1]: e"),
        "Mật hoa dừa & c."
    );
    assert_eq!(excerpt("- a"), "");
    let long = excerpt(&"Mật hoa, ".repeat(40));
    assert!(long.ends_with("Mật hoa…") || long.ends_with("Mật…"), "{long}");
    assert!((220..=EXCERPT_LONGEST).contains(&long.chars().count()));
    assert_eq!(excerpt(&"ậ".repeat(300)).chars().count(), EXCERPT_LONGEST);
    assert_eq!(excerpt(&"ậ".repeat(240)).chars().count(), 240);
}

#[test]
fn links_are_found_with_their_places() {
    let text =
        "Xem [mật *hoa*](/a/?b#c),\n![ảnh [d](/e/)](anh.jpg) <f@g.vn> [h]\n\n[h]: javascript:i";
    let found = links(text);
    let got: Vec<_> =
        found.iter().map(|it| (it.href.as_str(), it.text.as_str(), it.image)).collect();
    assert_eq!(
        got,
        [
            ("/a/?b#c", "mật hoa", false),
            ("anh.jpg", "ảnh d", true),
            ("mailto:f@g.vn", "f@g.vn", false),
            ("javascript:i", "h", false),
        ]
    );
    let written: Vec<_> = found.iter().map(|it| &text[it.range.clone()]).collect();
    assert_eq!(
        written,
        ["[mật *hoa*](/a/?b#c)", "![ảnh [d](/e/)](anh.jpg)", "<f@g.vn>", "[h]"]
    );
}

proptest::proptest! {
    #[test]
    fn any_text_gives_tags_that_nest(text in "[a<>\\[\\]()!*_`~|#\\-\n :/^&1xj\u{1}]{0,80}(\n\n\\[\\^1\\]: x)?") {
        let html = html(&text);
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            let name = tag.split(['>', ' ']).next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{text:?} {html}"),
                None if ["br", "hr", "img"].contains(&name) => {}
                None => {
                    // Links do not nest, and nothing stands in a heading but words.
                    let inner = ["a", "p", "h2", "h3", "h4", "h5", "h6"].contains(&name);
                    assert!(!(inner && open.contains(&name)), "{text:?} {html}");
                    open.push(name);
                }
            }
        }
        assert!(open.is_empty(), "{text:?} {html}");
    }
}
