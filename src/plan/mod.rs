//! Plan: every file that must stand in the output folder.
//!
//! [`all`] lists them in the order of their paths, each with what it is made
//! of ([`Kind`], handles only). Whether a file must be made anew is decided by
//! its key, which `render` takes from the closed view of the page, so a page
//! cannot show what its key did not hash.
//!
//! Never reads bytes, never renders.

pub mod artifact;
pub mod pdf;
pub mod photo;

use crate::derive::Site;
use crate::derive::listing::{ListKind, ListingId};
use crate::derive::route::Target;
use crate::derive::table::DataFile;
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::plan::artifact::{Artifact, FeedOf, Kind};
use crate::plan::pdf::Pdfs;
use crate::plan::photo::Photos;
use crate::text::lang::Lang;

/// Folder of the theme's files in the output.
pub const STATIC: &str = "static";

/// Folder of the woven covers, and of the pictures for other sites, in the output.
pub const COVERS: &str = "bia";

/// Most addresses in one sitemap (sitemaps.org, protocol 0.9).
pub const SITEMAP_MAX: usize = 50_000;

/// What the plan needs to know of theme and settings.
#[derive(Debug, Clone, Copy)]
pub struct Wishes<'a> {
    /// Output paths of the theme's files, in the theme's order.
    pub assets: &'a [String],
    /// Whether the address of the site is known: the sitemap needs it.
    pub has_base_url: bool,
    /// Finished PDFs of brochures.
    pub pdfs: &'a Pdfs,
    /// Products with a picture for other sites.
    pub shares: &'a [ProductId],
}

/// Every file of the site, sorted by path, each path once.
pub fn all(
    catalogue: &Catalogue,
    site: &Site,
    photos: &Photos,
    wishes: Wishes<'_>,
) -> Vec<Artifact> {
    let mut plan = Vec::new();
    for (target, lang, route) in site.routes.iter() {
        pages(site, target, lang, route, &mut plan);
    }
    redirects(site, &mut plan);
    covers(catalogue, site, photos, &mut plan);
    for &id in wishes.shares {
        let Some(product) = catalogue.product(id) else { continue };
        plan.push(Artifact { path: share_path(product), kind: Kind::Share(id) });
    }
    for (file, print) in photos.iter().filter(|(_, print)| print.is_ready) {
        for variant in &print.variants {
            let path = print.path(*variant);
            plan.push(Artifact { path, kind: Kind::Photo(file, *variant) });
        }
    }
    pdfs(catalogue, site, wishes.pdfs, &mut plan);
    for (index, path) in (0usize..).zip(wishes.assets) {
        plan.push(Artifact { path: path.clone(), kind: Kind::Asset(index) });
    }
    site_files(catalogue, site, wishes, &mut plan);
    plan.sort_by(|a, b| a.path.cmp(&b.path));
    plan.dedup_by(|later, first| later.path == first.path);
    plan.shrink_to_fit();
    plan
}

fn pages(site: &Site, target: Target, lang: Lang, route: &str, plan: &mut Vec<Artifact>) {
    let Target::Listing(id) = target else {
        plan.push(Artifact { path: file_of(route), kind: Kind::Page(target, lang) });
        return;
    };
    let count = site.listing(id).map_or(1, crate::derive::listing::Listing::page_count);
    for number in 1..=count {
        let Some(route) = site.routes.page(id, number, lang) else { continue };
        let kind = Kind::Listing { id, number, lang };
        plan.push(Artifact { path: file_of(&route), kind });
    }
}

fn redirects(site: &Site, plan: &mut Vec<Artifact>) {
    for (index, redirect) in site.redirects.iter().enumerate() {
        let kind = Kind::Redirect(index);
        plan.push(Artifact { path: file_of(&redirect.from), kind });
    }
}

fn covers(catalogue: &Catalogue, site: &Site, photos: &Photos, plan: &mut Vec<Artifact>) {
    for &id in &site.shown {
        let Some(path) = cover_path(catalogue, photos, id) else { continue };
        plan.push(Artifact { path, kind: Kind::Cover(id) });
    }
}

fn pdfs(catalogue: &Catalogue, site: &Site, pdfs: &Pdfs, plan: &mut Vec<Artifact>) {
    for &(index, purpose) in pdfs.keys() {
        let route = site.routes.of(Target::Brochure(index), Lang::Vi);
        let Some((route, brochure)) = route.zip(catalogue.brochures.get(index)) else {
            continue;
        };
        let path = format!("{route}{}", pdf::name_of(&brochure.slug, purpose));
        plan.push(Artifact { path, kind: Kind::Pdf(index, purpose) });
    }
}

