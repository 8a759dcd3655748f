//! Chance without chance: a stream of numbers that is the same in every run.
//!
//! `SplitMix64` over a seed and a stream number, so that product 17 is made of
//! its own stream and does not depend on how many came before it.
//!
//! Never asks the machine for anything, and is no source of secrets.

/// A stream of numbers.
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream `number` of the family `name` of a seed.
    pub(crate) fn new(seed: u64, name: &str, number: usize) -> Self {
        let mut state = mixed(seed.wrapping_add(0x9e37_79b9_7f4a_7c15));
        for byte in name.bytes() {
            state = mixed(state ^ u64::from(byte));
        }
        Self(mixed(state ^ u64::try_from(number).unwrap_or(u64::MAX)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number below `sides`; 0 where there are none.
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        let sides = u64::try_from(sides.max(1)).unwrap_or(1);
        usize::try_from((self.next() >> 16) % sides).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low.saturating_add(self.below(high.saturating_sub(low).saturating_add(1)))
    }

    /// A number below `sides`, small ones more often than large ones.
    pub(crate) fn below_skewed(&mut self, sides: usize) -> usize {
        let first = self.below(sides);
        self.below(first.saturating_add(1))
    }

    /// Whether something happens that happens in `permille` of a thousand cases.
    pub(crate) fn happens(&mut self, permille: usize) -> bool {
        self.below(1000) < permille
    }

    /// One of them; the default of an empty list.
    pub(crate) fn pick<T: Copy + Default>(&mut self, all: &[T]) -> T {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }

    /// One of them by weight.
    pub(crate) fn weighted<'a, T>(
        &mut self,
        all: &'a [T],
        weight: impl Fn(&T) -> usize,
    ) -> Option<&'a T> {
        let mut left = self.below(all.iter().map(&weight).sum());
        for one in all {
            let own = weight(one);
            if left < own {
                return Some(one);
            }
            left = left.saturating_sub(own);
        }
        all.last()
    }
}

fn mixed(mut state: u64) -> u64 {
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
