//! The closed view of a brochure: everything that its layout may show.
//!
//! One view serves the print-ready page and the press PDF. Texts are final:
//! composed, free of control and direction characters, in the languages of the
//! brochure; their length is whatever the editor wrote. Nothing in it is
//! markup, except drawings (`svg`, `path`), which are ours.
//!
//! Never chooses or orders products: that is done when it is asked for.

mod card;
mod fair;
mod index;
mod parts;
mod volumes;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::derive::brochure::{Section, SectionBy, Selection};
use crate::model::brochure::{Arranged, Brochure, BrochureKind};
use crate::model::product::ProductId;
use crate::model::rating::Stars;
use crate::render::qr::{self, QrView};
use crate::render::view::Supply;
use crate::render::view::card::group_name;
use crate::text::lang::{Lang, Text};
pub use card::{CardView, CertView, ContactView, FactView, PackView, PictureView};
pub use fair::{BoothView, FairView, ZoneView};
pub use fair::{dates, venue};
pub use index::{EntryView, LetterView};
pub use parts::{ColoursView, Said, SectionView, SiteView, StarGuideView, StatView, TileView};
pub use volumes::{VolumeView, volumes};

/// A brochure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrochureView {
    /// Name of its files.
    pub slug: String,
    /// The word of its kind.
    pub kind: &'static str,
    /// The word of its sheet.
    pub paper: &'static str,
    /// Products on a page; 0 where that follows from the layout.
    pub per_page: u32,
    /// "3x7" of label sheets; else empty.
    pub grid: String,
    /// First free label, from 1.
    pub start: u32,
    /// Tags of its languages, the leading one first.
    pub languages: Vec<&'static str>,
    /// Title.
    pub title: Said,
    /// Line below it; may be empty.
    pub subtitle: Said,
    /// Who publishes.
    pub site: SiteView,
    /// "Tính đến ngày 24/11/2026".
    pub as_of: Said,
    /// The same as 2026-11-24.
    pub as_of_iso: String,
    /// "42 sản phẩm · 31 chủ thể · 5 tỉnh, thành phố".
    pub summary: Said,
    /// Numbers for the cover.
    pub stats: Vec<StatView>,
    /// What stars mean.
    pub star_guide: Vec<StarGuideView>,
    /// A remark below that.
    pub guide_note: Said,
    /// Every fixed word below `brochure.` of the theme, by the rest of its key.
    pub words: BTreeMap<String, Said>,
    /// `group`, `province`, `stars`, `booth` or `none`.
    pub arranged: &'static str,
    /// Sections; none is empty.
    pub sections: Vec<SectionView>,
    /// Products from A to Z.
    pub products_index: Vec<LetterView>,
    /// Producers from A to Z.
    pub producers_index: Vec<LetterView>,
    /// Provinces from A to Z.
    pub provinces_index: Vec<LetterView>,
    /// Booths in their order; empty without a fair.
    pub booths_index: Vec<LetterView>,
    /// The country as tiles.
    pub map: Vec<TileView>,
    /// The fair, where it is made for one.
    pub fair: Option<FairView>,
    /// Legal notices that occur, each once.
    pub notices: Vec<Said>,
}

/// One or two speakers: the supply in each language of the brochure.
pub(super) struct Speakers<'a> {
    pub(super) first: Supply<'a>,
    second: Option<Supply<'a>>,
}

/// How much of heavy drawings the view carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawings {
    /// Addresses alone: for pages of the site.
    Linked,
    /// Woven covers as they are: for a document of its own.
    Whole,
}

