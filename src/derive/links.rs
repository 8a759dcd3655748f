//! Links within the catalogue: whether each leads to a page.
//!
//! Looks at the stories of shown products and of their producers and at the
//! pages of prose. A link that starts with `/` must be the route of a page or
//! of a file; what stands behind `?` or `#` is not looked at. Links that depend
//! on where the page lies, and those that the renderer refuses, are reported
//! too: readers would find a wrong page, or words without a link.
//!
//! Never asks another site whether a page is still there, and never looks at
//! where photos lie.

use std::collections::BTreeSet;

use crate::derive::route::Routes;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::catalogue::Catalogue;
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::model::story::Story;
use crate::text::clean::clean;
use crate::text::markdown::{self, Link};

/// A link of a story leads nowhere.
pub static LINK_BROKEN: Code = Code {
    name: "link-broken",
    severity: Severity::Warning,
    title: ("liên kết không dẫn đến trang nào", "link leads nowhere"),
    explain: (
        "Liên kết trong danh mục viết từ gốc, bắt đầu và kết thúc bằng `/`, đúng như địa chỉ trang: `/san-pham/mat-hoa-dua/`. \
         Liên kết đến trang không có, liên kết tuỳ theo chỗ của trang (`../mat-hoa-dua/`) và liên kết có thể chạy mã hay đánh lừa \
         người đọc (`javascript:`, `//…`) đều được báo; loại sau cùng chỉ hiện thành chữ. Hãy sửa địa chỉ, hoặc bỏ liên kết và \
         giữ lại chữ.",
        "Links within the catalogue are written from its root, with a `/` at either end, just like the address of the page: \
         `/san-pham/mat-hoa-dua/`. Links to pages that are not there, links that depend on where the page lies \
         (`../mat-hoa-dua/`), and links that could run code or mislead a reader (`javascript:`, `//…`) are reported; the last \
         kind is shown as plain words. Correct the address, or drop the link and keep its words.",
    ),
};

/// Longest address in a message, in letters.
const SHOWN: usize = 80;

/// Reports every link that does not lead to a page, in the stories of `shown`
/// products and of their producers and in the `pages` of prose (indices of
/// the catalogue's).
pub fn check(
    catalogue: &Catalogue,
    shown: &[ProductId],
    pages: &[usize],
    routes: &Routes,
    findings: &mut Diagnostics,
) {
    let products = shown.iter().filter_map(|id| catalogue.product(*id));
    let makers: BTreeSet<ProducerId> =
        products.clone().filter_map(|product| product.producer).collect();
    let makers = makers.into_iter().filter_map(|id| catalogue.producer(id));
    let makers = makers.flat_map(|maker| [&maker.story, &maker.english_story]).flatten();
    let products = products.flat_map(|it| [&it.story, &it.english_story]).flatten();
    let pages = pages.iter().filter_map(|index| catalogue.pages.get(*index));
    let pages = pages.flat_map(|page| std::iter::once(&page.body).chain(&page.english_body));
    for story in products.chain(makers).chain(pages) {
        for link in markdown::links(&story.markdown) {
            findings.extend(judge(story, &link, routes));
        }
    }
}

/// What is to be said about a link, if anything.
fn judge(story: &Story, link: &Link, routes: &Routes) -> Option<Diagnostic> {
    let href = link.href.as_str();
    let place = place_in(story, link);
    if !markdown::is_usable(href) {
        return Some(refused(place, href));
    }
    let path = href.split(['?', '#']).next().unwrap_or_default();
    if link.image || path.is_empty() || path.contains(':') && !path.starts_with('/') {
        return None;
    }
    let Some(route) = path.strip_prefix('/') else {
        return Some(relative(place, href, routes));
    };
    (!routes.has(route)).then(|| broken(place, href, route, routes))
}

fn broken(place: Span, href: &str, route: &str, routes: &Routes) -> Diagnostic {
    let shown = shorten(href);
    let finding = Diagnostic::new(
        &LINK_BROKEN,
        place,
        format!("liên kết `{shown}` không dẫn đến trang nào của danh mục"),
        format!("the link `{shown}` leads to no page of the catalogue"),
    );
    match near(route, routes) {
        Some(near) => finding.did_you_mean(Some(&format!("/{near}"))),
        None => finding.hint(
            "sửa địa chỉ, hoặc bỏ liên kết và giữ lại chữ",
            "correct the address, or drop the link and keep its words",
        ),
    }
}

