//! What each sort of file is called, in words for people.
//!
//! Pure; never reads a file.

use crate::derive::listing::ListKind;
use crate::derive::route::Target;
use crate::model::product::State;
use crate::model::settings::PdfFor;
use crate::plan::artifact::{Artifact, FeedOf, Kind};
use crate::render::view::Supply;
use crate::render::view::heading::heading;
use crate::text::lang::{Lang, Text};

/// What sort of file it is, with the name of the list or product where it has one.
pub fn of(supply: &Supply<'_>, kind: Kind) -> Text {
    match kind {
        Kind::Page(target, _) => page(supply, target),
        Kind::Listing { id, number, .. } => {
            let what = list(supply, supply.site.listing(id).map(|listing| listing.kind));
            Text::new(
                format!("trang {number} của danh sách {}", what.vi),
                format!("page {number} of the list {}", what.en),
            )
        }
        Kind::Redirect(index) => {
            let to = supply.site.redirects.get(index).map_or("", |redirect| &redirect.to);
            Text::new(
                format!("địa chỉ cũ, dẫn đến /{to}"),
                format!("a former address, leads to /{to}"),
            )
        }
        Kind::NotFound(_) => {
            Text::new("trang báo không tìm thấy", "the page that a wrong address answers")
        }
        Kind::Cover(id) => named(supply, "bìa dệt", "woven cover", Target::Product(id)),
        Kind::Share(id) => {
            named(supply, "ảnh chia sẻ", "picture for other sites", Target::Product(id))
        }
        Kind::Photo(_, variant) => {
            let (width, format) = (variant.width, variant.format().name());
            Text::new(
                format!("ảnh của hồ sơ, rộng {width} điểm ảnh, {format}"),
                format!("a photo of a dossier, {width} pixels across, {format}"),
            )
        }
        Kind::Pdf(index, PdfFor::Screen) => {
            named(supply, "PDF của ấn phẩm", "PDF of the brochure", Target::Brochure(index))
        }
        Kind::Pdf(index, PdfFor::Shop) => named(
            supply,
            "PDF cho nhà in của ấn phẩm",
            "PDF for the print shop of the brochure",
            Target::Brochure(index),
        ),
        Kind::Asset(_) => Text::new("tệp của giao diện", "a file of the theme"),
        Kind::Shelf(..) => {
            Text::new("dữ kiện sản phẩm cho sổ chọn", "facts of products for the shortlist")
        }
        Kind::Index(_) => Text::new("tệp của chỉ mục tìm kiếm", "a file of the search index"),
        Kind::Feed(FeedOf::Site, _) => Text::new("bản tin Atom", "news in Atom"),
        Kind::Feed(FeedOf::Listing(id), _) => {
            let what = list(supply, supply.site.listing(id).map(|listing| listing.kind));
            Text::new(
                format!("bản tin Atom của danh sách {}", what.vi),
                format!("news in Atom of the list {}", what.en),
            )
        }
        Kind::OpenSearch(_) => Text::new(
            "mô tả tìm kiếm cho trình duyệt",
            "the description of the search for browsers",
        ),
        Kind::Sitemap(_) => {
            Text::new("sơ đồ trang cho máy tìm kiếm", "the site map for search engines")
        }
        Kind::Worker => Text::new(
            "service worker để xem khi mất mạng",
            "the service worker, for visitors without a signal",
        ),
        Kind::Data(_) => Text::new("tệp dữ liệu mở", "a file of the open data"),
        Kind::Robots => Text::new("quy tắc cho máy tìm kiếm", "the rules for crawlers"),
        Kind::Headers => {
            Text::new("tiêu đề HTTP cho nơi đăng trang", "the HTTP headers for hosts")
        }
        Kind::Redirects => Text::new(
            "danh sách địa chỉ cũ cho nơi đăng trang",
            "the list of former addresses for hosts",
        ),
    }
}

/// The address of a page, with a slash in front.
pub fn route(artifact: &Artifact) -> Option<String> {
    let is_page =
        matches!(artifact.kind, Kind::Page(..) | Kind::Listing { .. } | Kind::Redirect(_));
    let route = artifact.path.strip_suffix("index.html").filter(|_| is_page)?;
    Some(format!("/{route}"))
}

fn page(supply: &Supply<'_>, target: Target) -> Text {
    match target {
        Target::Home => Text::new("trang đầu", "the home page"),
        Target::Search => Text::new("trang tìm kiếm", "the search page"),
        Target::Shortlist => Text::new("trang sổ chọn", "the page of the shortlist"),
        Target::ProductLetters => Text::new("sản phẩm từ A đến Z", "the products from A to Z"),
        Target::ProducerLetters => Text::new("chủ thể từ A đến Z", "the producers from A to Z"),
        Target::Provinces => Text::new("mục lục các tỉnh", "the index of the provinces"),
        Target::Formers => {
            Text::new("mục lục các tỉnh cũ", "the index of the former provinces")
        }
        Target::Groups => Text::new("mục lục các nhóm", "the index of the groups"),
        Target::Tiers => Text::new("mục lục các hạng sao", "the index of the star tiers"),
        Target::Listing(id) => {
            list(supply, supply.site.listing(id).map(|listing| listing.kind))
        }
        Target::Page(_) => named(supply, "trang viết", "page of prose", target),
        Target::Product(id) => {
            let product = supply.catalogue.product(id);
            if product.is_some_and(|product| product.state == State::Removed) {
                return named(supply, "trang báo đã gỡ", "notice of a removed product", target);
            }
            named(supply, "trang sản phẩm", "page of the product", target)
        }
        Target::Producer(_) => named(supply, "trang chủ thể", "page of the producer", target),
        Target::Brochures => Text::new("mục lục ấn phẩm", "the index of the brochures"),
        Target::Brochure(_) => named(supply, "ấn phẩm để in", "brochure to print", target),
        Target::Data => Text::new("trang dữ liệu mở", "the page of the open data"),
        Target::Fairs => Text::new("mục lục hội chợ", "the index of the fairs"),
        Target::Fair(_) => named(supply, "trang hội chợ", "page of the fair", target),
    }
}

/// "trang sản phẩm “Hạt sen sấy”".
fn named(supply: &Supply<'_>, vi: &str, en: &str, target: Target) -> Text {
    let catalogue = supply.catalogue;
    let name = match target {
        Target::Product(id) => catalogue.product(id).map(|it| it.name.value.as_str()),
        Target::Producer(id) => catalogue.producer(id).map(|it| it.name.value.as_str()),
        Target::Page(index) => catalogue.pages.get(index).map(|it| it.title.vi.as_str()),
        Target::Fair(id) => catalogue.fair(id).map(|it| it.name.vi.as_str()),
        Target::Brochure(index) => catalogue.brochures.get(index).map(|it| it.slug.as_str()),
        _ => None,
    };
    let name = name.unwrap_or_default();
    Text::new(format!("{vi} “{name}”"), format!("{en} “{name}”"))
}

fn list(supply: &Supply<'_>, kind: Option<ListKind>) -> Text {
    let heading = |lang: Lang| {
        let supply = supply.speaking(lang);
        kind.map(|kind| heading(&supply, kind).heading).unwrap_or_default()
    };
    let (vi, en) = (heading(Lang::Vi), heading(Lang::En));
    Text::new(format!("“{vi}”"), format!("“{en}”"))
}
