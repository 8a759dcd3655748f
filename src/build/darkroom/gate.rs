//! Room for pixels: who works on a picture enters with the memory it needs.
//!
//! One that needs more than there is altogether enters alone. Nobody waits for
//! ever: whoever is inside leaves without needing anyone else.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes that pictures in work may take together.
const BUDGET: u64 = 512 * 1024 * 1024;

/// The gate.
#[derive(Debug)]
pub(in crate::build) struct Gate {
    budget: u64,
    taken: Mutex<u64>,
    left: Condvar,
}

/// A place inside; it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place<'a> {
    gate: &'a Gate,
    bytes: u64,
}

impl Default for Gate {
    fn default() -> Self {
        Self { budget: BUDGET, taken: Mutex::new(0), left: Condvar::new() }
    }
}

impl Gate {
    /// Waits until there is room.
    pub(super) fn enter(&self, bytes: u64) -> Place<'_> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut u64| *taken > 0 && taken.saturating_add(bytes) > self.budget;
        let waited = self.left.wait_while(taken, is_full);
        let mut taken = waited.unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_add(bytes);
        Place { gate: self, bytes }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut taken = self.gate.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(self.bytes);
        drop(taken);
        self.gate.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn together_they_stay_below_the_budget_and_a_giant_goes_alone() {
        let (gate, inside, most) =
            (Gate { budget: 100, ..Gate::default() }, AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for bytes in [40, 40, 40, 40, 500, 40, 40] {
                let (gate, inside, most) = (&gate, &inside, &most);
                scope.spawn(move || {
                    let place = gate.enter(bytes);
                    let now = inside.fetch_add(bytes, Ordering::SeqCst) + bytes;
                    most.fetch_max(now, Ordering::SeqCst);
                    std::thread::sleep(std::time::Duration::from_millis(2));
                    inside.fetch_sub(bytes, Ordering::SeqCst);
                    drop(place);
                });
            }
        });
        assert_eq!(inside.load(Ordering::SeqCst), 0);
        let most = most.load(Ordering::SeqCst);
        assert!(most == 500 || most <= 100, "{most}");
    }
}
