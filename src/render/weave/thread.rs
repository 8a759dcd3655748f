//! The five threads of a group, and how well they show on each other.
//!
//! Never invents a colour: a colour that is not `#rrggbb` is replaced by black, so
//! that a theme's mistake shows and nothing foreign gets into the file.

/// The place of a thread in the colours of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thread {
    Ground,
    Second,
    Third,
    Accent,
    Ecru,
}

impl Thread {
    const ALL: [Self; 5] = [Self::Ground, Self::Second, Self::Third, Self::Accent, Self::Ecru];
}

/// The colours of a group with their lightness.
pub(super) struct Threads {
    spools: [(String, f64); 5],
}

impl Threads {
    /// Reads the colours of a group.
    pub(super) fn of(weave: &[String; 5]) -> Self {
        Self { spools: weave.each_ref().map(|colour| spool(colour)) }
    }

    /// The colour as written in the file.
    pub(super) fn colour(&self, thread: Thread) -> &str {
        &self.spool(thread).0
    }

    /// How well one shows on the other: WCAG contrast, 1 to 21.
    pub(super) fn contrast(&self, one: Thread, other: Thread) -> f64 {
        let (a, b) = (self.spool(one).1, self.spool(other).1);
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The other four threads, that which shows best on `field` first.
    pub(super) fn inks(&self, field: Thread) -> [Thread; 4] {
        let mut others = Thread::ALL.into_iter().filter(|thread| *thread != field);
        let mut inks = [field; 4].map(|_| others.next().unwrap_or(field));
        inks.sort_by(|a, b| self.contrast(field, *b).total_cmp(&self.contrast(field, *a)));
        inks
    }

    fn spool(&self, thread: Thread) -> &(String, f64) {
        let [ground, second, third, accent, ecru] = &self.spools;
        match thread {
            Thread::Ground => ground,
            Thread::Second => second,
            Thread::Third => third,
            Thread::Accent => accent,
            Thread::Ecru => ecru,
        }
    }
}

/// The colour and its relative luminance, 0 to 1.
fn spool(colour: &str) -> (String, f64) {
    let parts = colour.strip_prefix('#').filter(|hex| hex.len() == 6).and_then(|hex| {
        let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
        Some([byte(0)?, byte(2)?, byte(4)?])
    });
    let Some([red, green, blue]) = parts.map(|bytes| bytes.map(linear)) else {
        return ("#000000".to_owned(), 0.0);
    };
    (colour.to_owned(), 0.2126 * red + 0.7152 * green + 0.0722 * blue)
}

fn linear(byte: u8) -> f64 {
    let part = f64::from(byte) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}
