//! The bar that shows how far a long build is.
//!
//! Appears on a terminal only, and only when the work lasts longer than
//! [`PATIENCE`]; gone when the work is done. Callable from many threads.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::text::lang::Lang;

/// How long the work may last without a bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// Redraws a second, at most.
const REDRAWS: u8 = 12;

/// A bar that may never appear.
pub struct Bar {
    start: Instant,
    lang: Lang,
    wanted: bool,
    drawn: OnceLock<ProgressBar>,
}

impl Bar {
    /// A bar; `wanted` is false for quiet runs.
    pub fn new(lang: Lang, wanted: bool) -> Self {
        Self { start: Instant::now(), lang, wanted, drawn: OnceLock::new() }
    }

    /// Tells how far the work is.
    pub fn tell(&self, done: usize, total: usize) {
        if !self.wanted || (self.drawn.get().is_none() && self.start.elapsed() < PATIENCE) {
            return;
        }
        let bar = self.drawn.get_or_init(|| fresh(self.lang));
        bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = self.drawn.get() {
            bar.finish_and_clear();
        }
    }
}

fn fresh(lang: Lang) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(REDRAWS));
    let template = lang.pick((
        "  đang dựng {wide_bar} {human_pos}/{human_len} trang",
        "  building {wide_bar} {human_pos}/{human_len} pages",
    ));
    // The template is a constant with known keys; the default style would do as well.
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