/// The view of a brochure that holds `selection`.
pub fn brochure(
    supply: &Supply<'_>,
    brochure: &Brochure,
    selection: &Selection,
    drawings: Drawings,
) -> BrochureView {
    let speakers = Speakers::new(supply, &brochure.languages);
    let numbers: BTreeMap<ProductId, u32> = selection.products().zip(1u32..).collect();
    let fair = fair::fair(&speakers, brochure, &numbers);
    let booths = fair::numbers_of_booths(&speakers.first, brochure);
    let cards = card::Cards {
        speakers: &speakers,
        brochure,
        numbers: &numbers,
        drawings,
        booths: &booths,
    };
    let sections = selection.sections.iter().map(|it| section(&speakers, &cards, it));
    let sections: Vec<SectionView> = sections.collect();
    let all: Vec<ProductId> = selection.products().collect();
    let stats = parts::stats(&speakers, &all);
    let paper = brochure.paper.unwrap_or_else(|| brochure.kind.paper());
    BrochureView {
        slug: brochure.slug.clone(),
        kind: brochure.kind.word(),
        paper: paper.word(),
        per_page: brochure.per_page.unwrap_or_else(|| brochure.kind.per_page()),
        grid: brochure.grid.map(|(x, y)| format!("{x}x{y}")).unwrap_or_default(),
        start: brochure.start,
        languages: brochure.languages.iter().map(|lang| lang.code()).collect(),
        title: title(&speakers, brochure),
        subtitle: speakers.text(&brochure.subtitle),
        site: parts::site(&speakers, brochure),
        as_of: speakers
            .said(|it| it.say("brochure.as_of", &[("date", &it.site.today.vietnamese())])),
        as_of_iso: supply.site.today.iso(),
        summary: parts::summary(&speakers, &all),
        stats,
        star_guide: parts::star_guide(&speakers),
        guide_note: speakers.word("brochure.guide_note"),
        words: words(&speakers),
        arranged: match brochure.arranged {
            Arranged::Group => "group",
            Arranged::Province => "province",
            Arranged::Stars => "stars",
            Arranged::Booth => "booth",
            Arranged::Whole => "none",
        },
        products_index: index::products(&speakers, &numbers),
        producers_index: index::producers(&speakers, &numbers),
        provinces_index: index::provinces(&speakers, &numbers),
        booths_index: fair.as_ref().map(index::booths).unwrap_or_default(),
        map: parts::map(&speakers, &all),
        fair,
        notices: notices(&sections),
        sections,
    }
}

/// The title as written, else the kind with what all products share.
fn title(speakers: &Speakers<'_>, brochure: &Brochure) -> Said {
    if !brochure.title.is_empty() {
        return speakers.text(&brochure.title);
    }
    speakers.said(|it| kind_name(it, brochure.kind))
}

/// "Danh mục sản phẩm", "Bảng giá".
pub fn kind_name(supply: &Supply<'_>, kind: BrochureKind) -> String {
    supply.say(&format!("brochure.kind.{}", kind.word()), &[])
}

fn words(speakers: &Speakers<'_>) -> BTreeMap<String, Said> {
    let words = speakers.first.theme.words();
    let keys = words.keys(Lang::Vi).filter_map(|key| key.strip_prefix("brochure."));
    keys.map(|key| (key.to_owned(), speakers.word(&format!("brochure.{key}")))).collect()
}

fn notices(sections: &[SectionView]) -> Vec<Said> {
    let cards = sections.iter().flat_map(|section| &section.cards);
    let mut seen = BTreeSet::new();
    let mut all = cards.flat_map(|card| &card.notices).cloned().collect::<Vec<_>>();
    all.retain(|notice| seen.insert(notice.main.clone()));
    all
}

