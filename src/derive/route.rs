//! Routes: the address of every page, in each language.
//!
//! A route stands below the site's root, without a slash in front and with one
//! at the end (`san-pham/mat-ong/`; the home page is empty); files have their
//! name (`feed.xml`). Addresses are stable for ever, so they are made of slugs
//! alone. Where two pages want one address the first keeps it, the second is
//! reported and gets none; redirects give way to pages.
//!
//! Cost: one pass over everything shown. Never touches the disk.

mod lists;

use std::collections::BTreeMap;

use crate::derive::brochure::Selection;
use crate::derive::commune::Communes;
use crate::derive::listing::{ListKind, Listing, ListingId};
use crate::derive::table::{DataFile, FOLDER};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::diag::suggest;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::catalogue::Catalogue;
use crate::model::fair::FairId;
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::text::lang::Lang;
use crate::text::slug;

/// Two pages want one address.
pub static ROUTE_COLLISION: Code = Code {
    name: "route-collision",
    severity: Severity::Error,
    title: ("hai trang cùng một địa chỉ", "two pages share one address"),
    explain: (
        "Mỗi địa chỉ chỉ thuộc về một trang. Trang đến trước giữ địa chỉ, trang sau không được đăng và không ghi đè lên trang \
         trước. Hãy đổi tên tệp (địa chỉ lấy từ tên tệp) hoặc bỏ dòng `aliases` trùng.",
        "An address belongs to one page. The first keeps it; the second is not published and overwrites nothing. Rename the \
         file (the address is made of its name) or drop the `aliases` that repeat it.",
    ),
};

/// A page, apart from its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The first page.
    Home,
    /// Search.
    Search,
    /// The visitor's shortlist.
    Shortlist,
    /// Products from A to Z.
    ProductLetters,
    /// Producers from A to Z.
    ProducerLetters,
    /// Index of the provinces of today.
    Provinces,
    /// Index of the former provinces.
    Formers,
    /// Index of groups and subgroups.
    Groups,
    /// Index of star tiers.
    Tiers,
    /// A list; its further pages stand below.
    Listing(ListingId),
    /// A page of prose, by its index in the catalogue.
    Page(usize),
    /// A product, shown or taken down.
    Product(ProductId),
    /// A producer.
    Producer(ProducerId),
    /// Index of the brochures.
    Brochures,
    /// A brochure, by its index in the catalogue.
    Brochure(usize),
    /// Index of the fairs.
    Fairs,
    /// A fair.
    Fair(FairId),
    /// What the open data are.
    Data,
}

/// An address that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Route that people may still know.
    pub from: String,
    /// Route where it is now.
    pub to: String,
    /// Language of the few words on it.
    pub lang: Lang,
}

/// Everything that gets an address.
#[derive(Debug, Clone, Copy)]
pub struct Supply<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// Shown products.
    pub shown: &'a [ProductId],
    /// Products taken down.
    pub removed: &'a [ProductId],
    /// Shown producers.
    pub producers: &'a [ProducerId],
    /// Communes.
    pub communes: &'a Communes,
    /// Lists.
    pub listings: &'a [Listing],
    /// Shown pages of prose.
    pub pages: &'a [usize],
    /// Shown fairs.
    pub fairs: &'a [FairId],
    /// Brochures that are made.
    pub brochures: &'a BTreeMap<usize, Selection>,
}

/// The address of every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Routes {
    of: BTreeMap<(Target, Lang), String>,
    owners: BTreeMap<String, Option<Target>>,
    /// Whether two pages want one address, so that their order decides.
    is_contested: bool,
}

impl Routes {
    /// The route of a page; `None` where it has lost its address to another.
    pub fn of(&self, target: Target, lang: Lang) -> Option<&str> {
        self.of.get(&(target, lang)).map(String::as_str)
    }

    /// The route of a list's page, counted from 1.
    pub fn page(&self, id: ListingId, number: usize, lang: Lang) -> Option<String> {
        let first = self.of(Target::Listing(id), lang)?;
        Some(match number {
            0 | 1 => first.to_owned(),
            _ => format!("{first}{}/{number}/", lang.pick(("trang", "page"))),
        })
    }

    /// The page that answers at a route; `None` for files, redirects and further pages of lists.
    pub fn owner(&self, route: &str) -> Option<Target> {
        self.owners.get(route).copied().flatten()
    }

    /// Whether a route answers.
    pub fn has(&self, route: &str) -> bool {
        self.owners.contains_key(route)
    }

    /// Whether the order of pages decides who has an address.
    pub fn is_contested(&self) -> bool {
        self.is_contested
    }

