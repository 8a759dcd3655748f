//! Rising numbers in the fewest bits, for postings and columns.
//!
//! Binary interpolative coding (Moffat and Stuiver, 2000): the middle number of a
//! list first, in as few bits as the room between its neighbours allows, then
//! both halves alike. Runs cost nothing, clusters little, and products stand
//! in an order that clusters. Bits fill bytes from the high end.
//!
//! The client reads the same (`themes/ocop/static/search.js`).

/// Bits on their way into bytes.
#[derive(Debug, Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Bits of the last byte that are still free.
    free: u32,
}

impl Bits {
    /// Appends the low bits of a value, the high ones first.
    fn put(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut().filter(|_| value >> place & 1 == 1) {
                *last |= 1 << self.free;
            }
        }
    }

    /// Appends a number from 1 on: as many zeros as it has bits behind the first, then its bits.
    pub(super) fn number(&mut self, value: u32) {
        let more = value.max(1).ilog2();
        self.put(0, more);
        self.put(value.max(1), more + 1);
    }

    /// Appends one bit.
    pub(super) fn bit(&mut self, is_set: bool) {
        self.put(u32::from(is_set), 1);
    }

    /// Appends a value below a bound; the smaller ones take a bit less where the bound is no power of two.
    fn below(&mut self, value: u32, bound: u32) {
        let width = bound.max(1).ilog2();
        let short = (2_u32 << width) - bound.max(1);
        if value < short {
            self.put(value, width);
        } else {
            self.put(value + short, width + 1);
        }
    }

    /// Appends strictly rising values of `low..=high`; the reader knows how many.
    pub(super) fn rising(&mut self, values: &[u32], low: u32, high: u32) {
        let (before, rest) = values.split_at(values.len() / 2);
        let Some((&middle, after)) = rest.split_first() else { return };
        if usize::try_from(high - low).is_ok_and(|room| room + 1 == values.len()) {
            return;
        }
        let least = low + length(before);
        let most = high - length(after);
        self.below(middle - least, most - least + 1);
        if !before.is_empty() {
            self.rising(before, low, middle - 1);
        }
        if !after.is_empty() {
            self.rising(after, middle + 1, high);
        }
    }

    /// Appends a list with its length in front; its values are `0..=high`.
    pub(super) fn list(&mut self, values: &[u32], high: u32) {
        self.number(u32::try_from(values.len()).unwrap_or(u32::MAX).saturating_add(1));
        self.rising(values, 0, high);
    }

    /// Bits so far.
    pub(super) fn len(&self) -> usize {
        (self.bytes.len() * 8).saturating_sub(usize::try_from(self.free).unwrap_or(0))
    }

    /// The bytes; the last is filled with zeros.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn length(values: &[u32]) -> u32 {
    u32::try_from(values.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(write: impl FnOnce(&mut Bits)) -> String {
        let mut bits = Bits::default();
        write(&mut bits);
        let length = bits.len();
        let all = bits
            .into_bytes()
            .iter()
            .map(|byte| format!("{byte:08b}"))
            .collect::<Vec<_>>()
            .concat();
        all[..length].to_owned()
    }

    #[test]
    fn numbers_take_twice_their_length() {
        assert_eq!(bits(|bits| bits.number(1)), "1");
        assert_eq!(bits(|bits| bits.number(5)), "00101");
    }

    #[test]
    fn what_is_below_a_bound_takes_no_more_than_it_must() {
        let all = (0..5).map(|value| bits(|bits| bits.below(value, 5)));
        assert_eq!(all.collect::<Vec<_>>(), ["00", "01", "10", "110", "111"]);
        assert_eq!(bits(|bits| bits.below(0, 1)), "");
        assert_eq!(bits(|bits| bits.below(5, 8)), "101");
    }

    #[test]
    fn runs_cost_nothing() {
        assert_eq!(bits(|bits| bits.rising(&[4, 5, 6], 4, 6)), "");
        assert_eq!(bits(|bits| bits.rising(&[4], 0, 15)), "0100");
        // The middle, 3, lies in 1..=14: value 2 of 14. Then 1 in 0..=2, and 9 in 4..=15.
        assert_eq!(bits(|bits| bits.rising(&[1, 3, 9], 0, 15)), "0100101001");
    }
}
