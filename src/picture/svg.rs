//! Drawings of others (SVG): drawn here, once, so that only pixels are published.
//!
//! Nothing is loaded from anywhere, and what a drawing holds besides lines and
//! areas is refused with a reason. What it costs to draw is reckoned first:
//! a few lines of text can ask for any number of elements, layers and dashes.

use std::collections::BTreeMap;

use image::RgbaImage;
use resvg::tiny_skia::{PathSegment, Pixmap, Point, Transform};
use resvg::usvg::roxmltree::{self, Document, NodeId, ParsingOptions};
use resvg::usvg::{self, Group, Node, Paint, Tree};

use super::refusal::Undrawn;
use super::{Refusal, Size};

/// Most bytes.
const BYTES: usize = 2_000_000;
/// Pixels of the longer side: enough for a page of a brochure.
const SIDE: f32 = 1920.0;
/// Most elements, each counted as often as it is drawn.
const ELEMENTS: u64 = 30_000;
/// Elements within each other.
const DEPTH: usize = 100;
/// Most stops of a gradient.
const STOPS: usize = 64;
/// How often the whole picture may be painted over.
const COATS: f32 = 300.0;
/// Layers within each other: each is a picture of its own.
const LAYERS: usize = 6;
/// Most dashes of all lines.
const DASHES: f32 = 100_000.0;

/// Size at which it is drawn.
pub(super) fn size(bytes: &[u8]) -> Result<Size, Refusal> {
    read(bytes).map(|drawing| drawing.size())
}

/// Its pixels.
pub(super) fn pixels(bytes: &[u8]) -> Result<RgbaImage, Refusal> {
    let drawing = read(bytes)?;
    let Size { width, height } = drawing.size();
    let mut canvas = Pixmap::new(width, height).ok_or(Refusal::Corrupt)?;
    let scale = Transform::from_scale(drawing.scale(), drawing.scale());
    resvg::render(&drawing.tree, scale, &mut canvas.as_mut());
    RgbaImage::from_raw(width, height, canvas.take_demultiplied()).ok_or(Refusal::Corrupt)
}

struct Drawing {
    tree: Tree,
}

fn read(bytes: &[u8]) -> Result<Drawing, Refusal> {
    if bytes.len() > BYTES {
        return Err(Undrawn::Rich.into());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Corrupt)?;
    demand_shallow(text)?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Refusal::Corrupt)?;
    judge(&document)?;
    let tree = Tree::from_xmltree(&document, &usvg::Options::default())
        .map_err(|_| Refusal::Corrupt)?;
    let drawing = Drawing { tree };
    drawing.judge()?;
    Ok(drawing)
}

/// Readers of XML go as deep as it is nested; the stack does not.
fn demand_shallow(text: &str) -> Result<(), Refusal> {
    let mut depth = 0_usize;
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !rest.starts_with("<!") && !rest.starts_with("<?") {
            let tag = rest.split_once('>').map_or(rest, |(tag, _)| tag);
            depth = depth.saturating_add(usize::from(!tag.ends_with('/')));
        }
        if depth > DEPTH {
            return Err(Undrawn::Rich.into());
        }
    }
    Ok(())
}

/// Looks at elements before anything is drawn.
fn judge(document: &Document<'_>) -> Result<(), Refusal> {
    let mut elements = 0_u64;
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        elements = elements.saturating_add(1);
        let undrawn = match node.tag_name().name() {
            "script" | "foreignObject" => Undrawn::Code,
            "text" => Undrawn::Letters,
            "image" | "feImage" => Undrawn::Pictures,
            "filter" => Undrawn::Effects,
            "linearGradient" | "radialGradient" if node.children().count() > 2 * STOPS => {
                Undrawn::Rich
            }
            "style" if node.text().is_some_and(|text| text.contains("marker")) => Undrawn::Rich,
            _ => continue,
        };
        return Err(undrawn.into());
    }
    let mut reckoning =
        Reckoning { document, elements, by_name: BTreeMap::new(), known: BTreeMap::new() };
    for node in document.descendants() {
        if let Some(name) = node.attribute("id") {
            reckoning.by_name.entry(name).or_insert_with(|| node.id());
        }
    }
    match reckoning.cost(document.root_element(), 0) {
        Some(cost) if cost <= ELEMENTS => Ok(()),
        _ => Err(Undrawn::Rich.into()),
    }
}

/// How many elements there are once every reference is followed.
struct Reckoning<'a> {
    document: &'a Document<'a>,
    elements: u64,
    by_name: BTreeMap<&'a str, NodeId>,
    known: BTreeMap<u32, u64>,
}

impl<'a> Reckoning<'a> {
    /// `None` where references go in circles or too deep.
    fn cost(&mut self, node: roxmltree::Node<'a, 'a>, depth: usize) -> Option<u64> {
        if let Some(known) = self.known.get(&node.id().get()) {
            return Some(*known);
        }
        if depth > DEPTH {
            return None;
        }
        let mut sum = 1_u64;
        for child in node.children().filter(roxmltree::Node::is_element) {
            sum = sum.saturating_add(self.cost(child, depth.saturating_add(1))?);
        }
        for (name, times) in references(node, self.elements) {
            let target = self.by_name.get(name).and_then(|id| self.document.get_node(*id));
            if let Some(target) = target {
                let own = self.cost(target, depth.saturating_add(1))?;
                sum = sum.saturating_add(own.saturating_mul(times));
            }
        }
        self.known.insert(node.id().get(), sum);
        Some(sum)
    }
}