fn section(speakers: &Speakers<'_>, cards: &card::Cards<'_>, section: &Section) -> SectionView {
    let supply = &speakers.first;
    let regions = &supply.catalogue.regions;
    let scheme = &supply.catalogue.scheme;
    let count = speakers.said(|it| it.count("count.products", section.products.len()));
    let mut view = SectionView {
        id: "tat-ca".to_owned(),
        title: Said::default(),
        note: count,
        blurb: Said::default(),
        colours: parts::colours(supply, "other"),
        tile: None,
        cards: section.products.iter().filter_map(|id| cards.card(*id)).collect(),
    };
    match &section.by {
        SectionBy::Whole => {}
        SectionBy::Group(id) => {
            let Some(group) = scheme.group(*id) else { return view };
            view.id.clone_from(&group.slug);
            view.title = speakers.said(|it| group_name(it, &group.slug, it.text(&group.name)));
            view.blurb = speakers.said(|it| it.group_intro(&group.slug));
            view.colours = parts::colours(supply, &group.slug);
        }
        SectionBy::Province(id) => {
            let Some(province) = regions.province(*id) else { return view };
            view.id.clone_from(&province.slug);
            view.title = speakers.said(|it| it.text(&province.full_name).to_owned());
            view.blurb = speakers.said(|it| it.merged_from(province));
            view.colours = parts::colours(supply, "thu-cong-my-nghe");
            view.tile = Some(province.tile);
        }
        SectionBy::Stars(stars) => {
            let n = stars.map_or(0, Stars::count);
            view.id = format!("sao-{n}");
            view.title = speakers.said(|it| match n {
                0 => it.say("stars.none", &[]),
                n => it.say("stars.label", &[("n", &n.to_string())]),
            });
            view.colours = parts::colours(supply, "thuc-pham");
        }
        SectionBy::Booth(zone, booth, number) => {
            view.id = format!("gian-{zone}-{booth}");
            view.title = speakers.said(|it| match number.as_str() {
                "" => it.say("brochure.no_booth", &[]),
                number => it.say("brochure.booth_n", &[("number", number)]),
            });
            view.colours = parts::colours(supply, "thu-cong-my-nghe");
        }
    }
    view
}

impl<'a> Speakers<'a> {
    fn new(supply: &Supply<'a>, languages: &[Lang]) -> Self {
        let mut speakers = languages.iter().map(|lang| supply.speaking(*lang));
        let first = speakers.next().unwrap_or(*supply);
        Self { first, second: speakers.next() }
    }

    /// What each language says; the second side is empty where it says the same.
    pub(super) fn said(&self, say: impl Fn(&Supply<'a>) -> String) -> Said {
        let main = plain(&say(&self.first));
        let second = self.second.as_ref().map(|it| plain(&say(it))).unwrap_or_default();
        let second = if second == main { String::new() } else { second };
        Said { main, main_lang: self.first.lang.code(), second }
    }

    /// A word of the theme.
    pub(super) fn word(&self, key: &str) -> Said {
        self.said(|it| it.say(key, &[]))
    }

    /// A text of the data.
    pub(super) fn text(&self, text: &Text) -> Said {
        let said = self.said(|it| text.get(it.lang).to_owned());
        Said { main_lang: text.lang_of(self.first.lang).code(), ..said }
    }

    /// A fact that nobody translates.
    pub(super) fn fact(text: &str) -> Said {
        Said { main: plain(text), main_lang: Lang::Vi.code(), second: String::new() }
    }

    /// A text with the language that it really is in.
    pub(super) fn told(&self, tell: impl Fn(&Supply<'a>) -> (String, &'static str)) -> Said {
        let main_lang = tell(&self.first).1;
        Said { main_lang, ..self.said(|it| tell(it).0) }
    }

    /// The code of an address below the site's root; none without the site's own address.
    pub(super) fn qr(&self, route: &str) -> Option<QrView> {
        qr::code(&self.first.url(route)?)
    }
}

/// The text as print wants it: without letters that draw nothing but turn or break lines.
pub(super) fn plain(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    text.chars().filter(|letter| !letter.is_control() && !turns(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn letters_that_turn_or_break_a_line_are_gone() {
        assert_eq!(plain("Mật\u{202e} ong\u{7}\n\u{2067}x"), "Mật ongx");
        assert_eq!(plain("#read \\ $x$ @ref 🍯"), "#read \\ $x$ @ref 🍯");
    }
}
