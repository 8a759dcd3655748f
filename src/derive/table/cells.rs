//! What a product has in each column of the table.

use super::columns::{COLUMNS, Column, Field};
use crate::model::catalogue::Catalogue;
use crate::model::product::{ContactKind, Pack, Product, State};
use crate::model::rating::{Event, Level, Rating};
use crate::text::fold::match_key;
use crate::text::number::NO_BREAK_SPACE;

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// For people, and for comparing: "Thực phẩm", `2026-03-02`, `95000`.
    pub shown: String,
    /// As a dossier writes it: `thuc-pham`.
    pub written: String,
}

impl Cell {
    /// A value that is written as it is shown.
    pub fn same(text: impl Into<String>) -> Self {
        let shown = text.into();
        Self { written: shown.clone(), shown }
    }

    fn pair(shown: &str, written: &str) -> Self {
        Self { shown: shown.to_owned(), written: written.to_owned() }
    }
}

/// The cells of a product, one for each column; empty ones for what it lacks.
pub fn cells(catalogue: &Catalogue, product: &Product) -> Vec<Cell> {
    COLUMNS.iter().map(|column| cell(catalogue, product, column).unwrap_or_default()).collect()
}

fn cell(catalogue: &Catalogue, product: &Product, column: &Column) -> Option<Cell> {
    match column.field {
        Field::Slug => Some(Cell::same(&product.slug)),
        Field::Code => Some(Cell::same(product.code.as_ref()?.to_string())),
        Field::Rating(key) => rating_cell(product.ratings.last()?, key),
        Field::Pack(key) => pack_cell(product.packs.first()?, key),
        Field::Key(["former", key]) => of_former(catalogue, product, key),
        Field::Key(["contacts", key]) => contacts(product, key),
        Field::Key(["en", "name"]) => product.english.name.as_deref().map(Cell::same),
        Field::Key(["en", "summary"]) => product.english.summary.as_deref().map(Cell::same),
        Field::Key([key]) => of_key(catalogue, product, key),
        Field::Key(_) => None,
    }
}

fn of_key(catalogue: &Catalogue, product: &Product, key: &str) -> Option<Cell> {
    let scheme = &catalogue.scheme;
    Some(match key {
        "name" => Cell::same(&product.name.value),
        "summary" => Cell::same(&product.summary.as_ref()?.value),
        "group" => {
            let group = scheme.group(product.group.value)?;
            Cell::pair(&group.name.vi, &group.slug)
        }
        "subgroup" => subgroup(catalogue, product)?,
        "producer" => producer(catalogue, product)?,
        "province" => {
            Cell::same(&catalogue.regions.province(product.place.province.value)?.name.vi)
        }
        "commune" => Cell::same(&product.place.commune.as_ref()?.value),
        "hamlet" => Cell::same(product.place.hamlet.as_ref()?),
        "kind" => {
            let kind = scheme.product_kind(product.kind.as_ref()?.value)?;
            Cell::pair(&kind.name.vi, &kind.slug)
        }
        "sources" => {
            let all: Vec<&str> = product.sources.iter().map(|url| url.value.as_str()).collect();
            Cell::same(all.join("; "))
        }
        "code" => Cell::same(&product.register_number.as_ref()?.value),
        "state" => state(product.state),
        _ => {
            let facts = product.facts.iter().chain(&product.buyer_facts);
            Cell::same(&facts.into_iter().find(|fact| fact.key == key)?.text.value)
        }
    })
}

/// The subgroup by its name, by its path where the group has two of that name.
fn subgroup(catalogue: &Catalogue, product: &Product) -> Option<Cell> {
    let id = product.subgroup.as_ref()?.value;
    let own = catalogue.scheme.subgroup(id)?;
    let key = match_key(&own.name.vi);
    let mut namesakes = catalogue.scheme.subgroups_with_ids().filter(|(_, other)| {
        other.group == own.group && (match_key(&other.name.vi) == key || other.slug == key)
    });
    let alone = namesakes.next().is_some_and(|(first, _)| first == id);
    let is_only = alone && namesakes.next().is_none();
    Some(Cell::pair(if is_only { &own.name.vi } else { &own.path }, &own.path))
}