/// Names that an element refers to, and how often each is drawn for it.
fn references<'a>(node: roxmltree::Node<'a, 'a>, elements: u64) -> Vec<(&'a str, u64)> {
    let mut found = Vec::new();
    // A marker stands at every point of a line.
    let line = |name: &str| node.attribute(name).map_or(0, str::len);
    let points = u64::try_from(line("d").max(line("points"))).unwrap_or(u64::MAX);
    for attribute in node.attributes() {
        let value = attribute.value();
        if attribute.name() == "href" {
            found.extend(value.strip_prefix('#').map(|name| (name, 1)));
        }
        let is_marker = attribute.name().starts_with("marker") || value.contains("marker");
        let times = if is_marker { points.max(1) } else { 1 };
        found.extend(urls(value).map(|name| (name, times)));
    }
    if node.tag_name().name() == "style" {
        found.extend(urls(node.text().unwrap_or_default()).map(|name| (name, elements)));
    }
    found
}

/// Names in `url(#name)`.
fn urls(text: &str) -> impl Iterator<Item = &str> {
    text.split("url(").skip(1).filter_map(|rest| {
        let name = rest.split(')').next()?;
        name.trim_matches(|letter: char| letter.is_whitespace() || "'\"".contains(letter))
            .strip_prefix('#')
    })
}

/// What drawing comes to.
#[derive(Default)]
struct Paints {
    /// Areas in pixels.
    area: f32,
    dashes: f32,
    is_deep: bool,
}

impl Drawing {
    /// Pixels for each unit of the drawing.
    fn scale(&self) -> f32 {
        let size = self.tree.size();
        SIDE / size.width().max(size.height())
    }

    fn size(&self) -> Size {
        let size = self.tree.size();
        let side = |units: f32| {
            let wanted = (units * self.scale()).round();
            (1..=1920_u16).rev().find(|side| f32::from(*side) <= wanted).unwrap_or(1).into()
        };
        Size { width: side(size.width()), height: side(size.height()) }
    }

    fn judge(&self) -> Result<(), Refusal> {
        let mut paints = Paints::default();
        self.add(self.tree.root(), 0, &mut paints);
        // What is no drawing at all, but has the name of one.
        if paints.area <= 0.0 {
            return Err(Refusal::Corrupt);
        }
        let size = self.tree.size();
        let canvas = size.width() * size.height() * self.scale() * self.scale();
        let fits = paints.area <= canvas * COATS && paints.dashes <= DASHES && !paints.is_deep;
        if fits { Ok(()) } else { Err(Undrawn::Rich.into()) }
    }

    fn add(&self, group: &Group, layers: usize, paints: &mut Paints) {
        let size = self.tree.size();
        let (width, height) = (size.width(), size.height());
        let canvas = width * height * self.scale() * self.scale();
        let is_layer = group.isolate()
            || group.opacity().get() < 1.0
            || group.clip_path().is_some()
            || group.mask().is_some();
        let layers = layers.saturating_add(usize::from(is_layer));
        paints.is_deep |= layers > LAYERS;
        if paints.is_deep {
            return;
        }
        if is_layer {
            paints.area += 2.0 * canvas;
        }
        if let Some(mask) = group.mask() {
            self.add(mask.root(), layers.saturating_add(1), paints);
        }
        if let Some(clip) = group.clip_path() {
            self.add(clip.root(), layers.saturating_add(1), paints);
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.add(group, layers, paints),
                Node::Path(path) => {
                    let area = path.abs_stroke_bounding_box();
                    let across = area.right().min(width) - area.left().max(0.0);
                    let down = area.bottom().min(height) - area.top().max(0.0);
                    let seen = across.max(0.0) * down.max(0.0);
                    paints.area += seen * self.scale() * self.scale();
                    self.add_lines(path, layers, paints);
                }
                Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    /// Patterns and dashes of a path.
    fn add_lines(&self, path: &usvg::Path, layers: usize, paints: &mut Paints) {
        let fill = path.fill().map(usvg::Fill::paint);
        let stroke = path.stroke().map(usvg::Stroke::paint);
        for paint in [fill, stroke].into_iter().flatten() {
            if let Paint::Pattern(pattern) = paint {
                // A tile may be as large as the picture, and reading it again costs ten times a colour.
                let size = self.tree.size();
                let canvas = size.width() * size.height() * self.scale() * self.scale();
                paints.area += 10.0 * canvas;
                self.add(pattern.root(), layers.saturating_add(1), paints);
            }
        }
        let dashes = path.stroke().and_then(usvg::Stroke::dasharray);
        if let Some(period) = dashes.map(|dashes| dashes.iter().sum::<f32>()) {
            paints.dashes += length(path) / period.max(f32::MIN_POSITIVE);
        }
    }
}

/// At least the length of a path, in its own units.
fn length(path: &usvg::Path) -> f32 {
    let (mut sum, mut at, mut start) = (0.0, Point::zero(), Point::zero());
    let mut to = |from: &mut Point, points: &[Point]| {
        for point in points {
            sum += from.distance(*point);
            *from = *point;
        }
    };
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(point) => (at, start) = (point, point),
            PathSegment::LineTo(point) => to(&mut at, &[point]),
            PathSegment::QuadTo(one, point) => to(&mut at, &[one, point]),
            PathSegment::CubicTo(one, other, point) => to(&mut at, &[one, other, point]),
            PathSegment::Close => to(&mut at, &[start]),
        }
    }
    sum
}

#[cfg(test)]
mod tests;
