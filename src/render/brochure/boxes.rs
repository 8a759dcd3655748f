//! The box that a print shop trims from: the engine writes the trim, not the bleed.
//!
//! A page of the engine has a media box and a trim box. Where crop marks stand
//! outside the bleed, the media box alone would be taken for it. So the bleed box is
//! put beside the trim box, and the table of places at the file's end is shifted.
//!
//! Leaves a file as it is when its structure is not the plain one that it knows.

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// The file with a bleed box on every page that has a trim box; `slug` millimetres lie
/// between the bleed and the edge of the media.
pub(super) fn with_bleed_box(pdf: Vec<u8>, slug: f64) -> Vec<u8> {
    rewritten(&pdf, slug * POINTS).unwrap_or(pdf)
}

fn rewritten(pdf: &[u8], slug: f64) -> Option<Vec<u8>> {
    let start = memchr::memmem::rfind(pdf, b"startxref")?;
    let (table, _) = number(pdf.get(start + 9..)?)?;
    let table = usize::try_from(table).ok()?;
    let rest = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
    let (count, rest) = number(rest)?;
    let count = usize::try_from(count).ok()?;
    let entries = rest.strip_prefix(b"\n")?;
    let rows = entries.get(..count.checked_mul(20)?)?;
    let mut offsets: Vec<(usize, usize)> = Vec::with_capacity(count);
    for (index, row) in rows.chunks(20).enumerate() {
        if row.get(17) == Some(&b'n') {
            offsets.push((usize::try_from(number(row)?.0).ok()?, index));
        }
    }
    offsets.sort_unstable();
    let mut out = Vec::with_capacity(pdf.len() + 64 * count);
    let mut places = vec![0_usize; count];
    let mut written = 0;
    for (at, (offset, index)) in offsets.iter().enumerate() {
        let end = offsets.get(at + 1).map_or(table, |(next, _)| *next);
        out.extend_from_slice(pdf.get(written..*offset)?);
        *places.get_mut(*index)? = out.len();
        page(pdf.get(*offset..end)?, slug, &mut out);
        written = end;
    }
    out.extend_from_slice(pdf.get(written..table)?);
    let new_table = out.len();
    out.extend_from_slice(format!("xref\n0 {count}\n").as_bytes());
    for (row, place) in rows.chunks(20).zip(places) {
        if row.get(17) == Some(&b'n') {
            out.extend_from_slice(format!("{place:010}").as_bytes());
            out.extend_from_slice(row.get(10..)?);
        } else {
            out.extend_from_slice(row);
        }
    }
    out.extend_from_slice(entries.get(rows.len()..entries.len() - (pdf.len() - start))?);
    out.extend_from_slice(format!("startxref\n{new_table}\n%%EOF").as_bytes());
    Some(out)
}

/// One object; a page gets its bleed box.
fn page(object: &[u8], slug: f64, out: &mut Vec<u8>) {
    match bleed_box(object, slug) {
        Some((at, text)) => {
            let (before, after) = object.split_at(at);
            out.extend_from_slice(before);
            out.extend_from_slice(text.as_bytes());
            out.extend_from_slice(after);
        }
        None => out.extend_from_slice(object),
    }
}

/// Where in a page's dictionary the bleed box goes, and how it reads.
fn bleed_box(object: &[u8], slug: f64) -> Option<(usize, String)> {
    // Streams may hold anything; the dictionary of a page has none.
    let head = object.get(..object.len().min(4096))?;
    memchr::memmem::find(head, b"/Type/Page/")?;
    let at = memchr::memmem::find(head, b"/TrimBox[")?;
    let media = memchr::memmem::find(head, b"/MediaBox[")? + 10;
    let mut rest = head.get(media..)?;
    let mut sides = [0.0; 4];
    for side in &mut sides {
        let end = rest.iter().position(|byte| matches!(byte, b' ' | b']'))?;
        *side = std::str::from_utf8(rest.get(..end)?).ok()?.parse().ok()?;
        rest = rest.get(end + 1..)?;
    }
    let [left, bottom, right, top] = sides;
    let text = format!(
        "/BleedBox[{:.3} {:.3} {:.3} {:.3}]",
        left + slug,
        bottom + slug,
        right - slug,
        top - slug
    );
    Some((at, text))
}

/// The number that the bytes begin with, and what follows it.
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let lead = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let bytes = bytes.get(lead..)?;
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
    let digits = std::str::from_utf8(bytes.get(..end)?).ok()?;
    Some((digits.parse().ok()?, bytes.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "%PDF-1.7\n1 0 obj\n<</Type/Page/MediaBox[0 0 120 90]/TrimBox[30 30 90 60]>>\nendobj\n\n\
        2 0 obj\n<</Type/Pages/Count 1/Kids[1 0 R]>>\nendobj\n\n\
        xref\n0 3\n0000000000 65535 f\r\n0000000009 00000 n\r\n0000000082 00000 n\r\n\
        trailer\n<</Size 3/Root 2 0 R>>\nstartxref\n134\n%%EOF";

    #[test]
    fn pages_get_a_bleed_box_and_every_place_is_right() {
        let at = |text: &str, word: &str| text.find(word).expect("there");
        assert_eq!(at(PLAIN, "2 0 obj"), 82);
        assert_eq!(at(PLAIN, "xref\n0 3"), 134);
        let out = with_bleed_box(PLAIN.as_bytes().to_vec(), 1.0);
        let text = String::from_utf8(out).expect("plain text");
        assert!(text.contains("/BleedBox[2.835 2.835 117.165 87.165]/TrimBox["), "{text}");
        let second = at(&text, "2 0 obj");
        assert!(text.contains(&format!("{second:010} 00000 n\r\n")), "{text}");
        let table = at(&text, "xref\n0 3");
        assert!(
            text.ends_with(&format!("<</Size 3/Root 2 0 R>>\nstartxref\n{table}\n%%EOF")),
            "{text}"
        );
    }

    #[test]
    fn a_file_of_another_structure_is_left_alone() {
        for odd in ["", "%PDF-1.7\nstartxref\n99\n%%EOF", "startxref\n0\n%%EOF"] {
            assert_eq!(with_bleed_box(odd.as_bytes().to_vec(), 0.0), odd.as_bytes());
        }
    }
}
