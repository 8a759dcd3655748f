//! The loom: sets drafts in bands and bands in a cloth.
//!
//! Lengths are threads; the middle of the cloth is 0, 0, and everything is drawn
//! symmetrical about it. A band is defined once and placed by `<use>`; a motif is
//! its left half, doubled by a mirror, then tripled until it reaches the edges.
//! Every field reaches a little under the next band, so that no seam shows between
//! them at odd sizes.
//!
//! Never decides what lies in the middle: that is the medallion's.

use std::fmt::Write as _;

use super::charts::{BROAD, Chart, MIDDLE, NARROW};
use super::dice::Dice;
use super::thread::{Thread, Threads};

/// Light and shade of one thread: opacity, place of the upper edge, height.
const SHADE: (&str, &str, &str) = (".16", ".8", ".2");
const LIGHT: (&str, &str, &str) = (".12", "0", ".15");

/// How light and shade on the threads are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texture {
    /// By a pattern of one thread: short.
    Pattern,
    /// Line by line, for a rasteriser, to which a pattern costs more than all the rest.
    Lines,
}

/// A woven cloth and what the medallion must know of it.
pub(super) struct Cloth {
    /// The drawing, all 640 × 480 of it.
    pub(super) svg: String,
    /// The thread of the middle field.
    pub(super) field: Thread,
    /// Width of a thread in units of the drawing.
    pub(super) gauge: i32,
}

/// The cloth in the making.
pub(super) struct Loom<'a> {
    dice: &'a mut Dice,
    threads: &'a Threads,
    gauge: i32,
    upright: bool,
    defs: String,
    parts: usize,
}

/// What was drawn once and can be placed again.
#[derive(Clone, Copy)]
struct Part {
    id: usize,
    height: i32,
}

/// Threads of the middle field, of the other fields and of the borders.
#[derive(Clone, Copy)]
struct Fields {
    main: Thread,
    side: Thread,
    edge: Thread,
}

impl<'a> Loom<'a> {
    /// An empty loom of a certain gauge, bands across or upright.
    pub(super) fn new(dice: &'a mut Dice, threads: &'a Threads) -> Self {
        let gauge = dice.pick([5, 5, 6, 7, 8]);
        let upright = dice.pick([true, false, false]);
        Self { dice, threads, gauge, upright, defs: String::new(), parts: 0 }
    }

    /// Weaves the cloth.
    pub(super) fn cloth(mut self, texture: Texture) -> Cloth {
        let fields = self.fields();
        let broad = self.dice.pick(BROAD.each_ref());
        let centre = self.band(broad, fields.main);
        let order = self.order(fields, centre);
        let half = self.half(&order, centre.height);
        let turn = if self.upright { " rotate(90)" } else { "" };
        let (pattern, textured) = self.texture(texture);
        let svg = format!(
            "<defs>{}{pattern}</defs><path fill=\"{}\" d=\"M0 0h640v480H0z\"/>\
             <g transform=\"translate(320 240){turn} scale({})\">\
             <use href=\"#w{}\" y=\"-{}.5\"/><g id=\"h\">{half}</g>\
             <use href=\"#h\" transform=\"scale(1 -1)\"/>\
             {textured}</g>",
            self.defs,
            self.threads.colour(fields.main),
            self.gauge,
            centre.id,
            centre.height / 2,
        );
        Cloth { svg, field: fields.main, gauge: self.gauge }
    }

    /// Pairs of fields that go well together in every group.
    fn fields(&mut self) -> Fields {
        use Thread::{Accent, Ecru, Ground, Second, Third};
        let [main, side, edge] = self.dice.pick([
            [Ground, Second, Ecru],
            [Ground, Second, Accent],
            [Second, Ground, Third],
            [Second, Ground, Ecru],
            [Ground, Third, Second],
            [Ecru, Ground, Second],
            [Second, Third, Ground],
        ]);
        Fields { main, side, edge }
    }

    /// The bands from the middle outwards, to be repeated.
    fn order(&mut self, fields: Fields, centre: Part) -> Vec<Part> {
        let border = self.border(fields.edge);
        let motif = self.dice.pick(MIDDLE.each_ref());
        let first = self.band(motif, fields.side);
        let layout = self.dice.pick([Layout::Broad, Layout::Calm, Layout::Open, Layout::Rich]);
        match layout {
            Layout::Broad => return vec![border, first, border, centre],
            Layout::Calm => return vec![border, first, self.stripes(fields.main), first],
            Layout::Open | Layout::Rich => {}
        }
        let motif = self.dice.pick(MIDDLE.each_ref());
        let second = self.band(motif, fields.main);
        if layout == Layout::Rich {
            return vec![border, first, border, second];
        }
        let stripes = self.stripes(fields.side);
        vec![stripes, second, stripes, first, border]
    }

    /// Places bands from the middle to the upper edge.
    fn half(&self, order: &[Part], centre: i32) -> String {
        let edge = self.reach(self.upright);
        let mut out = String::new();
        let mut top = centre / 2;
        for part in order.iter().cycle() {
            top += part.height;
            let _ = write!(out, "<use href=\"#w{}\" y=\"-{top}.5\"/>", part.id);
            if top >= edge {
                break;
            }
        }
        out
    }

    /// Threads from the middle to the edge, along the longer or the shorter side.
    fn reach(&self, longer: bool) -> i32 {
        let units = if longer { 320 } else { 240 };
        units / self.gauge + 1
    }

    /// A band of one motif.
    fn band(&mut self, chart: &Chart, field: Thread) -> Part {
        let inks = self.inks(field);
        let height = chart.height();
        let ground = self.strip(field, 0, height);
        let row = self.row(chart, inks);
        self.define(&format!("{ground}{row}"), height)
    }

