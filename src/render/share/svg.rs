//! The drawing: a panel of words, and cloth where there is no photo.

use std::fmt::Write as _;

use super::letters::{Font, fitted};
use crate::picture::{SHARE, SHARE_PHOTO};
use crate::render::view::share::ShareView;
use crate::render::weave;
use crate::text::clean::clean;
use crate::text::html;

const INDIGO: &str = "#1a2247";
const ECRU: &str = "#f6ecd6";
const TURMERIC: &str = "#f0b93f";
const QUIET: &str = "#b9bdd3";
const GREY: &str = "#6d7396";

/// Where words begin and end, from the left.
const LEFT: f32 = 692.0;
const RIGHT: f32 = 1152.0;

/// Sizes of a name with the lines it may have.
const SIZES: [(f32, usize); 5] = [(60.0, 3), (52.0, 4), (44.0, 4), (37.0, 5), (32.0, 6)];

/// Five points within a square of 22.
const STAR: &str = "M11 1.6l2.9 6.2 6.8.8-5 4.7 1.3 6.7L11 16.7 5 20l1.3-6.7-5-4.7 6.8-.8z";

/// The mark of the theme, within a square of 48.
const MARK: &str = "<path fill=\"#f6ecd6\" d=\"M24 2 46 24 24 46 2 24z\"/>\
    <path fill=\"#c23a35\" d=\"M24 11 37 24 24 37 11 24z\"/>\
    <path fill=\"#f0b93f\" d=\"m24 18 6 6-6 6-6-6z\"/>";

/// The whole picture but for the photo.
pub(super) fn draw(view: &ShareView) -> String {
    let mut svg = Svg(String::with_capacity(8 * 1024));
    let (width, height) = (SHARE.width, SHARE.height);
    svg.add(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"
    ));
    if view.photo.is_none() {
        svg.cloth(view);
    }
    let (left, rest) = (SHARE_PHOTO.width, width - SHARE_PHOTO.width);
    svg.add(&format!(
        "<rect x=\"{left}\" width=\"{rest}\" height=\"{height}\" fill=\"{INDIGO}\"/>"
    ));
    svg.hem(&view.weave);
    let (size, lines) = fitted(&view.name, Font::Name, RIGHT - LEFT, &SIZES);
    svg.text(&view.group, (LEFT, 100.0), 25.0, (Font::Strong, TURMERIC));
    let mut y = 122.0;
    for line in &lines {
        y += size * 1.22;
        svg.text(line, (LEFT, y), size, (Font::Name, ECRU));
    }
    svg.stars(view, y + 40.0);
    svg.text(&view.province, (LEFT, 514.0), 27.0, (Font::Strong, ECRU));
    svg.add(&format!(
        "<path d=\"M{LEFT} 540H{RIGHT}\" stroke=\"#3b4682\" stroke-width=\"2\"/>"
    ));
    svg.add(&format!("<g transform=\"translate({LEFT} 560) scale(.75)\">{MARK}</g>"));
    let sizes = [(24.0, 1), (20.0, 1), (17.0, 1)];
    let (size, site) = fitted(&view.site, Font::Strong, RIGHT - LEFT - 50.0, &sizes);
    let site = site.first().map_or("", String::as_str);
    svg.text(site, (LEFT + 50.0, 578.0 + size * 0.36), size, (Font::Strong, QUIET));
    svg.add("</svg>");
    svg.0
}

struct Svg(String);

impl Svg {
    fn add(&mut self, part: &str) {
        self.0.push_str(part);
    }

    fn text(&mut self, line: &str, (x, y): (f32, f32), size: f32, (font, fill): (Font, &str)) {
        // Writing to a string does not end early.
        let _ = write!(
            self.0,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" {} fill=\"{fill}\">{}</text>",
            font.attributes(),
            html::escape(&clean(line))
        );
    }

    /// The woven cover, larger than the place of a photo: the panel covers the rest.
    ///
    /// A clip would cost a mask of the whole picture.
    fn cloth(&mut self, view: &ShareView) {
        let cover = weave::cover_in_lines(&view.slug, &view.weave, &view.pictogram);
        self.add(&format!("<g transform=\"translate(-240 -105) scale(1.75)\">{cover}</g>"));
    }

    /// A woven band between picture and words.
    fn hem(&mut self, weave: &[String; 5]) {
        let [_, _, _, accent, ecru] = weave;
        let (left, height) = (SHARE_PHOTO.width, SHARE.height);
        self.add(&format!(
            "<rect x=\"{left}\" width=\"16\" height=\"{height}\" fill=\"{}\"/>",
            html::escape(weave.first().map_or("", String::as_str))
        ));
        let middle = left + 8;
        for y in (0..height).step_by(21) {
            let fill = if (y / 21).is_multiple_of(2) { accent } else { ecru };
            self.add(&format!(
                "<path fill=\"{}\" d=\"M{middle} {y}l6 10.5-6 10.5-6-10.5z\"/>",
                html::escape(fill)
            ));
        }
    }

    /// Stars, gold or grey, with their number and how long they count.
    fn stars(&mut self, view: &ShareView, y: f32) {
        let rating = &view.rating;
        let mut x = LEFT;
        for _ in 0..rating.stars {
            let look = if rating.drawn {
                format!("fill=\"{TURMERIC}\"")
            } else {
                format!("fill=\"none\" stroke=\"{GREY}\" stroke-width=\"1.2\"")
            };
            self.add(&format!(
                "<path {look} transform=\"translate({x:.1} {y:.1}) scale(1.7)\" d=\"{STAR}\"/>"
            ));
            x += 42.0;
        }
        if rating.stars > 0 {
            let ink = if rating.drawn { ECRU } else { QUIET };
            self.text(&rating.label, (x + 8.0, y + 29.0), 28.0, (Font::Strong, ink));
        }
        let below = if rating.stars > 0 { y + 74.0 } else { y + 29.0 };
        let said = match rating.put_forward_label.as_str() {
            "" => &rating.short_label,
            put_forward => put_forward,
        };
        let (size, lines) =
            fitted(said, Font::Word, RIGHT - LEFT, &[(25.0, 1), (22.0, 1), (20.0, 2)]);
        for (n, line) in (0u8..).zip(&lines) {
            self.text(
                line,
                (LEFT, below + f32::from(n) * size * 1.3),
                size,
                (Font::Word, QUIET),
            );
        }
    }
}