/// Output path of the woven cover of a product; `None` where a photo leads.
pub fn cover_path(catalogue: &Catalogue, photos: &Photos, id: ProductId) -> Option<String> {
    let product = catalogue.product(id)?;
    let lead = product.photos.first().and_then(|photo| photos.get(photo.file));
    lead.is_none().then(|| format!("{COVERS}/{}.svg", product.slug))
}

/// Output path of the picture that other sites show of a product.
pub fn share_path(product: &Product) -> String {
    format!("{COVERS}/{}.jpg", product.slug)
}

fn site_files(
    catalogue: &Catalogue,
    site: &Site,
    wishes: Wishes<'_>,
    plan: &mut Vec<Artifact>,
) {
    for &lang in &catalogue.settings.languages {
        let folder = lang.pick(("", "en/"));
        let mut add = |name: &str, kind| {
            plan.push(Artifact { path: format!("{folder}{name}"), kind });
        };
        add("404.html", Kind::NotFound(lang));
        if wishes.has_base_url {
            add("opensearch.xml", Kind::OpenSearch(lang));
        }
        feeds(site, lang, plan);
        shelves(site, lang, plan);
    }
    if catalogue.settings.open_data {
        let files = DataFile::ALL.into_iter();
        plan.extend(files.map(|it| Artifact { path: it.path(), kind: Kind::Data(it) }));
    }
    plan.push(Artifact { path: "sw.js".to_owned(), kind: Kind::Worker });
    plan.push(Artifact { path: "robots.txt".to_owned(), kind: Kind::Robots });
    if !wishes.has_base_url {
        return;
    }
    // Their addresses begin at the host's root, which only the site's own address tells.
    plan.push(Artifact { path: "_headers".to_owned(), kind: Kind::Headers });
    if !site.redirects.is_empty() {
        plan.push(Artifact { path: "_redirects".to_owned(), kind: Kind::Redirects });
    }
    let count = mapped(site).count();
    plan.extend(
        sitemap_names(count)
            .into_iter()
            .enumerate()
            .map(|(index, path)| Artifact { path, kind: Kind::Sitemap(index) }),
    );
}

/// The number of shelves is in their names: an older page then finds none rather than others.
fn shelves(site: &Site, lang: Lang, plan: &mut Vec<Artifact>) {
    let Some(route) = site.routes.of(Target::Shortlist, lang) else { return };
    let count = site.shelves.count();
    plan.extend((0..count).map(|index| Artifact {
        path: format!("{route}{count}-{index}.js"),
        kind: Kind::Shelf(index, lang),
    }));
}

/// Pages that search engines shall find.
pub fn mapped(site: &Site) -> impl Iterator<Item = (Target, Lang, &str)> {
    site.routes.iter().filter(|(target, _, _)| match target {
        Target::Product(id) => !site.removed.contains(id),
        Target::Search | Target::Shortlist | Target::Brochure(_) => false,
        _ => true,
    })
}

/// Names of the sitemap's files: one, or an index followed by its parts.
pub fn sitemap_names(addresses: usize) -> Vec<String> {
    let index = "sitemap.xml".to_owned();
    if addresses <= SITEMAP_MAX {
        return vec![index];
    }
    let parts = 1..=addresses.div_ceil(SITEMAP_MAX);
    std::iter::once(index).chain(parts.map(|part| format!("sitemap-{part}.xml"))).collect()
}

fn feeds(site: &Site, lang: Lang, plan: &mut Vec<Artifact>) {
    let path = format!("{}feed.xml", lang.pick(("", "en/")));
    plan.push(Artifact { path, kind: Kind::Feed(FeedOf::Site, lang) });
    for (id, listing) in (0u32..).map(ListingId).zip(&site.listings) {
        if !has_feed(listing.kind) {
            continue;
        }
        let Some(route) = site.routes.of(Target::Listing(id), lang) else { continue };
        let kind = Kind::Feed(FeedOf::Listing(id), lang);
        plan.push(Artifact { path: format!("{route}feed.xml"), kind });
    }
}

/// Lists whose news can be followed.
pub fn has_feed(kind: ListKind) -> bool {
    matches!(kind, ListKind::New | ListKind::Province(_) | ListKind::Group(_))
}

/// File of a route: `a/b/` is `a/b/index.html`.
pub fn file_of(route: &str) -> String {
    format!("{route}index.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_is_split_past_fifty_thousand() {
        assert_eq!(sitemap_names(50_000), ["sitemap.xml"]);
        assert_eq!(sitemap_names(50_001), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        assert_eq!(sitemap_names(0), ["sitemap.xml"]);
    }
}