    /// The known route nearest to an unknown one.
    pub fn nearest(&self, route: &str) -> Option<String> {
        suggest::nearest(route, self.owners.keys().map(String::as_str)).map(str::to_owned)
    }

    /// Every page with its language and route, in the order of targets.
    pub fn iter(&self) -> impl Iterator<Item = (Target, Lang, &str)> {
        self.of.iter().map(|((target, lang), route)| (*target, *lang, route.as_str()))
    }

    /// Takes a route; false where it is taken.
    fn claim(&mut self, route: &str, owner: Option<Target>) -> bool {
        if self.owners.contains_key(route) {
            self.is_contested = true;
            return false;
        }
        self.owners.insert(route.to_owned(), owner);
        true
    }
}

/// Gives every page its address; redirects come sorted.
pub fn routes(supply: &Supply<'_>, findings: &mut Diagnostics) -> (Routes, Vec<Redirect>) {
    let mut routes = Routes::default();
    for &lang in &supply.catalogue.settings.languages {
        for (target, span) in targets(supply) {
            let Some(route) = route_of(supply, target, lang) else { continue };
            if routes.claim(&route, Some(target)) {
                routes.of.insert((target, lang), route);
            } else if lang == Lang::Vi {
                findings.push(collision(span, &route));
            }
        }
        claim_files(supply, lang, &mut routes);
    }
    let redirects = redirects(supply, &mut routes, findings);
    (routes, redirects)
}

/// Everything with an address: pages that are always there first, so that no
/// file of an editor can take their place.
fn targets(supply: &Supply<'_>) -> Vec<(Target, Span)> {
    let settings = supply.catalogue.settings.span;
    let fixed = [
        Target::Home,
        Target::Search,
        Target::Shortlist,
        Target::ProductLetters,
        Target::ProducerLetters,
        Target::Provinces,
        Target::Formers,
        Target::Groups,
        Target::Tiers,
    ];
    let listings = (0u32..).zip(supply.listings).map(|(id, _)| Target::Listing(ListingId(id)));
    let indexes = [
        (Target::Data, !supply.catalogue.settings.open_data),
        (Target::Fairs, supply.fairs.is_empty()),
        (Target::Brochures, supply.brochures.is_empty()),
    ];
    let indexes =
        indexes.into_iter().filter(|(_, left_out)| !left_out).map(|(target, _)| target);
    let fixed = fixed.into_iter().chain(indexes);
    let mut all: Vec<(Target, Span)> =
        fixed.chain(listings).map(|target| (target, settings)).collect();
    all.extend(supply.pages.iter().filter_map(|&index| {
        let page = supply.catalogue.pages.get(index)?;
        Some((Target::Page(index), Span::start_of(page.file)))
    }));
    all.extend(supply.shown.iter().chain(supply.removed).filter_map(|&id| {
        let product = supply.catalogue.product(id)?;
        Some((Target::Product(id), product.name.span))
    }));
    all.extend(supply.producers.iter().filter_map(|&id| {
        Some((Target::Producer(id), supply.catalogue.producer(id)?.name.span))
    }));
    all.extend(supply.fairs.iter().filter_map(|&id| {
        Some((Target::Fair(id), Span::start_of(supply.catalogue.fair(id)?.file)))
    }));
    all.extend(supply.brochures.keys().filter_map(|&index| {
        Some((Target::Brochure(index), supply.catalogue.brochures.get(index)?.span))
    }));
    all
}