fn relative(place: Span, href: &str, routes: &Routes) -> Diagnostic {
    let shown = shorten(href);
    let finding = Diagnostic::new(
        &LINK_BROKEN,
        place,
        format!("liên kết `{shown}` tuỳ theo chỗ của trang nên có thể dẫn sai"),
        format!("the link `{shown}` depends on where the page lies, so it may lead astray"),
    );
    let below = href.trim_start_matches(['.', '/']);
    let below = below.split(['?', '#']).next().unwrap_or_default();
    match near(below, routes) {
        Some(near) => finding.hint(
            format!("viết từ gốc, bắt đầu bằng `/`: `/{near}`"),
            format!("write it from the root, starting with `/`: `/{near}`"),
        ),
        None => finding.hint(
            "viết từ gốc, bắt đầu bằng `/`; trang ở nơi khác bắt đầu bằng `https://`",
            "write it from the root, starting with `/`; pages elsewhere start with `https://`",
        ),
    }
}

fn refused(place: Span, href: &str) -> Diagnostic {
    let shown = shorten(href);
    Diagnostic::new(
        &LINK_BROKEN,
        place,
        format!("địa chỉ `{shown}` không dùng được; trang chỉ hiện chữ của liên kết"),
        format!("the address `{shown}` cannot be used; the page shows the link's words alone"),
    )
    .hint(
        "dùng địa chỉ bắt đầu bằng `/`, `https://`, `http://`, `mailto:` hoặc `tel:`",
        "use an address that starts with `/`, `https://`, `http://`, `mailto:` or `tel:`",
    )
}

/// The route that was probably meant.
fn near(route: &str, routes: &Routes) -> Option<String> {
    let page = route.trim_end_matches("index.html").trim_end_matches('/');
    let with_slash = if page.is_empty() { String::new() } else { format!("{page}/") };
    if routes.has(&with_slash) {
        return Some(with_slash);
    }
    routes.nearest(route)
}

/// The place of a link, or of the whole story where the file's bytes are not
/// those of the text.
fn place_in(story: &Story, link: &Link) -> Span {
    let whole = story.span.range();
    if whole.len() != story.markdown.len() {
        return story.span;
    }
    let at = |offset: usize| whole.start.saturating_add(offset);
    Span::new(story.span.file, at(link.range.start), at(link.range.end))
}

