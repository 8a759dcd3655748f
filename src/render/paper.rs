//! Pages around print: a brochure cut into pages, the brochures and fairs to
//! choose from, a fair with its booths.

mod pages;

use serde::Serialize;

use crate::derive::brochure::products_of;
use crate::derive::route::Target;
use crate::model::failure::Failure;
use crate::model::fair::{Booth, FairId};
use crate::model::settings::PdfFor;
use crate::plan::pdf;
use crate::render::made::{Made, Marks, View};
use crate::render::page::{index_page as term_page, made, with_cards};
use crate::render::view::brochure::{
    BrochureView, Drawings, PictureView, brochure, dates, kind_name, venue,
};
use crate::render::view::frame::{self, About};
use crate::render::view::index::{IndexSectionView, IndexView, TermView};
use crate::render::view::product::{self, SourceView};
use crate::render::view::prose;
use crate::render::view::{LinkView, Supply, crumb};
use crate::render::{root, serialised};
use crate::text::lang::Lang;
use crate::text::number;

pub use pages::PrintView;

/// Brochures to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrochureListView {
    /// Heading.
    pub heading: String,
    /// A sentence.
    pub intro: String,
    /// Brochures in the order of their files.
    pub brochures: Vec<BrochureItemView>,
    /// Fairs, where there are any.
    pub fairs: Vec<LinkView>,
}

/// A brochure to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrochureItemView {
    /// Route.
    pub href: String,
    /// Title.
    pub title: String,
    /// Line below it; may be empty.
    pub subtitle: String,
    /// "Danh mục sản phẩm · A4".
    pub kind: String,
    /// "42 sản phẩm".
    pub count_text: String,
    /// Languages in words.
    pub languages: String,
    /// Covers of its first products, paths below the site's root.
    pub covers: Vec<String>,
    /// The same as files to keep.
    pub pdfs: Vec<PdfView>,
}

/// A brochure as a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PdfView {
    /// Path below the site's root.
    pub href: String,
    /// "PDF", "PDF cho nhà in".
    pub label: String,
    /// "32 trang, 4,1 MB".
    pub note: String,
}

/// A fair's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FairPageView {
    /// Name.
    pub name: String,
    /// When; may be empty.
    pub dates: String,
    /// Where; may be empty.
    pub venue: String,
    /// Who holds it; may be empty.
    pub organiser: String,
    /// Story; may be empty.
    pub story_html: String,
    /// Zones in order.
    pub zones: Vec<FairZoneView>,
    /// Brochures made for it.
    pub brochures: Vec<BrochureItemView>,
    /// Sources.
    pub sources: Vec<SourceView>,
}

/// A zone on a fair's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FairZoneView {
    /// Name; may be empty.
    pub name: String,
    /// Booths.
    pub booths: Vec<FairBoothView>,
}

/// A booth on a fair's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FairBoothView {
    /// Number.
    pub number: String,
    /// Whose it is.
    pub who: String,
    /// Route of the producer.
    pub href: Option<String>,
    /// Marks of its products' cards.
    pub cards: Vec<String>,
}

/// The document of a brochure: no menu, no script, pages of paper.
pub(super) fn page<'a>(supply: &Supply<'_>, about: About, index: usize) -> Made<'a> {
    let catalogue = supply.catalogue;
    let held = supply.site.brochures.get(&index);
    let Some((written, held)) = catalogue.brochures.get(index).zip(held) else {
        return Made::Text(String::new());
    };
    let view = brochure(supply, written, held, Drawings::Linked);
    let lang = written.languages.first().copied().unwrap_or(supply.lang);
    let supply = supply.speaking(lang);
    let about = About {
        kind: "brochure",
        title: view.title.main.clone(),
        noindex: true,
        routes: Vec::new(),
        ..about
    };
    let view = PrintView { pdfs: pdfs(&supply, index), ..pages::pages(view) };
    made("brochure.html", &supply, about, View::Brochure(Box::new(view)))
}

