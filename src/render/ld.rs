//! Structured data of pages: from views to schema.org.

use crate::derive::route::Target;
use crate::model::product::ProductId;
use crate::render::json_ld::{
    self, MakerLd, OrganizationLd, PackLd, ProductLd, RatingLd, WebSiteLd,
};
use crate::render::view::heading::Heading;
use crate::render::view::picture;
use crate::render::view::producer::MakerDetailView;
use crate::render::view::product::DetailView;
use crate::render::view::{CrumbView, Supply};

/// The site, on its home page.
pub fn home(supply: &Supply<'_>) -> String {
    let settings = &supply.catalogue.settings;
    let other = settings.title.get(supply.lang.other());
    let title = supply.text(&settings.title);
    let search = supply.route(Target::Search).and_then(|route| supply.url(&route));
    let site = json_ld::web_site(&WebSiteLd {
        lang: supply.lang,
        name: title.to_owned(),
        alternate_name: if other == title { String::new() } else { other.to_owned() },
        description: supply.text(&settings.description).to_owned(),
        url: supply.route(Target::Home).and_then(|route| supply.url(&route)),
        search_url: search,
        publisher: supply.text(&settings.issuer.name).to_owned(),
    });
    json_ld::script(vec![site])
}

/// A page of a list.
pub fn listing(supply: &Supply<'_>, heading: &Heading, products: &[ProductId]) -> String {
    let routes = products.iter().filter_map(|id| supply.route(Target::Product(*id)));
    let urls: Vec<String> = routes.filter_map(|route| supply.url(&route)).collect();
    let mut graph = vec![trail(supply, &heading.above, &heading.heading)];
    if !urls.is_empty() {
        graph.push(json_ld::item_list(&heading.heading, &urls));
    }
    json_ld::script(graph)
}

/// A product.
pub fn product(
    supply: &Supply<'_>,
    id: ProductId,
    detail: &DetailView,
    route: &str,
    above: &[CrumbView],
) -> String {
    let mut graph = vec![trail(supply, above, &detail.name)];
    graph.extend(input(supply, id, detail, route).map(|input| json_ld::product(&input)));
    json_ld::script(graph)
}

fn input(
    supply: &Supply<'_>,
    id: ProductId,
    detail: &DetailView,
    route: &str,
) -> Option<ProductLd> {
    let product = supply.catalogue.product(id)?;
    let standing = supply.site.standing(id);
    let photos = product.photos.iter().filter_map(|photo| picture::of(supply, photo.file));
    let maker = MakerLd {
        name: detail.producer.name.clone(),
        url: detail.producer.href.as_ref().and_then(|href| supply.url(href)),
    };
    let packs = product.packs.iter().map(|pack| {
        let net = pack.net.as_ref().map(|net| net.value.text.clone());
        let name: Vec<String> = [pack.name.clone(), net].into_iter().flatten().collect();
        PackLd {
            name: name.join(", "),
            price: pack.price.as_ref().map(|price| price.value.0),
            gtin: pack.gtin.as_ref().map(|gtin| gtin.value.clone()),
        }
    });
    let stars = standing.stars.filter(|_| standing.validity.counts());
    let description = [detail.summary.as_str(), &detail.notices.join(" ")];
    let description: Vec<&str> =
        description.into_iter().filter(|text| !text.is_empty()).collect();
    Some(ProductLd {
        lang: supply.lang,
        name: detail.name.clone(),
        description: description.join(" "),
        url: supply.url(route),
        images: photos.filter_map(|photo| supply.url(photo.known_everywhere())).collect(),
        category: detail.group.name.clone(),
        maker: Some(maker).filter(|maker| !maker.name.is_empty()),
        origin: detail.place.text.clone(),
        packs: packs.collect(),
        rating: stars.map(|stars| RatingLd {
            stars: stars.count(),
            valid_until: standing.until.map(|until| until.earliest),
        }),
    })
}

/// A producer.
pub fn producer(
    supply: &Supply<'_>,
    detail: &MakerDetailView,
    route: &str,
    above: &[CrumbView],
) -> String {
    let of = |kind: &str| {
        let own = detail.contacts.iter().filter(|contact| contact.kind == kind).cloned();
        own.collect::<Vec<_>>()
    };
    let (commune, province) = match detail.place.text.rsplit_once(", ") {
        Some((commune, province)) => (commune.to_owned(), province.to_owned()),
        None => (String::new(), detail.place.text.clone()),
    };
    let organization = json_ld::organization(&OrganizationLd {
        name: detail.name.clone(),
        alternate_names: Some(detail.former_name.clone())
            .filter(|name| !name.is_empty())
            .into_iter()
            .collect(),
        url: supply.url(route),
        images: detail
            .photo
            .iter()
            .filter_map(|photo| supply.url(photo.picture.known_everywhere()))
            .collect(),
        street: detail.place.hamlet.clone(),
        commune,
        province,
        phones: of("phone").into_iter().map(|contact| contact.text).collect(),
        email: of("email").into_iter().next().map(|contact| contact.text).unwrap_or_default(),
        founded: detail.founded.clone(),
        registration: detail.registration.clone(),
        same_as: [of("web"), of("facebook")]
            .concat()
            .into_iter()
            .map(|contact| contact.href)
            .collect(),
        ..OrganizationLd::default()
    });
    json_ld::script(vec![trail(supply, above, &detail.name), organization])
}

fn trail(supply: &Supply<'_>, above: &[CrumbView], last: &str) -> serde_json::Value {
    let step = |crumb: &CrumbView| {
        let url = crumb.href.as_ref().and_then(|href| supply.url(href));
        (crumb.label.clone(), url.unwrap_or_default())
    };
    let mut steps: Vec<(String, String)> = above.iter().map(step).collect();
    steps.push((last.to_owned(), String::new()));
    json_ld::breadcrumbs(&steps)
}
