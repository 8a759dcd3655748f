//! Dice that fall the same way for the same slug.
//!
//! The throws are the endless output of BLAKE3 over the slug, so that similar slugs
//! get unlike covers. Never reads a clock or a random device.

/// A row of throws.
pub(super) struct Dice(blake3::OutputReader);

impl Dice {
    /// The dice of this slug.
    pub(super) fn of(slug: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"weave ");
        hasher.update(slug.as_bytes());
        Self(hasher.finalize_xof())
    }

    /// One of `items`; an empty table does not compile.
    pub(super) fn pick<T: Copy, const N: usize>(&mut self, items: [T; N]) -> T {
        const { assert!(N > 0, "nothing to pick from") }
        let mut throw = [0; 2];
        self.0.fill(&mut throw);
        let at = usize::from(u16::from_le_bytes(throw)) % N;
        let [first, ..] = items.as_slice() else { unreachable!("the table is not empty") };
        *items.get(at).unwrap_or(first)
    }
}
