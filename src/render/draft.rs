//! A buffer for what is made and used up at once, kept for the next page.
//!
//! Each thread has one, so that making a hundred thousand pages does not ask the
//! allocator, and the kernel behind it, for as many buffers.
//!
//! Never used within itself: then the inner one gets a fresh buffer.

use std::cell::RefCell;

thread_local! {
    static DRAFT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Largest buffer that is kept.
const KEPT_MAX: usize = 1 << 20;

/// Gives an empty buffer that is taken back afterwards.
pub(super) fn with<T>(make: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    let mut buffer = DRAFT.with(RefCell::take);
    let made = make(&mut buffer);
    buffer.clear();
    if buffer.capacity() <= KEPT_MAX {
        drop(DRAFT.with(|draft| draft.replace(buffer)));
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_comes_empty_and_can_be_used_within_itself() {
        let inner = with(|outer| {
            outer.extend_from_slice(b"one");
            with(|inner| inner.len())
        });
        assert_eq!(inner, 0);
        assert_eq!(with(|buffer| buffer.len()), 0);
    }
}
