//! Drawings that are drawn, and those that are refused in no time.

use std::time::{Duration, Instant};

use super::*;

fn drawn(inner: &str) -> Result<RgbaImage, Refusal> {
    let whole = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         viewBox='0 0 40 20'>{inner}</svg>"
    );
    pixels(whole.as_bytes())
}

#[track_caller]
fn refused(inner: &str, due: Undrawn) {
    let start = Instant::now();
    assert_eq!(drawn(inner).map(|it| it.dimensions()), Err(Refusal::Svg(due)), "{inner:.80}");
    assert!(start.elapsed() < Duration::from_secs(5), "{inner:.80}");
}

#[test]
fn lines_and_areas_are_drawn_and_the_rest_stays_transparent() {
    let found = drawn(
        "<style>.a{fill:url(#g)}</style><defs><linearGradient id='g'><stop stop-color='#c00'/>\
         </linearGradient><g id='b'><path class='a' d='M0 0h10v20H0z'/></g></defs>\
         <use href='#b'/><use xlink:href='#b' x='30'/>\
         <path stroke='#00c' stroke-dasharray='2 1' d='M10 10h20'/>",
    )
    .unwrap();
    assert_eq!(found.dimensions(), (1920, 960));
    assert_eq!(found.get_pixel(100, 100).0, [204, 0, 0, 255]);
    assert_eq!(found.get_pixel(1800, 900).0, [204, 0, 0, 255]);
    assert_eq!(found.get_pixel(960, 100).0, [0, 0, 0, 0]);
    let sizes =
        [("width='30mm' height='60mm'", (960, 1920)), ("width='5000' height='1'", (1920, 1))];
    for (attributes, due) in sizes {
        let whole = format!(
            "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY c 'red'>]>\
             <svg xmlns='http://www.w3.org/2000/svg' {attributes}><rect fill='&c;' width='9' height='9'/></svg>"
        );
        let size = size(whole.as_bytes()).unwrap();
        assert_eq!((size.width, size.height), due);
    }
}

#[test]
fn what_is_no_drawing_is_refused_with_its_reason() {
    refused("<script>alert(1)</script>", Undrawn::Code);
    refused("<foreignObject><p>x</p></foreignObject>", Undrawn::Code);
    refused("<text x='1' y='9'>Chè</text>", Undrawn::Letters);
    refused("<image href='/etc/passwd' width='9' height='9'/>", Undrawn::Pictures);
    refused("<filter id='f'><feGaussianBlur stdDeviation='900'/></filter>", Undrawn::Effects);
    assert_eq!(pixels(b"<svg xmlns='http://www.w3.org/2000/svg'><g>"), Err(Refusal::Corrupt));
    assert_eq!(pixels(b"<svg><g/></svg>").map(|it| it.dimensions()), Err(Refusal::Corrupt));
    // A style sheet of elsewhere is never fetched.
    assert!(
        drawn("<style>@import url(https://example.org/x.css)</style><path d='M0 0h9v9z'/>")
            .is_ok()
    );
}

#[test]
fn what_asks_for_too_much_is_refused_at_once() {
    let laugh = |n: u32| {
        let inner = format!("<use href='#l{}'/>", n - 1).repeat(10);
        format!("<g id='l{n}'>{inner}</g>")
    };
    let laughs = (1..12).map(laugh).collect::<Vec<_>>().concat();
    let laughs = format!("<path id='l0' d='M0 0h9v9z'/>{laughs}");
    refused(&laughs, Undrawn::Rich);
    refused("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", Undrawn::Rich);
    refused(&format!("{}{}", "<g>".repeat(90_000), "</g>".repeat(90_000)), Undrawn::Rich);
    refused(&"<path d='M0 0h40v20H0z'/>".repeat(2_000), Undrawn::Rich);
    refused(&"<path d='M0 0h1z'/>".repeat(40_000), Undrawn::Rich);
    refused("<path stroke='red' stroke-dasharray='.0001' d='M0 0h40v20H0z'/>", Undrawn::Rich);
    let layers =
        format!("{}<path d='M0 0h9v9z'/>{}", "<g opacity='.9'>".repeat(40), "</g>".repeat(40));
    refused(&layers, Undrawn::Rich);
    let stops = "<stop offset='.5'/>".repeat(9_000);
    refused(&format!("<linearGradient id='g'>{stops}</linearGradient>"), Undrawn::Rich);
    let marker = "<marker id='m'><path d='M0 0h1z'/><path d='M0 0h1z'/></marker>";
    let line = format!("<path marker-mid='url(#m)' d='M0 0{}'/>", "l1 1".repeat(9_000));
    refused(&format!("{marker}{line}"), Undrawn::Rich);
    refused(&" ".repeat(3_000_000), Undrawn::Rich);
    let entity = |n: u32| format!("<!ENTITY e{n} '{}'>", format!("&e{};", n - 1).repeat(10));
    let entities = (1..9).map(entity).collect::<Vec<_>>().concat();
    let whole = format!(
        "<!DOCTYPE svg [<!ENTITY e0 'aaaaaaaaaa'>{entities}]><svg xmlns='http://www.w3.org/2000/svg'>&e8;</svg>"
    );
    assert_eq!(pixels(whole.as_bytes()).map(|it| it.dimensions()), Err(Refusal::Corrupt));
}

#[test]
fn the_worst_that_is_allowed_ends_soon() {
    let start = Instant::now();
    let coats = "<path fill-opacity='.5' d='M0 0L40 1V20L0 19z'/>".repeat(280);
    drawn(&coats).unwrap();
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}
