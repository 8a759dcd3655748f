//! The difference of two texts as a unified diff, line by line.
//!
//! Same lines at both ends are cut off first; what is left is compared by longest
//! common subsequence, which is exact and fast enough for dossiers. Parts beyond
//! [`EXACT`] lines are told as one block out, one block in.

/// Lines around a change.
const AROUND: usize = 3;
/// Most lines of the middle that are compared one by one.
const EXACT: usize = 1500;

/// A line with what became of it: `' '`, `'-'` or `'+'`.
type Marked<'a> = (char, &'a str);

/// The unified diff of a file; empty where both texts are the same.
pub fn unified(path: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let lines = marked(&old, &new);
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let mut at = 0;
    while let Some(first) = lines.iter().skip(at).position(|(mark, _)| *mark != ' ') {
        let first = at.saturating_add(first);
        let start = first.saturating_sub(AROUND).max(at);
        let end = end_of(&lines, first);
        let hunk = lines.get(start..end).unwrap_or_default();
        let before = lines.get(..start).unwrap_or_default();
        let count = |lines: &[Marked<'_>], skip: char| {
            lines.iter().filter(|(mark, _)| *mark != skip).count()
        };
        let head = |skip: char| {
            let (from, length) = (count(before, skip), count(hunk, skip));
            let from = if length == 0 { from } else { from.saturating_add(1) };
            format!("{from},{length}")
        };
        out.extend([format!("@@ -{} +{} @@\n", head('+'), head('-'))]);
        for (mark, line) in hunk {
            out.push(*mark);
            out.push_str(line.strip_suffix('\n').unwrap_or(line));
            out.push('\n');
            if !line.ends_with('\n') {
                out.push_str("\\ No newline at end of file\n");
            }
        }
        at = end;
    }
    out
}

/// End of the hunk that begins with a change: far enough from the next one.
fn end_of(lines: &[Marked<'_>], first: usize) -> usize {
    let mut last = first;
    for (at, (mark, _)) in lines.iter().enumerate().skip(first) {
        if at.saturating_sub(last) > AROUND.saturating_mul(2) {
            break;
        }
        if *mark != ' ' {
            last = at;
        }
    }
    last.saturating_add(AROUND).saturating_add(1).min(lines.len())
}

fn marked<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Marked<'a>> {
    let same = |(one, other): &(&&str, &&str)| one == other;
    let head = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) =
        (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    let middle = |lines: &[&'a str]| -> Vec<&'a str> {
        lines.iter().take(lines.len().saturating_sub(tail)).copied().collect()
    };
    let (out_lines, in_lines) = (middle(old_rest), middle(new_rest));
    let mut lines: Vec<Marked<'a>> = old.iter().take(head).map(|line| (' ', *line)).collect();
    if out_lines.len().max(in_lines.len()) > EXACT {
        lines.extend(out_lines.iter().map(|line| ('-', *line)));
        lines.extend(in_lines.iter().map(|line| ('+', *line)));
    } else {
        common(&out_lines, &in_lines, &mut lines);
    }
    let end = old.len().saturating_sub(tail);
    lines.extend(old.iter().skip(end).map(|line| (' ', *line)));
    lines
}

/// Marks the lines of two middles by their longest common subsequence.
fn common<'a>(old: &[&'a str], new: &[&'a str], lines: &mut Vec<Marked<'a>>) {
    let width = new.len().saturating_add(1);
    let mut lengths = vec![0_u16; width.saturating_mul(old.len().saturating_add(1))];
    let place = |row: usize, column: usize| row.saturating_mul(width).saturating_add(column);
    let read = |lengths: &[u16], row: usize, column: usize| {
        lengths.get(place(row, column)).copied().unwrap_or(0)
    };
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let (below, right) = (row.saturating_add(1), column.saturating_add(1));
            let length = if one == other {
                read(&lengths, below, right).saturating_add(1)
            } else {
                read(&lengths, below, column).max(read(&lengths, row, right))
            };
            if let Some(cell) = lengths.get_mut(place(row, column)) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(one), Some(other)) if one == other => {
                lines.push((' ', one));
                row = row.saturating_add(1);
                column = column.saturating_add(1);
            }
            (Some(one), other) => {
                let down = read(&lengths, row.saturating_add(1), column);
                let right = read(&lengths, row, column.saturating_add(1));
                match other {
                    Some(other) if right > down => {
                        lines.push(('+', other));
                        column = column.saturating_add(1);
                    }
                    _ => {
                        lines.push(('-', one));
                        row = row.saturating_add(1);
                    }
                }
            }
            (None, Some(other)) => {
                lines.push(('+', other));
                column = column.saturating_add(1);
            }
            (None, None) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_changed_line_stands_between_its_neighbours() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = before.replace("5\n", "five\n");
        assert_eq!(
            unified("a.md", before, &after),
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        );
        assert_eq!(unified("a.md", before, before), "");
    }

    #[test]
    fn far_changes_are_hunks_of_their_own() {
        let before: String = (1..=30).map(|n| format!("{n}\n")).collect::<Vec<_>>().concat();
        let after = before.replacen("2\n", "two\n", 1).replace("29\n", "") + "31";
        let diff = unified("a", &before, &after);
        assert_eq!(diff.matches("@@ -").count(), 2, "{diff}");
        assert!(diff.contains("-29\n 30\n+31\n\\ No newline at end of file\n"), "{diff}");
    }
}