/// An address as a message shows it: one line, not too long.
fn shorten(href: &str) -> String {
    let line = clean(href).replace(['\n', '\t'], " ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    let head: String = line.chars().take(SHOWN.saturating_sub(1)).collect();
    format!("{head}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::commune::Communes;
    use crate::derive::route::{self, Supply};
    use crate::diag::span::FileId;
    use crate::model::page::Page;
    use crate::model::region::Regions;
    use crate::model::scheme::Scheme;
    use crate::model::settings::Settings;
    use crate::text::lang::Text;

    fn page(slug: &str, markdown: &str, length: usize) -> Page {
        let span = Span::new(FileId(1), 100, 100 + length);
        Page {
            slug: slug.to_owned(),
            file: FileId(1),
            english_file: None,
            title: Text::same(slug),
            summary: Text::default(),
            in_menu: false,
            order: 0,
            body: Story { markdown: markdown.into(), span },
            english_body: None,
        }
    }

    /// Findings in a page that is shown beside the page `chuong-trinh/`.
    fn findings_of(markdown: &str, length: usize) -> Diagnostics {
        let catalogue = Catalogue {
            settings: Settings::new(Span::default()),
            scheme: Scheme::default(),
            regions: Regions::default(),
            producers: Vec::new(),
            products: Vec::new(),
            pages: vec![
                page("chuong-trinh", "", 0),
                page("bai", markdown, length),
                page("an", "[x](/khong-co/)", 0),
            ],
            codes: Vec::new(),
            fairs: Vec::new(),
            brochures: Vec::new(),
        };
        let supply = Supply {
            catalogue: &catalogue,
            shown: &[],
            removed: &[],
            producers: &[],
            communes: &Communes::default(),
            listings: &[],
            fairs: &[],
            brochures: &std::collections::BTreeMap::new(),
            pages: &[0, 1],
        };
        let mut findings = Diagnostics::new();
        let (routes, _) = route::routes(&supply, &mut findings);
        check(&catalogue, &[], &[0, 1], &routes, &mut findings);
        findings
    }

    #[track_caller]
    fn check_link(href: &str, want: Option<(&str, &str)>) {
        let markdown = format!("a [b]({href}) c");
        let findings = findings_of(&markdown, markdown.len());
        let got = findings.iter().map(|it| (it.message.vi.as_str(), it.hints[0].vi.as_str()));
        assert_eq!(got.collect::<Vec<_>>(), want.into_iter().collect::<Vec<_>>(), "{href}");
        for finding in &findings {
            assert_eq!(finding.span, Span::new(FileId(1), 102, 100 + markdown.len() - 2));
        }
    }

    #[test]
    fn links_that_lead_somewhere() {
        for href in [
            "/",
            "/chuong-trinh/",
            "/chuong-trinh/?a#b",
            "/tim/?q=che",
            "/#a",
            "#a",
            "?q=a:b",
            "/en/chuong-trinh/",
            "/feed.xml",
            "https://ocop.gov.vn/x/../",
            "mailto:a@b.vn",
            "tel:+84209",
            "HTTP://b.vn",
        ] {
            check_link(href, None);
        }
        assert!(findings_of("![a](anh.jpg) ![b](../c.jpg)", 0).is_empty());
    }

    #[test]
    fn links_that_lead_nowhere_name_the_nearest_page() {
        check_link(
            "/chuong-trin/#a",
            Some((
                "liên kết `/chuong-trin/#a` không dẫn đến trang nào của danh mục",
                "có phải `/chuong-trinh/`?",
            )),
        );
        for href in ["/chuong-trinh", "/chuong-trinh/index.html"] {
            let message = format!("liên kết `{href}` không dẫn đến trang nào của danh mục");
            check_link(href, Some((&message, "có phải `/chuong-trinh/`?")));
        }
        check_link(
            "/mot-trang-khong-ai-biet/",
            Some((
                "liên kết `/mot-trang-khong-ai-biet/` không dẫn đến trang nào của danh mục",
                "sửa địa chỉ, hoặc bỏ liên kết và giữ lại chữ",
            )),
        );
    }

    #[test]
    fn relative_links_are_to_start_at_the_root() {
        check_link(
            "../chuong-trinh/#a",
            Some((
                "liên kết `../chuong-trinh/#a` tuỳ theo chỗ của trang nên có thể dẫn sai",
                "viết từ gốc, bắt đầu bằng `/`: `/chuong-trinh/`",
            )),
        );
        check_link(
            "www.mot-trang.example/a",
            Some((
                "liên kết `www.mot-trang.example/a` tuỳ theo chỗ của trang nên có thể dẫn sai",
                "viết từ gốc, bắt đầu bằng `/`; trang ở nơi khác bắt đầu bằng `https://`",
            )),
        );
    }

    #[test]
    fn refused_addresses_are_reported() {
        for (href, shown) in [
            ("javascript:alert", "javascript:alert"),
            ("JaVa&Tab;script:a", "JaVa script:a"),
            ("//evil.example", "//evil.example"),
            ("https://ocop.gov.vn@evil.example/", "https://ocop.gov.vn@evil.example/"),
            ("", ""),
        ] {
            let message =
                format!("địa chỉ `{shown}` không dùng được; trang chỉ hiện chữ của liên kết");
            let hint =
                "dùng địa chỉ bắt đầu bằng `/`, `https://`, `http://`, `mailto:` hoặc `tel:`";
            check_link(href, Some((&message, hint)));
        }
        assert_eq!(findings_of("![a](data:image/png;base64,a)", 0).len(), 1);
    }

    #[test]
    fn the_place_is_the_whole_story_where_bytes_differ() {
        let findings = findings_of("[b](/khong/)", 99);
        let spans: Vec<_> = findings.iter().map(|it| it.span).collect();
        assert_eq!(spans, [Span::new(FileId(1), 100, 199)]);
        assert_eq!(shorten(&"a".repeat(90)).chars().count(), SHOWN);
    }
}
