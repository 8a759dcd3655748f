//! Atom feeds: what is new, for feed readers.
//!
//! RFC 4287 wants a permanent id for the feed and for each entry. Where the
//! site's address is known that is the page's own address; elsewhere [`urn`]
//! makes one of the route, the same in every build. A day counts from midnight
//! in Vietnam.
//!
//! Never holds more of a product than its summary.

use std::fmt::Write as _;

use crate::text::clean::clean;
use crate::text::date::Day;
use crate::text::html::escape;
use crate::text::lang::Lang;

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its name.
    pub title: String,
    /// A sentence about it; empty for none.
    pub subtitle: String,
    /// Permanent id, an absolute IRI.
    pub id: String,
    /// Address of the feed.
    pub self_url: String,
    /// Address of the page that shows the same.
    pub home_url: String,
    /// Day of the newest change.
    pub updated: Day,
    /// Who publishes; empty leaves the title.
    pub author: String,
    /// Language of titles and summaries.
    pub lang: Lang,
    /// The entries in the order in which readers show them.
    pub entries: Vec<Entry>,
}

/// An entry of a [`Feed`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// Permanent id, an absolute IRI.
    pub id: String,
    /// Address of its page.
    pub url: String,
    /// Day of its last change.
    pub updated: Day,
    /// A sentence or two, notices included; empty for none.
    pub summary: String,
    /// Name of its group; empty for none.
    pub category: String,
}

/// The feed as a file.
pub fn file(feed: &Feed) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        feed.lang.code()
    );
    element(&mut out, "title", &feed.title);
    optional(&mut out, "subtitle", &feed.subtitle);
    element(&mut out, "id", &feed.id);
    link(&mut out, "self", "application/atom+xml", &feed.self_url);
    link(&mut out, "alternate", "text/html", &feed.home_url);
    element(&mut out, "updated", &moment(feed.updated));
    let author = if feed.author.trim().is_empty() { &feed.title } else { &feed.author };
    out.push_str("<author>\n");
    element(&mut out, "name", author);
    out.push_str("</author>\n");
    element(&mut out, "generator", "dacsan");
    for entry in &feed.entries {
        write_entry(&mut out, entry);
    }
    out.push_str("</feed>\n");
    out
}

/// A permanent id for something without a whole address: a version 8 UUID made
/// of the hash of `name`.
pub fn urn(name: &str) -> String {
    let hash = blake3::hash(name.as_bytes());
    let hex = hash.to_hex();
    let part = |range: std::ops::Range<usize>| hex.get(range).unwrap_or_default();
    // The variant is the two top bits of the fourth group: 8 to b.
    let variant = match hash.as_bytes().first().map_or(0, |byte| byte % 4) {
        0 => '8',
        1 => '9',
        2 => 'a',
        _ => 'b',
    };
    let (first, second, third) = (part(0..8), part(8..12), part(12..15));
    format!("urn:uuid:{first}-{second}-8{third}-{variant}{}-{}", part(15..18), part(18..30))
}

fn write_entry(out: &mut String, entry: &Entry) {
    out.push_str("<entry>\n");
    element(out, "title", &entry.title);
    element(out, "id", &entry.id);
    link(out, "alternate", "text/html", &entry.url);
    element(out, "updated", &moment(entry.updated));
    optional(out, "summary", &entry.summary);
    if !entry.category.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "<category term=\"{}\"/>", xml(&entry.category));
    }
    out.push_str("</entry>\n");
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", xml(text));
}

fn optional(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        element(out, name, text);
    }
}

fn link(out: &mut String, rel: &str, media: &str, url: &str) {
    let _ = writeln!(out, "<link rel=\"{rel}\" type=\"{media}\" href=\"{}\"/>", xml(url));
}

fn xml(text: &str) -> String {
    escape(&clean(text))
}

/// The day's first moment in Vietnam.
fn moment(day: Day) -> String {
    format!("{}T00:00:00+07:00", day.iso())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed() -> Feed {
        let day = Day::new(2026, 11, 23).unwrap();
        Feed {
            title: "Mới công nhận".to_owned(),
            subtitle: String::new(),
            id: "https://ocop.example/moi/".to_owned(),
            self_url: "https://ocop.example/feed.xml".to_owned(),
            home_url: "https://ocop.example/moi/".to_owned(),
            updated: day,
            author: String::new(),
            lang: Lang::Vi,
            entries: vec![Entry {
                title: "Mật <hoa> dừa & \u{1}đường".to_owned(),
                id: urn("san-pham/mat-hoa-dua/"),
                url: "https://ocop.example/san-pham/mat-hoa-dua/".to_owned(),
                updated: day,
                summary: "Cô từ mật hoa.".to_owned(),
                category: "Thực phẩm".to_owned(),
            }],
        }
    }

    #[test]
    fn a_feed_is_written_line_by_line() {
        let want = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n\
            <title>Mới công nhận</title>\n\
            <id>https://ocop.example/moi/</id>\n\
            <link rel=\"self\" type=\"application/atom+xml\" href=\"https://ocop.example/feed.xml\"/>\n\
            <link rel=\"alternate\" type=\"text/html\" href=\"https://ocop.example/moi/\"/>\n\
            <updated>2026-11-23T00:00:00+07:00</updated>\n\
            <author>\n<name>Mới công nhận</name>\n</author>\n\
            <generator>dacsan</generator>\n\
            <entry>\n\
            <title>Mật &lt;hoa&gt; dừa &amp; đường</title>\n\
            <id>URN</id>\n\
            <link rel=\"alternate\" type=\"text/html\" href=\"https://ocop.example/san-pham/mat-hoa-dua/\"/>\n\
            <updated>2026-11-23T00:00:00+07:00</updated>\n\
            <summary>Cô từ mật hoa.</summary>\n\
            <category term=\"Thực phẩm\"/>\n\
            </entry>\n\
            </feed>\n";
        assert_eq!(file(&feed()), want.replace("URN", &urn("san-pham/mat-hoa-dua/")));
    }

    #[test]
    fn ids_without_an_address_are_uuids_and_stay() {
        let id = urn("san-pham/mat-hoa-dua/");
        assert_eq!(id, urn("san-pham/mat-hoa-dua/"));
        assert_ne!(id, urn("san-pham/mat-ong/"));
        let groups: Vec<_> = id.strip_prefix("urn:uuid:").unwrap().split('-').collect();
        assert_eq!(
            groups.iter().map(|group| group.len()).collect::<Vec<_>>(),
            [8, 4, 4, 4, 12]
        );
        assert!(groups[2].starts_with('8') && groups[3].starts_with(['8', '9', 'a', 'b']));
    }
}
