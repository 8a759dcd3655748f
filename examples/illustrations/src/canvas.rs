//! A sheet on which a scene is drawn: shapes, colours that run into each other, cut-outs, softness.
//!
//! It gathers one SVG document of 2000 × 1500 and knows nothing of what is drawn.

use std::fmt::Write as _;

use crate::dice::Dice;

/// Width of every picture.
pub const WIDE: f32 = 2000.0;
/// Height of every picture.
pub const HIGH: f32 = 1500.0;

/// A step of a colour run: where, and which colour.
pub type Step<'a> = (f32, &'a str);

/// The sheet.
pub struct Canvas {
    defs: String,
    body: String,
    names: usize,
    /// Chance, the same in every run.
    pub dice: Dice,
}

impl Canvas {
    /// An empty sheet.
    pub fn new(seed: u32) -> Self {
        Self { defs: String::new(), body: String::new(), names: 0, dice: Dice::new(seed) }
    }

    /// The whole document.
    pub fn svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDE}\" height=\"{HIGH}\" \
             viewBox=\"0 0 {WIDE} {HIGH}\"><defs>{}</defs>{}</svg>",
            self.defs, self.body
        )
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("n{}", self.names)
    }

    fn steps(&mut self, steps: &[Step<'_>]) {
        for (at, colour) in steps {
            _ = write!(self.defs, "<stop offset=\"{at:.3}\" stop-color=\"{colour}\"/>");
        }
    }

    /// Colours that run along a line.
    pub fn along(&mut self, from: (f32, f32), to: (f32, f32), steps: &[Step<'_>]) -> String {
        let name = self.name();
        _ = write!(
            self.defs,
            "<linearGradient id=\"{name}\" gradientUnits=\"userSpaceOnUse\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\">",
            from.0, from.1, to.0, to.1
        );
        self.steps(steps);
        self.defs.push_str("</linearGradient>");
        format!("url(#{name})")
    }

    /// Colours that run from a middle outwards, in an oval.
    pub fn around(&mut self, at: (f32, f32), radii: (f32, f32), steps: &[Step<'_>]) -> String {
        let name = self.name();
        _ = write!(
            self.defs,
            "<radialGradient id=\"{name}\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" cy=\"0\" r=\"1\" gradientTransform=\"translate({:.1} {:.1}) scale({:.1} {:.1})\">",
            at.0, at.1, radii.0, radii.1
        );
        self.steps(steps);
        self.defs.push_str("</radialGradient>");
        format!("url(#{name})")
    }

    /// A filled shape.
    pub fn fill(&mut self, shape: &str, paint: &str) {
        _ = write!(self.body, "<path d=\"{shape}\" fill=\"{paint}\"/>");
    }

    /// A line with round ends.
    pub fn line(&mut self, shape: &str, paint: &str, width: f32) {
        _ = write!(
            self.body,
            "<path d=\"{shape}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width:.1}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        );
    }

    /// An oval, turned by some degrees.
    pub fn oval(&mut self, at: (f32, f32), radii: (f32, f32), turn: f32, paint: &str) {
        _ = write!(
            self.body,
            "<ellipse rx=\"{:.1}\" ry=\"{:.1}\" transform=\"translate({:.1} {:.1}) rotate({turn:.1})\" fill=\"{paint}\"/>",
            radii.0.abs(),
            radii.1.abs(),
            at.0,
            at.1
        );
    }

    /// The outline of an oval.
    pub fn ring(&mut self, at: (f32, f32), radii: (f32, f32), paint: &str, width: f32) {
        _ = write!(
            self.body,
            "<ellipse cx=\"{:.1}\" cy=\"{:.1}\" rx=\"{:.1}\" ry=\"{:.1}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width:.1}\"/>",
            at.0,
            at.1,
            radii.0.abs(),
            radii.1.abs()
        );
    }

    /// A box with round corners.
    pub fn rect(&mut self, at: (f32, f32), size: (f32, f32), round: f32, paint: &str) {
        _ = write!(
            self.body,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{round:.1}\" fill=\"{paint}\"/>",
            at.0, at.1, size.0, size.1
        );
    }

    fn group(&mut self, attributes: &str, draw: impl FnOnce(&mut Self)) {
        _ = write!(self.body, "<g {attributes}>");
        draw(self);
        self.body.push_str("</g>");
    }

    /// Draws moved, turned by some degrees and enlarged.
    pub fn at(&mut self, x: f32, y: f32, turn: f32, size: f32, draw: impl FnOnce(&mut Self)) {
        let place = format!("transform=\"translate({x:.1} {y:.1}) rotate({turn:.1}) scale({size:.3})\"");
        self.group(&place, draw);
    }

    /// Draws only within a shape.
    pub fn within(&mut self, shape: &str, draw: impl FnOnce(&mut Self)) {
        let name = self.name();
        _ = write!(self.defs, "<clipPath id=\"{name}\"><path d=\"{shape}\"/></clipPath>");
        self.group(&format!("clip-path=\"url(#{name})\""), draw);
    }

    /// Draws out of focus.
    pub fn soft(&mut self, blur: f32, draw: impl FnOnce(&mut Self)) {
        let name = self.name();
        _ = write!(
            self.defs,
            "<filter id=\"{name}\" x=\"-60%\" y=\"-60%\" width=\"220%\" height=\"220%\" color-interpolation-filters=\"sRGB\"><feGaussianBlur stdDeviation=\"{blur:.1}\"/></filter>"
        );
        self.group(&format!("filter=\"url(#{name})\""), draw);
    }

    /// Draws seen through.
    pub fn faint(&mut self, opacity: f32, draw: impl FnOnce(&mut Self)) {
        self.group(&format!("opacity=\"{opacity:.3}\""), draw);
    }

    /// Draws as a glaze that darkens what is below.
    pub fn glaze(&mut self, draw: impl FnOnce(&mut Self)) {
        self.group("style=\"mix-blend-mode:multiply\"", draw);
    }

    /// Draws as light that falls on what is below.
    pub fn glow(&mut self, draw: impl FnOnce(&mut Self)) {
        self.group("style=\"mix-blend-mode:screen\"", draw);
    }
}

/// A smooth line through points, as the inside of a path's `d` (it begins with `M`).
pub fn through(points: &[(f32, f32)]) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut shape = format!("M{:.1} {:.1}", first.0, first.1);
    shape.push_str(&onward(points));
    shape
}

/// The curves of [`through`] without the move to the first point.
pub fn onward(points: &[(f32, f32)]) -> String {
    let mut shape = String::new();
    for at in 1..points.len() {
        let (a, b) = (points[at - 1], points[at]);
        let before = points[at.saturating_sub(2)];
        let after = points[(at + 1).min(points.len() - 1)];
        let lead = (a.0 + (b.0 - before.0) / 6.0, a.1 + (b.1 - before.1) / 6.0);
        let tail = (b.0 - (after.0 - a.0) / 6.0, b.1 - (after.1 - a.1) / 6.0);
        _ = write!(shape, " C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", lead.0, lead.1, tail.0, tail.1, b.0, b.1);
    }
    shape
}
