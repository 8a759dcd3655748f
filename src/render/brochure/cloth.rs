//! A woven cover for print: the same cloth, its threads as a picture of squares.
//!
//! On the web a cover repeats its motifs by `<use>`, which keeps the file small. The
//! engine would unroll thousands of little paths for each card. Here the threads are laid on
//! a grid in their order, and the grid becomes a [`blocks`] picture, sharp at every
//! size; medallion and pictogram stay drawn upon it.
//!
//! What it does not know it leaves as it is: then the cover is set as drawn for the web.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::render::brochure::blocks;
use crate::render::brochure::photo::base64;

/// Drawings within drawings; more than any cover has.
const DEEP: usize = 24;

/// The cover with its cloth as a picture; `None` where it is of another make.
pub(super) fn flattened(svg: &str) -> Option<String> {
    let (defs, rest) = svg.split_once("</defs>")?;
    let start = rest.find("<g transform=\"translate(320 240)")?;
    let (ground, rest) = rest.split_at(start);
    // The cloth ends where the texture is laid over it.
    let (cloth, rest) = rest.split_once("<path fill=\"url(#t)\"")?;
    let (_, rest) = rest.split_once("/></g>")?;
    let wrap = cloth.split_once('>')?.0;
    let gauge = numbers(wrap.split_once("scale(")?.1).first().copied()?;
    let upright = wrap.contains("rotate(90)");
    let (wide, high) = if upright { (480.0, 640.0) } else { (640.0, 480.0) };
    let parts = format!("{}{cloth}</g>", defs.split_once("<defs>")?.1);
    let mut nodes = tree(&parts)?;
    let main = nodes.pop()?;
    let mut ids = BTreeMap::new();
    named(&nodes, &mut ids);
    named(&main.children, &mut ids);
    let ground_ink = ground.split_once("fill=\"")?.1.split_once('"')?.0;
    let mut grid = Grid::new(wide / gauge, high / gauge, ground_ink)?;
    for child in &main.children {
        grid.draw(child, Place::NONE, &ids, DEEP)?;
    }
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\" width=\"640\" height=\"480\">";
    Some(format!("{head}{ground}{wrap}>{}</g>{rest}", grid.picture()?))
}

/// An element with what matters of it.
struct Node<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    children: Vec<Self>,
}

impl<'a> Node<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// Elements of a drawing that has no text.
fn tree(text: &str) -> Option<Vec<Node<'_>>> {
    let mut open: Vec<Node<'_>> = vec![Node { name: "", attributes: vec![], children: vec![] }];
    for tag in text.split('<').skip(1) {
        let tag = tag.strip_suffix('>')?;
        if tag.starts_with('/') {
            let done = open.pop()?;
            open.last_mut()?.children.push(done);
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut parts = rest.split('"');
        let mut attributes = Vec::new();
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            attributes.push((key.trim().trim_end_matches('='), value));
        }
        let node = Node { name, attributes, children: Vec::new() };
        if closed {
            open.last_mut()?.children.push(node);
        } else {
            open.push(node);
        }
    }
    (open.len() == 1).then(|| open.pop()).flatten().map(|root| root.children)
}

fn named<'a, 'b>(nodes: &'b [Node<'a>], ids: &mut BTreeMap<&'a str, &'b Node<'a>>) {
    for node in nodes {
        if let Some(id) = node.get("id") {
            ids.insert(id, node);
        }
        named(&node.children, ids);
    }
}

/// Numbers at the start of the text, up to the closing bracket.
fn numbers(text: &str) -> Vec<f64> {
    let inner = text.split(')').next().unwrap_or("");
    inner.split([' ', ',']).filter_map(|part| part.parse().ok()).collect()
}

/// Mirrored or not, and moved: all that a cover does to its parts.
#[derive(Clone, Copy)]
struct Place {
    sx: f64,
    sy: f64,
    dx: f64,
    dy: f64,
}

