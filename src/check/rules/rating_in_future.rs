//! A decision of tomorrow grants nothing today.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::Rating;
use crate::text::lang::Lang;

/// The decision or its validity lies after today.
pub static CODE: Code = Code {
    name: "rating-in-future",
    severity: Severity::Warning,
    title: ("ngày công nhận ở tương lai", "rating lies in the future"),
    explain: (
        "Ngày quyết định hoặc ngày bắt đầu hiệu lực đến sau ngày dựng trang, nên số sao này \
         chưa được tính. Thường là gõ nhầm năm; nếu đúng là tương lai thì trang tự hiện sao \
         khi dựng lại vào ngày đó.",
        "The decision or the start of validity comes after the day for which the site is made, \
         so its stars do not count yet. Mostly the year is a slip; if it is true, the stars \
         appear with the first build on that day.",
    ),
};

/// Reports a start of validity, or a decision, all of whose days are to come.
pub fn check(context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let dates = [rating.decided.as_ref(), rating.from.as_ref()];
    let late = dates.into_iter().flatten().find(|date| date.value.first() > context.today);
    let Some(date) = late else { return };
    let (vi, en) = (date.value.display(Lang::Vi), date.value.display(Lang::En));
    let (today_vi, today_en) = (context.today.vietnamese(), context.today.iso());
    out.push(
        Diagnostic::new(
            &CODE,
            date.span,
            format!("{vi} đến sau ngày dựng trang {today_vi}; sao chưa được tính"),
            format!(
                "{en} comes after {today_en}, for which the site is made; its stars do not \
                     count yet"
            ),
        )
        .hint("kiểm tra lại năm", "look at the year again"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, date, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_on_days_to_come() {
        let decided = rating(Event::Renewal, 4, "2026-11-24");
        check(|it| it.ratings.push(decided), &["rating-in-future"]);
        check(|it| it.ratings[0].from = date("2027"), &["rating-in-future"]);
    }

    #[test]
    fn is_silent_today_and_where_part_of_the_date_is_past() {
        let today = rating(Event::Renewal, 4, "2026-11-23");
        check(|it| it.ratings.push(today), &[]);
    }
}