/// The brochure as one file with everything in it: style, drawings, photos.
pub fn document(supply: &Supply<'_>, mut view: BrochureView) -> Result<String, Failure> {
    for section in &mut view.sections {
        for card in &mut section.cards {
            card.picture.src = picture(supply, &card.picture);
        }
    }
    let about = About { kind: "brochure", title: view.title.main.clone(), ..About::default() };
    let css = supply.theme.asset_named("print.css").map(String::from_utf8_lossy);
    let css = css.unwrap_or_default().into_owned();
    let mut context = serialised(&frame::shell(supply, None))?;
    context.extend(serialised(&frame::frame(supply, about))?);
    context.extend(serialised(&PrintView { css, ..pages::pages(view) })?);
    let html = supply.theme.render("brochure.html", &context)?;
    let settled = root::settle(html.trim_start().as_bytes(), "", &|_| "");
    Ok(String::from_utf8_lossy(&settled).into_owned())
}

/// A picture as an address that holds it.
fn picture(supply: &Supply<'_>, picture: &PictureView) -> String {
    if picture.kind == "woven" {
        return format!("data:image/svg+xml;base64,{}", base64(picture.svg.as_bytes()));
    }
    let file = supply.tree.find(&picture.key);
    let Some(bytes) = file.and_then(|file| supply.tree.bytes(file).ok()) else {
        return String::new();
    };
    let ending = picture.key.rsplit_once('.').map_or("jpeg", |(_, ending)| ending);
    let sort = match ending.to_ascii_lowercase().as_str() {
        "png" => "png",
        "webp" => "webp",
        "gif" => "gif",
        "avif" => "avif",
        _ => "jpeg",
    };
    format!("data:image/{sort};base64,{}", base64(&bytes))
}

/// Base64 of RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters: Vec<char> = LETTERS.chars().collect();
    let mut out = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for (place, shift) in [18u32, 12, 6, 0].into_iter().enumerate() {
            if place > chunk.len() {
                out.push('=');
                continue;
            }
            let index = usize::try_from(all >> shift & 63).unwrap_or(0);
            out.extend(letters.get(index));
        }
    }
    out
}

/// Every brochure that the site lists.
pub(super) fn index_page<'a>(supply: &Supply<'_>, about: About) -> Made<'a> {
    let listed = supply.site.brochures.keys().copied();
    let fairs = supply.site.fairs.iter().filter_map(|id| {
        let fair = supply.catalogue.fair(*id)?;
        let note = [dates(supply, fair), venue(supply, fair)];
        let note: Vec<String> = note.into_iter().filter(|part| !part.is_empty()).collect();
        Some(LinkView {
            href: supply.route(Target::Fair(*id))?,
            label: supply.text(&fair.name).to_owned(),
            note: note.join(" · "),
        })
    });
    let view = BrochureListView {
        heading: supply.say("brochure.list_title", &[]),
        intro: supply.say("brochure.list_intro", &[]),
        brochures: listed.filter_map(|index| item(supply, index)).collect(),
        fairs: fairs.collect(),
    };
    let about = About {
        kind: "brochures",
        title: view.heading.clone(),
        description: view.intro.clone(),
        ..about
    };
    made("brochures.html", supply, about, View::Brochures(view))
}

fn item(supply: &Supply<'_>, index: usize) -> Option<BrochureItemView> {
    let written = supply.catalogue.brochures.get(index).filter(|it| it.listed)?;
    let held = supply.site.brochures.get(&index)?;
    let kind = kind_name(supply, written.kind);
    let paper = written.paper.unwrap_or_else(|| written.kind.paper());
    let title = supply.text(&written.title);
    let languages = written
        .languages
        .iter()
        .map(|lang| supply.say(&format!("brochure.lang.{}", lang.code()), &[]));
    let covers = held.products().filter_map(|id| {
        let product = supply.catalogue.product(id)?;
        Some(crate::render::view::card::cover(supply, id, product).picture.src)
    });
    Some(BrochureItemView {
        href: supply.site.routes.of(Target::Brochure(index), Lang::Vi)?.to_owned(),
        title: if title.is_empty() { kind.clone() } else { title.to_owned() },
        subtitle: supply.text(&written.subtitle).to_owned(),
        kind: format!("{kind} · {}", paper.word().to_uppercase()),
        count_text: supply.size(held.len()),
        languages: languages.collect::<Vec<_>>().join(" – "),
        covers: covers.take(3).collect(),
        pdfs: pdfs(supply, index),
    })
}