impl Place {
    const NONE: Self = Self { sx: 1.0, sy: 1.0, dx: 0.0, dy: 0.0 };

    /// What the node's `transform`, `x` and `y` do within this place.
    fn within(self, node: &Node<'_>) -> Option<Self> {
        let number = |name: &str| node.get(name).map_or(Some(0.0), |it| it.parse().ok());
        let text = node.get("transform").unwrap_or("");
        let turned = match text.split_once('(') {
            None => Self::NONE,
            Some((verb, rest)) => {
                let values = numbers(rest);
                match (verb, values.as_slice()) {
                    ("translate", &[dx, dy]) => Self { dx, dy, ..Self::NONE },
                    ("translate", &[dx]) => Self { dx, ..Self::NONE },
                    ("scale", &[sx, sy]) => Self { sx, sy, ..Self::NONE },
                    ("matrix", &[sx, 0.0, 0.0, sy, dx, dy]) => Self { sx, sy, dx, dy },
                    _ => return None,
                }
            }
        };
        let moved = Self { dx: number("x")?, dy: number("y")?, ..Self::NONE };
        Some(self.then(turned).then(moved))
    }

    fn then(self, inner: Self) -> Self {
        Self {
            sx: self.sx * inner.sx,
            sy: self.sy * inner.sy,
            dx: self.sx.mul_add(inner.dx, self.dx),
            dy: self.sy.mul_add(inner.dy, self.dy),
        }
    }
}

/// A rectangle: left, top, right, bottom.
type Sides = [f64; 4];

/// The cloth as cells of colours.
struct Grid<'a> {
    wide: usize,
    high: usize,
    cells: Vec<usize>,
    colours: Vec<&'a str>,
}

impl<'a> Grid<'a> {
    /// A grid whose middle thread lies in the middle of the cloth.
    fn new(wide: f64, high: f64, ground: &'a str) -> Option<Self> {
        let cells = |threads: f64| whole((threads / 2.0).ceil().mul_add(2.0, 1.0));
        let (wide, high) = (cells(wide)?, cells(high)?);
        let all = wide.checked_mul(high).filter(|all| *all <= 1 << 20)?;
        Some(Self { wide, high, cells: vec![0; all], colours: vec![ground] })
    }