fn route_of(supply: &Supply<'_>, target: Target, lang: Lang) -> Option<String> {
    let catalogue = supply.catalogue;
    let below = match target {
        Target::Home => String::new(),
        Target::Search => lang.pick(("tim/", "search/")).to_owned(),
        Target::Shortlist => lang.pick(("so-chon/", "shortlist/")).to_owned(),
        Target::ProductLetters => "a-z/".to_owned(),
        Target::ProducerLetters => lang.pick(("chu-the/", "producers/")).to_owned(),
        Target::Provinces => lang.pick(("tinh/", "provinces/")).to_owned(),
        Target::Formers => lang.pick(("tinh-cu/", "former-provinces/")).to_owned(),
        Target::Groups => lang.pick(("nhom/", "groups/")).to_owned(),
        Target::Tiers => lang.pick(("sao/", "stars/")).to_owned(),
        Target::Data => format!("{FOLDER}/"),
        Target::Page(index) => format!("{}/", catalogue.pages.get(index)?.slug),
        Target::Product(id) => {
            let slug = &catalogue.product(id)?.slug;
            format!("{}/{slug}/", lang.pick(("san-pham", "products")))
        }
        Target::Producer(id) => {
            let slug = &catalogue.producer(id)?.slug;
            format!("{}/{slug}/", lang.pick(("chu-the", "producers")))
        }
        Target::Brochures => lang.pick(("an-pham/", "brochures/")).to_owned(),
        // One document in the languages of its own.
        Target::Brochure(index) if lang == Lang::Vi => {
            format!("an-pham/{}/", catalogue.brochures.get(index)?.slug)
        }
        Target::Brochure(_) => return None,
        Target::Fairs => lang.pick(("hoi-cho/", "fairs/")).to_owned(),
        Target::Fair(id) => {
            format!("{}/{}/", lang.pick(("hoi-cho", "fairs")), catalogue.fair(id)?.slug)
        }
        Target::Listing(id) => {
            let listing = supply.listings.get(usize::try_from(id.0).ok()?)?;
            lists::list_route(supply, listing.kind, lang)?
        }
    };
    Some(in_language(&below, lang))
}

/// English pages stand below `en/`.
fn in_language(below: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => below.to_owned(),
        Lang::En => format!("en/{below}"),
    }
}

/// Addresses of files and of the further pages of lists, which links may name.
fn claim_files(supply: &Supply<'_>, lang: Lang, routes: &mut Routes) {
    for file in ["404.html", "feed.xml"] {
        routes.claim(&in_language(file, lang), None);
    }
    // They are the same in every language.
    if lang == Lang::Vi && supply.catalogue.settings.open_data {
        for file in DataFile::ALL {
            routes.claim(&file.path(), None);
        }
    }
    for (id, listing) in (0u32..).map(ListingId).zip(supply.listings) {
        for number in 2..=listing.page_count() {
            if let Some(route) = routes.page(id, number, lang) {
                routes.claim(&route, Some(Target::Listing(id)));
            }
        }
    }
}

fn redirects(
    supply: &Supply<'_>,
    routes: &mut Routes,
    findings: &mut Diagnostics,
) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for &lang in &supply.catalogue.settings.languages {
        for (from, target, span) in old_addresses(supply, lang) {
            let Some(to) = routes.of(target, lang).map(str::to_owned) else { continue };
            let from = in_language(&from, lang);
            if routes.claim(&from, Some(target)) {
                redirects.push(Redirect { from, to, lang });
            } else if let Some(span) = span.filter(|_| lang == Lang::Vi) {
                findings.push(collision(span, &from));
            }
        }
    }
    redirects.sort();
    redirects
}

/// Former slugs of products, their codes, and provinces whose names are gone.
fn old_addresses(supply: &Supply<'_>, lang: Lang) -> Vec<(String, Target, Option<Span>)> {
    let mut old = Vec::new();
    // One address for all languages: what is printed has room for one.
    let codes = supply.catalogue.codes.iter().filter(|_| lang == Lang::Vi);
    for entry in codes {
        old.extend(entry.product.map(|id| (entry.code.route(), Target::Product(id), None)));
    }
    for &id in supply.shown {
        let Some(product) = supply.catalogue.product(id) else { continue };
        let folder = lang.pick(("san-pham", "products"));
        for alias in &product.aliases {
            let from = format!("{folder}/{}/", alias.value);
            old.push((from, Target::Product(id), Some(alias.span)));
        }
        let number = product.register_number.as_ref();
        let number = number.filter(|_| lang == Lang::Vi);
        if let Some(number) = number.filter(|number| slug::is_slug(&number.value)) {
            old.push((format!("p/{}/", number.value), Target::Product(id), Some(number.span)));
        }
    }
    let regions = &supply.catalogue.regions;
    for (id, listing) in (0u32..).map(ListingId).zip(supply.listings) {
        let ListKind::Province(province) = listing.kind else { continue };
        let merged = regions.formers.iter().filter(|former| former.merged_into == province);
        for former in merged.filter(|former| !former.name_kept) {
            let from = format!("{}/{}/", lang.pick(("tinh", "provinces")), former.slug);
            old.push((from, Target::Listing(id), None));
        }
    }
    old
}

fn collision(span: Span, route: &str) -> Diagnostic {
    Diagnostic::new(
        &ROUTE_COLLISION,
        span,
        format!("địa chỉ `/{route}` đã thuộc về trang khác"),
        format!("address `/{route}` belongs to another page"),
    )
    .hint("đổi tên tệp hoặc bỏ địa chỉ cũ trùng", "rename the file or drop the alias")
}
