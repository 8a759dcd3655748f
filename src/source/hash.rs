//! Hash of bytes: what makes two files the same.
//!
//! BLAKE3, so that two different files never share a hash by accident or by
//! malice; it costs a tenth more than the fastest hash, end to end.
//!
//! Never used for secrets.

use std::fmt;
use std::io::Read;

/// Hash of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The hash of all that the reader gives, in small portions.
    pub fn of_reader(reader: impl Read) -> std::io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(reader)?;
        Ok(Self(*hasher.finalize().as_bytes()))
    }

    /// The raw bytes, for feeding into a further hash.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 hexadecimal digits.
    pub fn hex(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().as_str().to_owned()
    }

    /// The first 16 hexadecimal digits: for names of files.
    pub fn short(self) -> String {
        self.hex().chars().take(16).collect()
    }

    /// The first 8 hexadecimal digits: for addresses that change with the content.
    pub fn tag(self) -> String {
        self.hex().chars().take(8).collect()
    }

    /// Reads what [`Hash::hex`] wrote.
    pub fn parse(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Self(*hash.as_bytes()))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_reads_back() {
        let hash = Hash::of(b"OCOP");
        assert_eq!(Hash::parse(&hash.hex()), Some(hash));
        assert_eq!(hash.short().len(), 16);
        assert_eq!(Hash::parse("xyz"), None);
        assert_eq!(Hash::of_reader(&b"OCOP"[..]).expect("memory"), hash);
        assert_ne!(Hash::of(b""), hash);
    }
}
