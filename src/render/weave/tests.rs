//! Covers are the same for the same slug, in the colours of the group, and small.

use std::collections::BTreeSet;

use super::charts::{BROAD, Chart, MIDDLE, NARROW};
use super::cover;

/// The colours of the theme's groups; the theme's own file stays free to change.
const GROUPS: [[&str; 5]; 7] = [
    ["#c98a1b", "#7c3a12", "#f0c763", "#26305e", "#f6ecd6"],
    ["#8f2440", "#3a1230", "#d9576b", "#e9ae3c", "#f6ecd6"],
    ["#2f6f3a", "#173f2a", "#8fb04a", "#e5b13a", "#f4efd9"],
    ["#26317a", "#141a45", "#c23a35", "#eab63e", "#f6ecd6"],
    ["#13696b", "#0d3a44", "#6fb7a0", "#dd5f4b", "#f4efd9"],
    ["#b2512a", "#5a2415", "#e79a4b", "#2a4a7d", "#f6ecd6"],
    ["#6b6459", "#35312b", "#a89d8a", "#c2863a", "#f3ecdc"],
];

/// As long as the longest pictogram of the theme.
const PICTOGRAM: &str = "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.25\">\
    <path d=\"M9 37h30l-3 7H12z\"/><path d=\"M22 37c-2-5 5-7 4-13-1-4-3-5-2-9M25 30l8-4\"/>\
    <path d=\"M16 15a5 5 0 0 1 3-9 6 6 0 0 1 11 0 5 5 0 0 1 3 9z\"/><path d=\"M31 27a4 4 0 0 1 \
    2-7 5 5 0 0 1 8 1 3 3 0 0 1 1 6zM6 29a4 4 0 0 1 2-7 5 5 0 0 1 8 1 3 3 0 0 1 1 6z\"/></g>";

fn woven(slug: &str, group: [&str; 5]) -> String {
    cover(slug, &group.map(str::to_owned), PICTOGRAM)
}

/// Forty covers of every group.
fn many() -> impl Iterator<Item = (String, [&'static str; 5], String)> {
    GROUPS.into_iter().flat_map(|group| {
        (0..40).map(move |n| {
            let slug = format!("mat-ong-{n}");
            let svg = woven(&slug, group);
            (slug, group, svg)
        })
    })
}

/// The values of one attribute.
fn values<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    svg.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn same_slug_same_bytes() {
    for group in GROUPS {
        assert_eq!(woven("mat-ong-bac-ha", group), woven("mat-ong-bac-ha", group));
    }
}

#[test]
fn other_slugs_other_cloth() {
    let [group, ..] = GROUPS;
    let covers: BTreeSet<String> =
        (0..2000).map(|n| woven(&format!("san-pham-{n}"), group)).collect();
    assert_eq!(covers.len(), 2000);
}

#[test]
fn a_cover_is_small() {
    for (slug, _, svg) in many() {
        assert!(svg.len() <= 6 * 1024, "{slug}: {} bytes", svg.len());
    }
}

#[test]
fn only_the_colours_of_the_group() {
    for (slug, group, svg) in many() {
        for name in ["fill", "stroke", "color"] {
            for value in values(&svg, name) {
                let known = ["none", "currentColor", "url(#t)"].contains(&value);
                assert!(known || group.contains(&value), "{slug}: {value}");
            }
        }
    }
}

#[test]
fn tags_close_in_order() {
    for (slug, _, svg) in many() {
        let mut open = Vec::new();
        for tag in svg.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').expect("a tag ends");
            match (tag.strip_prefix('/'), tag.ends_with('/')) {
                (Some(name), _) => assert_eq!(open.pop(), Some(name), "{slug}"),
                (None, true) => {}
                (None, false) => open.extend(tag.split(' ').next()),
            }
        }
        assert!(open.is_empty(), "{slug}: {open:?}");
    }
}

#[test]
fn every_reference_is_defined_once() {
    for (slug, _, svg) in many() {
        let ids = values(&svg, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{slug}");
        for target in values(&svg, "href") {
            assert!(target.strip_prefix('#').is_some_and(|id| known.contains(id)), "{slug}");
        }
    }
}

#[test]
fn no_script_no_style_no_foreign_file() {
    for (slug, _, svg) in many() {
        for word in ["<script", "<style", "style=", "<image", "onload", "data:"] {
            assert!(!svg.contains(word), "{slug}: {word}");
        }
        assert_eq!(svg.matches("http").count(), 1, "{slug}: the namespace alone");
    }
}

#[test]
fn a_colour_that_is_none_never_reaches_the_file() {
    let svg = woven("a", ["red\"/><script>", "#12345", "#1234567", "", "#gggggg"]);
    assert!(!svg.contains("script") && !svg.contains("#12345"), "{svg}");
    assert!(svg.contains("fill=\"#000000\""));
}

#[test]
fn drafts_are_true() {
    let check = |chart: &Chart| {
        let columns = chart.rows[0].len();
        assert!(columns >= 2, "a motif needs its two axes");
        for row in chart.rows {
            assert_eq!(row.len(), columns, "{row}");
            assert!(row.chars().all(|mark| ".#+o".contains(mark)), "{row}");
        }
    };
    BROAD.iter().chain(&MIDDLE).chain(&NARROW).for_each(check);
    assert!(BROAD.iter().all(|chart| chart.mirrored), "the middle has no top or bottom");
}

#[test]
fn a_draft_is_read_as_runs() {
    let chart = Chart { mirrored: false, rows: &["##.#", "..o.", "#..#"] };
    assert_eq!(chart.path('#'), "M-3.5 0.5h2m1 0h1m-4 2h1m2 0h1");
    assert_eq!(chart.path('o'), "M-1.5 1.5h1");
    assert_eq!(chart.path('+'), "");
    assert_eq!((chart.period(), chart.height()), (6, 3));
    assert_eq!(Chart { mirrored: true, ..chart }.height(), 5);
}