    /// A narrow band between one to three lines.
    fn border(&mut self, field: Thread) -> Part {
        let chart = self.dice.pick(NARROW.each_ref());
        let inks = self.inks(field);
        let [first, second, _] = inks;
        let edge = self.dice.pick([1, 2, 3]);
        let height = chart.height() + 2 * edge;
        let mut out = self.strip(field, 0, height);
        for (thread, y) in [first, second].into_iter().zip((0..edge - 1).rev()) {
            out.push_str(&self.strip(thread, y, 1));
            out.push_str(&self.strip(thread, height - 1 - y, 1));
        }
        let row = self.row(chart, inks);
        let _ = write!(out, "<g transform=\"translate(0 {edge})\">{row}</g>");
        self.define(&out, height)
    }

    /// Plain stripes, where the eye rests between bands.
    fn stripes(&mut self, field: Thread) -> Part {
        let [first, second, _] = self.inks(field);
        let [outer, line, middle] =
            self.dice.pick([[2, 1, 3], [1, 1, 4], [3, 1, 1], [1, 2, 2]]);
        let height = 2 * (outer + line + 1) + middle;
        let mut out = self.strip(field, 0, height);
        out.push_str(&self.strip(first, outer, line));
        out.push_str(&self.strip(second, outer + line + 1, middle));
        out.push_str(&self.strip(first, height - outer - line, line));
        self.define(&out, height)
    }

    /// Three inks for a field, of which the first shows well.
    fn inks(&mut self, field: Thread) -> [Thread; 3] {
        let [a, b, c, d] = self.threads.inks(field);
        self.dice.pick([[a, b, c], [a, c, b], [b, a, c], [a, b, d], [b, a, d]])
    }

    /// One colour from edge to edge, and a third of a thread under the band above.
    fn strip(&self, thread: Thread, y: i32, height: i32) -> String {
        let reach = self.reach(!self.upright);
        let colour = self.threads.colour(thread);
        if y == 0 {
            let span = 2 * reach;
            return format!(
                "<path fill=\"{colour}\" d=\"M-{reach}-.3h{span}v{height}.3h-{span}z\"/>"
            );
        }
        format!(
            "<path fill=\"{colour}\" d=\"M-{reach} {y}h{span}v{height}h-{span}z\"/>",
            span = 2 * reach
        )
    }

    /// One motif beside the other, from edge to edge.
    fn row(&mut self, chart: &Chart, inks: [Thread; 3]) -> String {
        let mut drawn = String::new();
        for (mark, ink) in ['#', '+', 'o'].into_iter().zip(inks) {
            let runs = chart.path(mark);
            if !runs.is_empty() {
                let colour = self.threads.colour(ink);
                let _ = write!(drawn, "<path stroke=\"{colour}\" d=\"{runs}\"/>");
            }
        }
        let mut part = self.define(&drawn, chart.height());
        part = self.double(part, "scale(-1 1)");
        if chart.mirrored {
            part = self.double(part, &format!("matrix(1 0 0 -1 0 {})", chart.height()));
        }
        let mut width = chart.period();
        while width < 2 * self.reach(!self.upright) {
            let one = format!("<use href=\"#w{}\"", part.id);
            let three = format!("{one}/>{one} x=\"{width}\"/>{one} x=\"-{width}\"/>");
            part = self.define(&three, part.height);
            width *= 3;
        }
        format!("<use href=\"#w{}\"/>", part.id)
    }

    fn double(&mut self, part: Part, mirror: &str) -> Part {
        let one = format!("<use href=\"#w{}\"", part.id);
        self.define(&format!("{one}/>{one} transform=\"{mirror}\"/>"), part.height)
    }

    fn define(&mut self, drawn: &str, height: i32) -> Part {
        self.parts += 1;
        let _ = write!(self.defs, "<g id=\"w{}\">{drawn}</g>", self.parts);
        Part { id: self.parts, height }
    }

    /// Light and shade on every weft thread, felt rather than seen: what stands among the
    /// definitions, and what is drawn.
    fn texture(&self, texture: Texture) -> (String, String) {
        let second = self.threads.colour(Thread::Second);
        let ecru = self.threads.colour(Thread::Ecru);
        if texture == Texture::Lines {
            return (String::new(), lines(SHADE, second) + &lines(LIGHT, ecru));
        }
        let ((shade, low, deep), (light, high, shallow)) = (SHADE, LIGHT);
        let pattern = format!(
            "<pattern id=\"t\" width=\"1\" height=\"1\" patternUnits=\"userSpaceOnUse\">\
             <path opacity=\"{shade}\" fill=\"{second}\" d=\"M0 {low}h1v{deep}H0z\"/>\
             <path opacity=\"{light}\" fill=\"{ecru}\" d=\"M0 {high}h1v{shallow}H0z\"/></pattern>",
        );
        let drawn = "<path fill=\"url(#t)\" d=\"M-64.5-64.5h129v129h-129z\"/>";
        (pattern, drawn.to_owned())
    }
}

/// The same part of every thread, across the whole cloth.
fn lines((opacity, top, height): (&str, &str, &str), fill: &str) -> String {
    let line = format!("h129v{height}h-129z");
    let more = format!("m0 1{line}").repeat(128);
    // The group around begins half a thread before the first whole one. An opacity of the whole
    // path would cost a layer.
    format!(
        "<path fill-opacity=\"{opacity}\" fill=\"{fill}\" d=\"M-64.5-64m0 {top}{line}{more}\"/>"
    )
}

/// How bands follow each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// The broad motif returns at the edges.
    Broad,
    /// One motif, with stripes between.
    Calm,
    /// Two motifs, with stripes between.
    Open,
    /// Two motifs, with borders between.
    Rich,
}