/// The PDFs of a brochure, with their pages and sizes.
fn pdfs(supply: &Supply<'_>, index: usize) -> Vec<PdfView> {
    let written = supply.catalogue.brochures.get(index);
    let route = supply.site.routes.of(Target::Brochure(index), Lang::Vi);
    let Some((written, route)) = written.zip(route) else { return Vec::new() };
    let own = PdfFor::ALL.iter().filter_map(|(purpose, word)| {
        let found = supply.pdfs.get(&(index, *purpose))?;
        let pages = supply.count("count.sheets", found.pages);
        Some(PdfView {
            href: format!("{route}{}", pdf::name_of(&written.slug, *purpose)),
            label: supply.say(&format!("brochure.pdf_{word}"), &[]),
            note: format!("{pages}, {}", number::megabytes(found.bytes, supply.lang)),
        })
    });
    own.collect()
}

/// Every fair, the latest first.
pub(super) fn fairs_page<'a>(supply: &Supply<'_>, about: About) -> Made<'a> {
    let items = supply.site.fairs.iter().filter_map(|id| {
        let fair = supply.catalogue.fair(*id)?;
        Some(TermView {
            level: 0,
            slug: String::new(),
            pictogram: String::new(),
            href: supply.route(Target::Fair(*id))?,
            label: supply.text(&fair.name).to_owned(),
            count_text: dates(supply, fair),
            note: venue(supply, fair),
        })
    });
    let view = IndexView {
        heading: supply.say("fair.title", &[]),
        intro: supply.say("fair.intro", &[]),
        sections: vec![IndexSectionView { title: String::new(), items: items.collect() }],
    };
    term_page(supply, about, view)
}

/// A fair with its booths, and the brochures made for it.
pub(super) fn fair_page<'a>(supply: &Supply<'_>, about: About, id: FairId) -> Made<'a> {
    let Some(fair) = supply.catalogue.fair(id) else { return Made::Text(String::new()) };
    let marks = Marks::default();
    let zones = fair.zones.iter().map(|zone| FairZoneView {
        name: supply.text(&zone.name).to_owned(),
        booths: zone.booths.iter().map(|it| booth(supply, it, &marks)).collect(),
    });
    let made_for = supply.site.brochures.keys().copied().filter(|index| {
        let brochure = supply.catalogue.brochures.get(*index);
        brochure.is_some_and(|brochure| brochure.choice.fair == Some(id))
    });
    let view = FairPageView {
        name: supply.text(&fair.name).to_owned(),
        dates: dates(supply, fair),
        venue: venue(supply, fair),
        organiser: supply.text(&fair.organiser).to_owned(),
        story_html: prose::story(supply, fair.file, fair.story.as_ref(), None).html,
        zones: zones.collect(),
        brochures: made_for.filter_map(|index| item(supply, index)).collect(),
        sources: product::sources(&fair.sources),
    };
    let mut above = about.above;
    above.push(crumb(supply.route(Target::Fairs), supply.say("fair.title", &[])));
    let description = [view.dates.as_str(), view.venue.as_str()].join(" · ");
    let about = About { kind: "fair", title: view.name.clone(), description, above, ..about };
    with_cards(made("fair.html", supply, about, View::Fair(Box::new(view))), marks)
}

fn booth(supply: &Supply<'_>, booth: &Booth, marks: &Marks) -> FairBoothView {
    let maker = booth.producer.and_then(|id| supply.catalogue.producer(id));
    let who = match (supply.text(&booth.name), maker) {
        ("", Some(maker)) => maker.name.value.clone(),
        (name, _) => name.to_owned(),
    };
    let shown = products_of(supply.catalogue, &supply.site.shown, booth);
    FairBoothView {
        number: booth.number.value.clone(),
        who,
        href: booth.producer.and_then(|id| supply.route(Target::Producer(id))),
        cards: shown.into_iter().map(|id| marks.mark(id)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, want) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), want);
        }
        assert_eq!(base64(&[255, 254]), "//4=");
    }
}
