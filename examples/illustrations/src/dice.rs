//! Numbers that look random and are the same in every run.

/// A small generator; one for each picture, seeded by hand.
pub struct Dice(u32);

impl Dice {
    /// A generator that always gives the same row for the same seed.
    pub fn new(seed: u32) -> Self {
        Self(mix(seed.wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995))
    }

    /// From 0 up to, not including, 1.
    pub fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        (mix(self.0) >> 8) as f32 / 16_777_216.0
    }

    /// Between two numbers.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + self.unit() * (high - low)
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = (self.unit() * from.len() as f32) as usize;
        &from[at.min(from.len() - 1)]
    }
}

/// Scrambles the bits of a number.
pub fn mix(mut value: u32) -> u32 {
    value ^= value >> 16;
    value = value.wrapping_mul(0x7feb_352d);
    value ^= value >> 15;
    value = value.wrapping_mul(0x846c_a68b);
    value ^ (value >> 16)
}