/// The producer by its name, by its slug where several have that name.
fn producer(catalogue: &Catalogue, product: &Product) -> Option<Cell> {
    let own = catalogue.producer(product.producer?)?;
    let alike = catalogue.producers.iter().filter(|it| it.name.value == own.name.value);
    let shown = if alike.count() > 1 { &own.slug } else { &own.name.value };
    Some(Cell::pair(shown, &own.slug))
}

fn of_former(catalogue: &Catalogue, product: &Product, key: &str) -> Option<Cell> {
    let former = &product.place.former;
    Some(Cell::same(match key {
        "province" => &catalogue.regions.former(former.province.as_ref()?.value)?.name.vi,
        "district" => &former.district.as_ref()?.value,
        "commune" => &former.commune.as_ref()?.value,
        _ => return None,
    }))
}

/// What a rating has under a key; `None` where it says nothing.
pub fn rating_cell(rating: &Rating, key: &str) -> Option<Cell> {
    Some(match key {
        "stars" => Cell::same(rating.stars.as_ref()?.value.count().to_string()),
        "score" => {
            let hundredths = rating.score.as_ref()?.value.0;
            let (whole, rest) = (hundredths / 100, hundredths % 100);
            let text = format!("{whole}.{rest:02}");
            Cell::same(text.trim_end_matches('0').trim_end_matches('.'))
        }
        "event" => {
            let (shown, written) = event_words(rating.event);
            Cell::pair(shown, written)
        }
        "decision" => Cell::same(&rating.decision.as_ref()?.value),
        "decided" => Cell::same(rating.decided.as_ref()?.value.iso()),
        "level" => {
            let (shown, written) = match rating.level.as_ref()?.value {
                Level::District => ("Huyện", "district"),
                Level::Province => ("Tỉnh", "province"),
                Level::Central => ("Trung ương", "central"),
            };
            Cell::pair(shown, written)
        }
        _ => return None,
    })
}

fn event_words(event: Event) -> (&'static str, &'static str) {
    match event {
        Event::First => ("Lần đầu", "first"),
        Event::Upgrade => ("Nâng hạng", "upgrade"),
        Event::Renewal => ("Công nhận lại", "renewal"),
        Event::PutForward => ("Đề nghị 5 sao", "put-forward"),
        Event::Refused => ("Không đạt", "refused"),
        Event::Withdrawn => ("Thu hồi", "withdrawn"),
    }
}

/// What a pack has under a key; `None` where it says nothing.
pub fn pack_cell(pack: &Pack, key: &str) -> Option<Cell> {
    Some(Cell::same(match key {
        "name" => pack.name.clone()?,
        "net" => pack.net.as_ref()?.value.text.replace(NO_BREAK_SPACE, " "),
        "price" => pack.price.as_ref()?.value.0.to_string(),
        "priced_on" => pack.priced_on.as_ref()?.value.iso(),
        "gtin" => pack.gtin.as_ref()?.value.clone(),
        _ => return None,
    }))
}

fn contacts(product: &Product, key: &str) -> Option<Cell> {
    let kind = match key {
        "phone" => ContactKind::Phone,
        "zalo" => ContactKind::Zalo,
        "email" => ContactKind::Email,
        "web" => ContactKind::Web,
        "facebook" => ContactKind::Facebook,
        _ => return None,
    };
    let own = product.contacts.iter().filter(|contact| contact.kind == kind);
    let texts: Vec<String> = own
        .map(|contact| match kind {
            // What is shown of an address is shortened; the address itself is the value.
            ContactKind::Web | ContactKind::Facebook => contact.href.clone(),
            _ => contact.text.value.replace(NO_BREAK_SPACE, " "),
        })
        .collect();
    (!texts.is_empty()).then(|| Cell::same(texts.join("; ")))
}

fn state(state: State) -> Cell {
    let (shown, written) = match state {
        State::Draft => ("Bản nháp", "draft"),
        State::Review => ("Chờ duyệt", "review"),
        State::Published => ("Đăng", "published"),
        State::Hidden => ("Ẩn", "hidden"),
        State::Removed => ("Đã gỡ", "removed"),
    };
    Cell::pair(shown, written)
}
