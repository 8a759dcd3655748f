//! The facts of the made-up catalogue, worked out and put into words for the
//! peers.
//!
//! Reads the very dossiers that dacsan gets, through dacsan's own parser, and
//! derives the day's state with it: validity, order, lists, neighbours. A peer
//! thus gets as data what dacsan has to work out, and shows the same.
//!
//! Never renders anything.

use std::collections::{BTreeMap, BTreeSet};

use dacsan::derive::commune::{CommuneParent, capitalised};
use dacsan::derive::listing::{ListKind, Listing, standing_of};
use dacsan::derive::{self, Site};
use dacsan::diag::sink::Diagnostics;
use dacsan::model::catalogue::Catalogue;
use dacsan::model::place::Place;
use dacsan::model::producer::ProducerId;
use dacsan::model::product::{Product, ProductId};
use dacsan::parse;
use dacsan::plan;
use dacsan::source::Tree;
use dacsan::text::date::{Day, PartialDate};
use dacsan::text::lang::Lang;
use dacsan::text::slug::slugify;
use serde_json::{Map, Value, json};

use crate::folder::Files;
use crate::words;

/// A file of a peer: facts and prose.
pub(crate) struct Sheet {
    /// Its slug.
    pub(crate) slug: String,
    /// Everything that its page shows but the prose.
    pub(crate) facts: Map<String, Value>,
    /// The lists it stands in: taxonomy and keys.
    pub(crate) lists: BTreeMap<&'static str, Vec<String>>,
    /// Its story; may be empty.
    pub(crate) story: String,
}

/// A list of products.
pub(crate) struct Term {
    /// Taxonomy.
    pub(crate) taxonomy: &'static str,
    /// Its key in addresses.
    pub(crate) key: String,
    /// Its name.
    pub(crate) name: String,
    /// What sort of list it is.
    pub(crate) kicker: &'static str,
    /// Whether its news can be followed.
    pub(crate) feed: bool,
}

/// Everything a peer shows.
pub(crate) struct Facts {
    /// Products in the standard order.
    pub(crate) products: Vec<Sheet>,
    /// Producers in Vietnamese order.
    pub(crate) makers: Vec<Sheet>,
    /// Lists.
    pub(crate) terms: Vec<Term>,
    /// What the whole site shows.
    pub(crate) site: Map<String, Value>,
}

/// What the functions below look things up in.
pub(crate) struct Lookup<'a> {
    /// The catalogue.
    pub(crate) catalogue: &'a Catalogue,
    /// What follows from it.
    pub(crate) site: &'a Site,
    lists: &'a BTreeMap<ProductId, Vec<(&'static str, String)>>,
}

