//! Running text: stories of products and producers, pages of the programme.

use serde::Serialize;

use crate::derive::route::Target;
use crate::diag::span::FileId;
use crate::model::page::Page;
use crate::model::story::Story;
use crate::plan::photo;
use crate::render::root::ROOT;
use crate::render::view::{LinkView, Supply, picture};
use crate::text::lang::Lang;
use crate::text::markdown::{self, Prose};

/// A page of prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// Title.
    pub title: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Body.
    pub html: String,
    /// Language of the body.
    pub body_lang: &'static str,
    /// Headings, where there are enough to be worth a list.
    pub toc: Vec<HeadingView>,
}

/// An entry of the list of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeadingView {
    /// 2 or 3.
    pub level: u8,
    /// Anchor.
    pub id: String,
    /// Words.
    pub text: String,
}

/// A story in the language that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryView {
    /// HTML; empty where there is no story.
    pub html: String,
    /// Language it is written in.
    pub lang: &'static str,
    /// First words in plain text.
    pub excerpt: String,
}

/// Headings from which on a list of contents is shown.
const TOC_MIN: usize = 3;

/// The view of a page.
pub fn page(supply: &Supply<'_>, page: &Page) -> PageView {
    let english = page.english_body.as_ref().filter(|_| supply.lang == Lang::En);
    let body = english.unwrap_or(&page.body);
    let prose = prose(supply, page.file, body, 2);
    let headings = prose.headings.into_iter().filter(|heading| heading.level <= 3);
    let toc: Vec<HeadingView> = headings
        .map(|heading| HeadingView { level: heading.level, id: heading.id, text: heading.text })
        .collect();
    PageView {
        title: supply.text(&page.title).to_owned(),
        summary: supply.text(&page.summary).to_owned(),
        html: prose.html,
        body_lang: if english.is_some() { Lang::En.code() } else { Lang::Vi.code() },
        toc: if toc.len() < TOC_MIN { Vec::new() } else { toc },
    }
}

/// The story in the page's language, else in Vietnamese.
pub fn story(
    supply: &Supply<'_>,
    file: FileId,
    own: Option<&Story>,
    english: Option<&Story>,
) -> StoryView {
    let english = english.filter(|_| supply.lang == Lang::En);
    let Some(story) = english.or(own).filter(|story| !story.is_empty()) else {
        return StoryView { lang: supply.lang.code(), ..StoryView::default() };
    };
    // Below the heading "Câu chuyện sản phẩm".
    let prose = prose(supply, file, story, 3);
    StoryView {
        html: prose.html,
        lang: if english.is_some() { Lang::En.code() } else { Lang::Vi.code() },
        excerpt: prose.excerpt,
    }
}

fn prose(supply: &Supply<'_>, file: FileId, story: &Story, top_level: u8) -> Prose {
    markdown::prose(&story.markdown, top_level, &|href, image| {
        if image { self::image(supply, file, href) } else { Some(link(href)) }
    })
}

/// Links within the site start at its root and are written relative to the page.
fn link(href: &str) -> markdown::Target {
    let href = match href.strip_prefix('/') {
        Some(route) => format!("{ROOT}{route}"),
        None => href.to_owned(),
    };
    markdown::Target::to(href)
}

fn image(supply: &Supply<'_>, file: FileId, href: &str) -> Option<markdown::Target> {
    let picture = picture::of(supply, photo::beside(supply.tree, file, href)?)?;
    Some(markdown::Target {
        href: format!("{ROOT}{}", picture.src),
        size: Some((picture.width, picture.height)),
        srcset: picture.srcset,
    })
}

/// Pages of the menu, in their order.
pub fn menu(supply: &Supply<'_>) -> Vec<LinkView> {
    let pages = supply.site.pages.iter().filter_map(|&index| {
        let page = supply.catalogue.pages.get(index).filter(|page| page.in_menu)?;
        Some(LinkView {
            href: supply.route(Target::Page(index))?,
            label: supply.text(&page.title).to_owned(),
            note: supply.text(&page.summary).to_owned(),
        })
    });
    pages.collect()
}
