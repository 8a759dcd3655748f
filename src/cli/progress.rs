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
    of_photos: bool,
    drawn: OnceLock<ProgressBar>,
}

impl Bar {
    /// A bar; `wanted` is false for quiet runs.
    pub fn new(lang: Lang, wanted: bool) -> Self {
        Self { start: Instant::now(), lang, wanted, of_photos: false, drawn: OnceLock::new() }
    }

    /// A bar for photos, with their rate and the time that is left.
    pub fn of_photos(lang: Lang, wanted: bool) -> Self {
        Self { of_photos: true, ..Self::new(lang, wanted) }
    }

    /// Tells how far the work is.
    pub fn tell(&self, done: usize, total: usize) {
        if !self.wanted || (self.drawn.get().is_none() && self.start.elapsed() < PATIENCE) {
            return;
        }
        let bar = self.drawn.get_or_init(|| fresh(self.lang, self.of_photos));
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

fn fresh(lang: Lang, of_photos: bool) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(REDRAWS));
    let photos = lang.pick((
        "  đang làm ảnh {wide_bar} {human_pos}/{human_len} · {per_sec} · còn {eta}",
        "  photos {wide_bar} {human_pos}/{human_len} · {per_sec} · {eta} left",
    ));
    let pages = lang.pick((
        "  đang dựng {wide_bar} {human_pos}/{human_len} trang",
        "  building {wide_bar} {human_pos}/{human_len} pages",
    ));
    let template = if of_photos { photos } else { pages };
    // The template is a constant with known keys; the default style would do as well.
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
