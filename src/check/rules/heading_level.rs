//! Headings of a story stand below the page's own and go down step by step.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use crate::check::{Context, words};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::story::Story;

/// A heading of the first level, or one that skips a level.
pub static CODE: Code = Code {
    name: "heading-level",
    severity: Severity::Advice,
    title: ("bậc đầu mục không liền nhau", "heading out of step"),
    explain: (
        "Tên sản phẩm hay tên trang đã là đầu mục bậc một, nên bài viết bắt đầu bằng `##`, rồi \
         `###`, không nhảy bậc. Người dùng trình đọc màn hình đi lại trong trang theo các đầu \
         mục.",
        "The name of the product or page is the heading of the first level, so the text begins \
         with `##`, then `###`, skipping none. Those who use screen readers find their way by \
         headings.",
    ),
};

/// Reports headings of the first level, and those that skip a level on the way
/// down.
pub fn check(_context: &Context<'_>, story: &Story, out: &mut Diagnostics) {
    let mut above = 1;
    for (event, range) in Parser::new(&story.markdown).into_offset_iter() {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let level = depth(level);
        if level == 1 || level > above + 1 {
            let line = story.markdown.get(range.clone()).unwrap_or_default().trim_end();
            let place = words::place_in(story, range.start..range.start + line.len());
            out.push(finding(place, level, above));
        }
        above = level;
    }
}

fn finding(place: Span, level: usize, above: usize) -> Diagnostic {
    let (found, want) = ("#".repeat(level), "#".repeat(above + 1));
    let finding = Diagnostic::new(
        &CODE,
        place,
        format!("đầu mục ở đây nên có bậc `{want}`, ở đây ghi `{found}`"),
        format!("expected a heading `{want}` here, found `{found}`"),
    );
    finding.hint(format!("ghi `{want}`"), format!("write `{want}`"))
}

fn depth(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::CODE;
    use crate::check::fixture::{check, check_catalogue, run_on, story};

    #[test]
    fn fires_on_the_first_level_and_on_a_skipped_one() {
        for markdown in ["# Mùa vụ\n", "### Mùa vụ\n", "## Một\n\n#### Hai\n", "Một\n===\n"]
        {
            check(|it| it.story = Some(story(markdown)), &[CODE.name]);
        }
        let english = story("# Season\n");
        check_catalogue(|it| it.producers[0].english_story = Some(english), &[CODE.name]);
    }

    #[test]
    fn names_the_place_of_the_line() {
        let findings =
            run_on(|it| it.products[0].story = Some(story("Sen.\n\n# Mùa vụ\n\nHái.")));
        let place = findings.iter().next().map(|finding| finding.span.range());
        assert_eq!(place, Some(6..17));
    }

    #[test]
    fn is_silent_on_steps_down_and_jumps_up() {
        let steps =
            "## Một\n\n### Hai\n\n#### Ba\n\n## Bốn\n\n```\n# không phải đầu mục\n```\n";
        check(|it| it.story = Some(story(steps)), &[]);
    }
}