/// Works the facts out of dacsan's own files.
pub(crate) fn facts(files: &Files, today: Day) -> Result<Facts, String> {
    let bytes: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let tree = Tree::from_memory(&bytes);
    let mut findings = Diagnostics::default();
    let catalogue = parse::catalogue(&tree, &mut findings);
    if !findings.files_with_errors().is_empty() {
        return Err("a made-up dossier has errors".to_owned());
    }
    let (site, _) = derive::site(&catalogue, today, &BTreeSet::new());
    let mut terms = Vec::new();
    let mut lists: BTreeMap<ProductId, Vec<(&'static str, String)>> = BTreeMap::new();
    for listing in &site.listings {
        let Some(term) = term(&catalogue, &site, listing) else { continue };
        for id in &listing.products {
            lists.entry(*id).or_default().push((term.taxonomy, term.key.clone()));
        }
        terms.push(term);
    }
    let lookup = Lookup { catalogue: &catalogue, site: &site, lists: &lists };
    let products = (1_usize..).zip(&site.shown);
    Ok(Facts {
        products: products.filter_map(|(place, id)| product(&lookup, place, *id)).collect(),
        makers: site.producers.iter().filter_map(|id| maker(&lookup, *id)).collect(),
        terms,
        site: whole(&catalogue, &site),
    })
}

/// The list as a term of a taxonomy; lists of everything and of news have none.
fn term(catalogue: &Catalogue, site: &Site, listing: &Listing) -> Option<Term> {
    let province = |id| catalogue.regions.province(id);
    let group = |id| catalogue.scheme.group(id);
    let (taxonomy, key, name, kicker) = match listing.kind {
        ListKind::Products | ListKind::New => return None,
        ListKind::Lapsed => ("trang_thai", "het-han".to_owned(), "Đã hết hạn".to_owned(), ""),
        ListKind::Undated => {
            ("trang_thai", "chua-ro-ngay".to_owned(), "Chưa rõ ngày".to_owned(), "")
        }
        ListKind::Province(id) => {
            let it = province(id)?;
            ("tinh", it.slug.clone(), it.name.vi.clone(), "Tỉnh, thành phố")
        }
        ListKind::Former(id) => {
            let it = catalogue.regions.former(id)?;
            ("tinh_cu", it.slug.clone(), format!("{} (cũ)", it.name.vi), "Tỉnh cũ")
        }
        ListKind::Commune(id) => {
            let it = site.communes.get(id)?;
            let (taxonomy, above, kicker) = match &it.parent {
                CommuneParent::Present(id) => {
                    ("xa", province(*id)?.name.vi.clone(), "Xã, phường, đặc khu")
                }
                CommuneParent::Former(id, district) => {
                    let former = catalogue.regions.former(*id)?;
                    let district = district.as_deref().unwrap_or_default();
                    ("xa_cu", format!("{district}, {} (cũ)", former.name.vi), "Xã cũ")
                }
            };
            let name = format!("{}, {above}", capitalised(&it.name));
            (taxonomy, slugify(&name), name, kicker)
        }
        ListKind::Group(id) => {
            let it = group(id)?;
            ("nhom", it.slug.clone(), it.name.vi.clone(), "Nhóm sản phẩm")
        }
        ListKind::Subgroup(id) => {
            let it = catalogue.scheme.subgroup(id)?;
            let key = format!("{}-{}", group(it.group)?.slug, it.path.replace('/', "-"));
            ("phan_nhom", key, it.name.vi.clone(), "Phân nhóm")
        }
        ListKind::Stars(stars) => (
            "sao",
            format!("{}-sao", stars.count()),
            format!("{} sao", stars.count()),
            "Hạng sao",
        ),
        ListKind::ProvinceGroup(place, id) => {
            let (place, it) = (province(place)?, group(id)?);
            let name = format!("{} · {}", words::group(&it.slug), place.name.vi);
            ("tinh_nhom", format!("{}-{}", place.slug, it.slug), name, "Nhóm sản phẩm")
        }
        ListKind::ProvinceStars(place, stars) => {
            let (place, count) = (province(place)?, stars.count());
            let name = format!("{count} sao · {}", place.name.vi);
            ("tinh_sao", format!("{}-{count}-sao", place.slug), name, "Hạng sao")
        }
        ListKind::GroupStars(id, stars) => {
            let (it, count) = (group(id)?, stars.count());
            let name = format!("{count} sao · {}", words::group(&it.slug));
            ("nhom_sao", format!("{}-{count}-sao", it.slug), name, "Hạng sao")
        }
    };
    let feed = plan::has_feed(listing.kind);
    Some(Term { taxonomy, key, name, kicker, feed })
}

fn whole(catalogue: &Catalogue, site: &Site) -> Map<String, Value> {
    let settings = &catalogue.settings;
    let stats = &site.stats;
    object(json!({
        "title": settings.title.vi, "tagline": settings.tagline.vi,
        "description": settings.description.vi, "issuer": settings.issuer.name.vi,
        "responsible": settings.issuer.responsible, "address": settings.issuer.address,
        "phone": settings.issuer.phone, "email": settings.issuer.email,
        "as_of": PartialDate::Day(site.today).display(Lang::Vi),
        "counts": [
            format!("{} sản phẩm", words::count(stats.products)),
            format!("{} còn hiệu lực", words::count(stats.valid)),
            format!("{} tỉnh, thành phố", words::count(stats.by_province.len())),
            format!("{} xã, phường, đặc khu", words::count(stats.communes)),
            format!("{} chủ thể", words::count(stats.producers)),
        ],
        "recent": recent(catalogue, site),
    }))
}

/// The newest products, as the home page shows them.
fn recent(catalogue: &Catalogue, site: &Site) -> Vec<String> {
    let news = site.listing_of(ListKind::New).and_then(|id| site.listing(id));
    let news = news.map_or(&[][..], |listing| listing.products.as_slice());
    news.iter().take(8).filter_map(|id| path(catalogue, *id)).collect()
}

/// The parts of a JSON object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Province and slug of a product, which name its file.
fn path(catalogue: &Catalogue, id: ProductId) -> Option<String> {
    let product = catalogue.product(id)?;
    let province = catalogue.regions.province(product.place.province.value)?;
    Some(format!("{}/{}", province.slug, product.slug))
}

fn product(lookup: &Lookup<'_>, position: usize, id: ProductId) -> Option<Sheet> {
    let (catalogue, site) = (lookup.catalogue, lookup.site);
    let product = catalogue.product(id)?;
    let maker = product.producer.and_then(|id| Some((id, catalogue.producer(id)?)));
    let group = catalogue.scheme.group(product.group.value)?;
    let province = catalogue.regions.province(product.place.province.value)?;
    let standing = standing_of(&site.standings, id);
    let of_maker = maker.and_then(|(id, _)| site.products_of.get(&id));
    let same = of_maker.into_iter().flatten().filter(|other| **other != id);
    let paths = |ids: &mut dyn Iterator<Item = &ProductId>| -> Vec<String> {
        ids.filter_map(|id| path(catalogue, *id)).collect()
    };
    let contacts = match maker {
        Some((_, maker)) if product.contacts.is_empty() => &maker.contacts,
        _ => &product.contacts,
    };
    let mut lists: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for (taxonomy, key) in lookup.lists.get(&id).into_iter().flatten() {
        lists.entry(taxonomy).or_default().push(key.clone());
    }
    let sources: Vec<&str> = product.sources.iter().map(|it| it.value.as_str()).collect();
    let mut facts = object(json!({
        "weight": position,
        "title": product.name.value,
        "description": product.summary.as_ref().map(|it| it.value.as_str()).unwrap_or_default(),
        "folder": province.slug,
        "group": {
            "slug": group.slug,
            "name": words::group(&group.slug),
            "full": group.name.vi,
        },
        "subgroups": subgroups(lookup, product),
        "producer": maker.map(|(_, maker)| json!({ "slug": maker.slug, "name": maker.name.value,
            "kind": kind_of(catalogue, maker) })),
        "place": place(lookup, &product.place),
        "packs": words::packs(product),
        "card_price": words::card_price(product),
        "contacts": words::contacts(contacts),
        "details": words::details(product, catalogue),
        "notices": words::notices(catalogue, product),
        "history": words::history(&product.ratings, site.today),
        "sources": sources,
        "related": paths(&mut site.related.of(catalogue, id).iter()),
        "same": paths(&mut same.into_iter()),
    }));
    facts.extend(object(words::rating(product, &standing)));
    let story = product.story.as_ref().map(|it| it.markdown.to_string()).unwrap_or_default();
    Some(Sheet { slug: product.slug.clone(), facts, lists, story })
}

fn subgroups(lookup: &Lookup<'_>, product: &Product) -> Vec<Value> {
    let scheme = &lookup.catalogue.scheme;
    let group = scheme.group(product.group.value).map_or("", |group| group.slug.as_str());
    let mut steps = Vec::new();
    let mut next = product.subgroup.as_ref().map(|it| it.value);
    while let Some(subgroup) = next.and_then(|id| scheme.subgroup(id)) {
        let key = format!("{group}-{}", subgroup.path.replace('/', "-"));
        steps.push(json!({ "key": key, "name": subgroup.name.vi }));
        next = subgroup.parent;
    }
    steps.reverse();
    steps
}

fn kind_of(catalogue: &Catalogue, maker: &dacsan::model::producer::Producer) -> String {
    let scheme = &catalogue.scheme;
    let id = maker.kind.as_ref().map(|kind| kind.value);
    let id = id.or_else(|| scheme.kind_of_name(&maker.name.value));
    let kind = id.and_then(|id| scheme.producer_kind(id));
    kind.map(|kind| kind.name.vi.clone()).unwrap_or_default()
}

fn place(lookup: &Lookup<'_>, place: &Place) -> Value {
    let regions = &lookup.catalogue.regions;
    let province = regions.province(place.province.value);
    let name = province.map_or("", |province| province.name.vi.as_str());
    let commune = place.commune.as_ref().map(|it| capitalised(&it.value)).unwrap_or_default();
    let text = format!("{commune}, {name}");
    let former = place.former.province.as_ref().and_then(|id| regions.former(id.value));
    let parts = [&place.former.commune, &place.former.district].into_iter().flatten();
    let mut parts: Vec<&str> = parts.map(|part| part.value.as_str()).collect();
    parts.extend(former.map(|former| former.name.vi.as_str()));
    json!({
        "province": { "slug": province.map(|it| it.slug.as_str()), "name": name },
        "commune": { "key": slugify(&text), "name": commune },
        "text": text,
        "former": format!("trước đây: {}", parts.join(", ")),
    })
}

fn maker(lookup: &Lookup<'_>, id: ProducerId) -> Option<Sheet> {
    let maker = lookup.catalogue.producer(id)?;
    let products = lookup.site.products_of.get(&id)?;
    let products: Vec<String> =
        products.iter().filter_map(|id| path(lookup.catalogue, *id)).collect();
    let sources: Vec<&str> = maker.sources.iter().map(|it| it.value.as_str()).collect();
    let facts = object(json!({
        "title": maker.name.value,
        "kind": kind_of(lookup.catalogue, maker),
        "place": maker.place.as_ref().map(|it| place(lookup, it)),
        "members": maker.members,
        "founded": maker.founded,
        "contacts": words::contacts(&maker.contacts),
        "sources": sources,
        "products": products,
    }));
    let story = maker.story.as_ref().map(|it| it.markdown.to_string()).unwrap_or_default();
    Some(Sheet { slug: maker.slug.clone(), facts, lists: BTreeMap::new(), story })
}
