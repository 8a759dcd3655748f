//! What the laid-out pages say about themselves: where each word stands, and which run off
//! the page.
//!
//! Looks at the frames of the engine, so it sees what will be printed, whatever the
//! template meant.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use crate::render::brochure::Remark;
use crate::text::lang::Text;

/// A run of text on a page, in millimetres from the trim.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What it says.
    pub text: String,
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Baseline.
    pub base: f64,
    /// Size of the type.
    pub size: f64,
    /// The edges it is cut off at: left, top, right, bottom; infinite where none.
    pub clip: [f64; 4],
}

/// A page: its trim in millimetres and what is written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Every run of text, in the order of drawing.
    pub runs: Vec<Run>,
}

/// Every page with its runs of text.
pub(super) fn leaves(document: &PagedDocument) -> Vec<Leaf> {
    let pages = document.pages().iter();
    pages
        .map(|page| {
            let mut runs = Vec::new();
            let mut see = |item: &FrameItem, at: Transform, clip: [f64; 4]| {
                if let FrameItem::Text(text) = item {
                    let left = Point::zero().transform(at);
                    let right = Point::with_x(text.width()).transform(at);
                    let size = text.size.to_mm() * at.sy.get().abs().max(at.ky.get().abs());
                    runs.push(Run {
                        text: text.text.to_string(),
                        left: left.x.to_mm().min(right.x.to_mm()),
                        right: right.x.to_mm().max(left.x.to_mm()),
                        base: left.y.to_mm(),
                        size,
                        clip,
                    });
                }
            };
            walk(&page.frame, Transform::identity(), OPEN, &mut see);
            Leaf {
                width: page.frame.width().to_mm(),
                height: page.frame.height().to_mm(),
                runs,
            }
        })
        .collect()
}

pub(super) const OPEN: [f64; 4] =
    [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY];

/// Words that run off the trim without being cut.
pub(super) fn outside(document: &PagedDocument) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (index, leaf) in leaves(document).into_iter().enumerate() {
        let off = |run: &&Run| {
            let [clip_left, _, clip_right, clip_bottom] = run.clip;
            let left = run.left.max(clip_left);
            let right = run.right.min(clip_right);
            let base = run.base.min(clip_bottom);
            left < -0.1 || right > leaf.width + 0.1 || base > leaf.height + 0.1 || base < 0.0
        };
        if let Some(run) = leaf.runs.iter().find(off) {
            let (page, said) = (index + 1, clipped(&run.text));
            remarks.push(Remark {
                what: "text-outside",
                dossier: String::new(),
                text: Text::new(
                    format!("trang {page}: chữ `{said}` tràn ra ngoài mép giấy"),
                    format!("page {page}: the words `{said}` run off the paper"),
                ),
            });
        }
    }
    remarks
}

fn clipped(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Shows every item with its place on the page and the edges it is cut off at.
pub(super) fn walk(
    frame: &Frame,
    at: Transform,
    clip: [f64; 4],
    see: &mut impl FnMut(&FrameItem, Transform, [f64; 4]),
) {
    for (point, item) in frame.items() {
        let here = at.pre_concat(Transform::translate(point.x, point.y));
        match item {
            FrameItem::Group(group) => {
                let inner = here.pre_concat(group.transform);
                let own = match &group.clip {
                    Some(curve) => {
                        let bounds = curve.bbox(None);
                        narrowed(clip, bounds.min.transform(inner), bounds.max.transform(inner))
                    }
                    None => clip,
                };
                walk(&group.frame, inner, own, see);
            }
            other => see(other, here, clip),
        }
    }
}

fn narrowed(clip: [f64; 4], start: Point, end: Point) -> [f64; 4] {
    let low = |a: Abs, b: Abs| a.to_mm().min(b.to_mm());
    let high = |a: Abs, b: Abs| a.to_mm().max(b.to_mm());
    let [left, top, right, bottom] = clip;
    [
        left.max(low(start.x, end.x)),
        top.max(low(start.y, end.y)),
        right.min(high(start.x, end.x)),
        bottom.min(high(start.y, end.y)),
    ]
}