    fn draw(
        &mut self,
        node: &Node<'a>,
        place: Place,
        ids: &BTreeMap<&'a str, &Node<'a>>,
        deep: usize,
    ) -> Option<()> {
        let deep = deep.checked_sub(1)?;
        let place = place.within(node)?;
        match node.name {
            "g" => {
                for child in &node.children {
                    self.draw(child, place, ids, deep)?;
                }
            }
            "use" => {
                let named = *ids.get(node.get("href")?.strip_prefix('#')?)?;
                self.draw(named, place, ids, deep)?;
            }
            "path" => {
                let (colour, thread) = match (node.get("stroke"), node.get("fill")) {
                    (Some(colour), None) => (colour, true),
                    (None, Some(colour)) => (colour, false),
                    _ => return None,
                };
                let colour = self.colour(colour);
                for sides in rectangles(node.get("d")?, thread)? {
                    self.lay(sides, place, colour)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn colour(&mut self, colour: &'a str) -> usize {
        let known = self.colours.iter().position(|known| *known == colour);
        known.unwrap_or_else(|| {
            self.colours.push(colour);
            self.colours.len() - 1
        })
    }

    /// Colours every cell within the sides; `None` where they cut through threads.
    fn lay(
        &mut self,
        [left, top, right, bottom]: Sides,
        place: Place,
        colour: usize,
    ) -> Option<()> {
        let x = |at: f64| place.sx.mul_add(at, place.dx);
        let y = |at: f64| place.sy.mul_add(at, place.dy);
        let (x0, x1) = span(x(left), x(right), self.wide)?;
        let (y0, y1) = span(y(top), y(bottom), self.high)?;
        for row in y0..y1 {
            let from = row * self.wide;
            if let Some(cells) = self.cells.get_mut(from + x0..from + x1.max(x0)) {
                cells.fill(colour);
            }
        }
        Some(())
    }

    /// The cloth as a picture in units of threads about the middle.
    fn picture(&self) -> Option<String> {
        let inks: Option<Vec<[u8; 3]>> = self.colours.iter().map(|ink| rgb(ink)).collect();
        let inks = inks?;
        let colours = self.cells.iter().map(|cell| inks.get(*cell).copied().unwrap_or([0; 3]));
        let jpeg = blocks::jpeg(self.wide, self.high, colours)?;
        let (w, h) = (self.wide, self.high);
        let mut out = String::with_capacity(jpeg.len() * 4 / 3 + 256);
        let _ = write!(
            out,
            "<image x=\"-{}.5\" y=\"-{}.5\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" \
             href=\"data:image/jpeg;base64,",
            w / 2,
            h / 2,
        );
        base64(&jpeg, &mut out);
        out.push_str("\"/>");
        Some(out)
    }
}

/// `#rrggbb` as numbers.
fn rgb(ink: &str) -> Option<[u8; 3]> {
    let digits =
        ink.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let two = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([two(0)?, two(2)?, two(4)?])
}

/// Cells between two places, which may be given in either order; edges lie between threads.
fn span(a: f64, b: f64, cells: usize) -> Option<(usize, usize)> {
    let middle = f64::from(u32::try_from(cells).ok()?) / 2.0;
    let most = f64::from(u32::try_from(cells).ok()?);
    let edge = |at: f64| {
        // At the hem and beyond it does not matter where; a seam of three tenths of a
        // thread is cover, not cloth.
        let at = (at + middle).clamp(0.0, most);
        let hem = at < 0.6 || at > most - 0.6;
        let near = if at < 0.6 {
            0.0
        } else if hem {
            most
        } else {
            at.round()
        };
        (hem || (at - near).abs() < 0.35).then(|| whole(near)).flatten()
    };
    Some((edge(a.min(b))?, edge(a.max(b))?))
}

/// The number without its fraction; `None` where it is none of a grid.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "within 0 and 2^20, as tested before"
)]
fn whole(number: f64) -> Option<usize> {
    (0.0..1_048_576.0).contains(&number).then_some(number as usize)
}

/// Rectangles of a path: threads as strokes of width 1, fields as closed boxes.
fn rectangles(d: &str, thread: bool) -> Option<Vec<Sides>> {
    let mut out = Vec::new();
    let (mut x, mut y) = (0.0_f64, 0.0_f64);
    let mut sides: Sides = [0.0; 4];
    let starts: Vec<usize> =
        d.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(d.len());
        let values = signed(d.get(start + 1..end)?)?;
        match (d.get(*start..=*start)?, values.as_slice()) {
            ("M", &[to_x, to_y]) => {
                (x, y) = (to_x, to_y);
                sides = [x, y, x, y];
            }
            ("m", &[dx, dy]) => (x, y) = (x + dx, y + dy),
            ("h", &[dx]) => {
                if thread {
                    out.push([x, y - 0.5, x + dx, y + 0.5]);
                }
                x += dx;
            }
            ("H", &[to]) => x = to,
            ("v", &[dy]) if !thread => y += dy,
            ("z", &[]) if !thread => out.push(sides),
            _ => return None,
        }
        let [left, top, right, bottom] = sides;
        sides = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
    }
    Some(out)
}

/// Numbers that a sign may part as well as a space.
fn signed(text: &str) -> Option<Vec<f64>> {
    let spaced = text.replace('-', " -");
    spaced.split([' ', ',']).filter(|it| !it.is_empty()).map(|it| it.parse().ok()).collect()
}

#[cfg(test)]
mod tests;
