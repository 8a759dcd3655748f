//! `new`: what is typed, and what is asked on a terminal.
//!
//! Asks for what a dossier cannot do without and offers what is near to an
//! answer, accents forgiven. Away from a terminal nothing is asked: what is
//! missing makes the dossier a draft.

use std::io::{self, BufRead as _, IsTerminal as _};

use crate::build;
use crate::cli::options::Options;
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::words::Words;
use crate::diag::{human, suggest};
use crate::edit::fresh::{self, Keyed, Made};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::parse::keys::Kind;
use crate::text::fold::match_key;
use crate::text::lang::Lang;

/// Answers that are offered at once.
const OFFERED: usize = 9;
/// Times that a question is asked again.
const PATIENCE: usize = 5;

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// What to start: `product`, `producer`, `page`, `fair` or `brochure`
    #[arg(value_name = "KIND")]
    kind: String,
    /// Its name or title
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Value of a column or key, such as `Province=Đồng Tháp`; may be repeated
    #[arg(long, value_name = "COLUMN=VALUE")]
    set: Vec<String>,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("new", "", "Bắt đầu một hồ sơ, chủ thể, trang viết, hội chợ hoặc ấn phẩm"),
        (
            "new",
            "kind",
            "Tạo gì: `product` (sản phẩm), `producer` (chủ thể), `page` (trang), `fair` (hội chợ) hoặc `brochure` (ấn phẩm)",
        ),
        ("new", "name", "Tên hoặc tiêu đề"),
        (
            "new",
            "set",
            "Giá trị của một cột hay một mục, như `Tỉnh=Đồng Tháp`; nêu được nhiều lần",
        ),
    ],
    usage: ("new", "new <loại> [tên] [tuỳ chọn]", "new <kind> [name] [options]"),
    examples: (
        "Ví dụ:\n  dacsan new san-pham                            hỏi từng mục\n  dacsan new \
         san-pham \"Trà sen\" --set \"Tỉnh=Đồng Tháp\" --set \"Nhóm=Đồ uống\"\n  dacsan new chu-the \
         \"Hợp tác xã Ví Dụ\" --set \"Tỉnh=Đồng Tháp\"\n  dacsan new hoi-cho \"Hội chợ Ví Dụ\" --set \
         \"Từ ngày=12/12/2026\" --set \"Địa điểm=Nhà thi đấu\"\n  dacsan new an-pham \"Bảng giá Tết\" --set \
         loai=bang-gia --set \"Sao=3..\"\n\nCòn thiếu mục bắt buộc thì hồ sơ là bản nháp.",
        "Examples:\n  dacsan new product                             asks for each part\n  dacsan new \
         product \"Trà sen\" --set \"Province=Đồng Tháp\" --set \"Group=Đồ uống\"\n  dacsan new producer \
         \"Hợp tác xã Ví Dụ\" --set \"Province=Đồng Tháp\"\n  dacsan new fair \"Hội chợ Ví Dụ\" --set \
         from=2026-12-12 --set \"venue=Nhà thi đấu\"\n  dacsan new brochure \"Bảng giá Tết\" --set \
         kind=price-list --set stars=3..\n\nA dossier that lacks something needed is a \
         draft.",
    ),
};

/// Ways to name what can be made, as folded text.
const KINDS: [(&str, &[&str]); 5] = [
    ("product", &["product", "san-pham", "sp"]),
    ("producer", &["producer", "chu-the"]),
    ("page", &["page", "trang", "trang-viet"]),
    ("fair", &["fair", "hoi-cho"]),
    ("brochure", &["brochure", "an-pham"]),
];

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let key = match_key(&typed.kind);
    let kind = KINDS.iter().find(|(_, ways)| ways.iter().any(|way| match_key(way) == key));
    let Some((kind, _)) = kind else { return Err(unknown_kind(&typed.kind).into()) };
    let mut values = pairs(&typed.set)?;
    let asks = io::stdin().is_terminal() && io::stdout().is_terminal();
    let name = match &typed.name {
        Some(name) => name.clone(),
        None if asks => ask(report, ("Tên", "Name"))?,
        None => String::new(),
    };
    if name.trim().is_empty() {
        return Err(Failure::usage("còn thiếu tên", "a name is wanted").into());
    }
    let made = match *kind {
        "product" => {
            values.insert(0, ("name".to_owned(), name));
            if asks {
                let checked = build::check(&options.root, options.today)?;
                questions(&checked.catalogue, &mut values, report)?;
            }
            fresh::product(&options.root, &values, options.today)?
        }
        "producer" => {
            let of = |names: [&str; 2]| {
                let wanted = names.map(match_key);
                let found = values.iter().find(|(key, _)| wanted.contains(&match_key(key)));
                found.map_or_else(String::new, |(_, value)| value.clone())
            };
            let place =
                [("province", of(["Tỉnh", "Province"])), ("commune", of(["Xã", "Commune"]))];
            Made::Files(vec![fresh::producer(&options.root, &name, &place)?])
        }
        "page" => Made::Files(vec![fresh::page(&options.root, &name)?]),
        kind => {
            let what = if kind == "fair" { Keyed::Fair } else { Keyed::Brochure };
            if asks {
                let checked = build::check(&options.root, options.today)?;
                keys(what, &checked.catalogue, &mut values, report)?;
            }
            fresh::keyed(&options.root, what, &name, &values)?
        }
    };
    tell(made, report)
}

/// Names the files, or says why there are none.
fn tell(made: Made, report: &mut Report) -> Result<u8, Stop> {
    let (lang, colour) = (report.lang(), report.has_colours(Stream::Error));
    match made {
        Made::Files(files) => {
            let word = lang.pick(("Đã tạo", "Made"));
            for file in files {
                report.line(Stream::Output, &format!("{word} {file}"))?;
            }
            Ok(0)
        }
        Made::Refused(findings) => {
            for finding in findings {
                let place = &finding.place.heading;
                let text = human::render_at(&finding.diagnostic, place, lang, colour);
                report.print(Stream::Error, &format!("{text}\n"))?;
            }
            Ok(1)
        }
    }
}

fn unknown_kind(typed: &str) -> Failure {
    let names = |or: &str| {
        let all: Vec<String> = KINDS.iter().map(|(name, _)| format!("`{name}`")).collect();
        let (last, rest) =
            all.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
        format!("{}{or}{last}", rest.join(", "))
    };
    let failure = Failure::usage(
        format!("cần {}, gặp `{typed}`", names(" hoặc ")),
        format!("expected {}, found `{typed}`", names(" or ")),
    );
    let known = KINDS.iter().flat_map(|(_, ways)| ways.iter().copied());
    failure.did_you_mean(suggest::nearest(typed, known))
}

/// Columns and values of `--set`, which `import` takes as well.
pub(super) fn pairs(set: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let pair = |text: &String| {
        let (column, value) = text.split_once('=').ok_or_else(|| {
            Failure::usage(
                format!("--set cần CỘT=GIÁ TRỊ, gặp `{text}`"),
                format!("--set wants COLUMN=VALUE, found `{text}`"),
            )
        })?;
        Ok((column.trim().to_owned(), value.trim().to_owned()))
    };
    set.iter().map(pair).collect()
}

/// Column, words, known answers, and whether there are no others.
type Question<'a> = (&'a str, (&'a str, &'a str), &'a [String], bool);

/// Asks for what is missing; an empty answer leaves it open.
fn questions(
    catalogue: &Catalogue,
    values: &mut Vec<(String, String)>,
    report: &mut Report,
) -> Result<(), Stop> {
    let scheme = &catalogue.scheme;
    let provinces: Vec<String> =
        catalogue.regions.provinces_with_ids().map(|(_, it)| it.name.vi.clone()).collect();
    let groups: Vec<String> =
        scheme.groups_with_ids().map(|(_, it)| it.name.vi.clone()).collect();
    let makers: Vec<String> =
        catalogue.producers.iter().map(|it| it.name.value.clone()).collect();
    let stars: Vec<String> = ["3", "4", "5"].map(str::to_owned).to_vec();
    let parts: [Question<'_>; 7] = [
        ("Nhóm sản phẩm", ("Nhóm sản phẩm", "Group"), &groups, true),
        (
            "Chủ thể",
            ("Chủ thể (tên có sẵn hoặc tên mới)", "Producer (known or new)"),
            &makers,
            false,
        ),
        ("Tỉnh, thành phố", ("Tỉnh, thành phố", "Province"), &provinces, true),
        ("Xã, phường", ("Xã, phường", "Commune"), &[], false),
        ("Số sao", ("Số sao", "Stars"), &stars, true),
        ("Số quyết định", ("Số quyết định", "Decision"), &[], false),
        ("Ngày quyết định", ("Ngày quyết định", "Day of the decision"), &[], false),
    ];
    for (heading, question, known, closed) in parts {
        let wanted = crate::derive::table::column_of(heading);
        if values.iter().any(|(key, _)| crate::derive::table::column_of(key) == wanted) {
            continue;
        }
        let answer = choose(report, question, known, closed)?;
        if !answer.is_empty() {
            values.push((heading.to_owned(), answer));
        }
    }
    Ok(())
}

/// Asks for the keys of a fair or brochure that are wanted first.
fn keys(
    what: Keyed,
    catalogue: &Catalogue,
    values: &mut Vec<(String, String)>,
    report: &mut Report,
) -> Result<(), Stop> {
    let lang = report.lang();
    let provinces: Vec<String> =
        catalogue.regions.provinces_with_ids().map(|(_, it)| it.name.vi.clone()).collect();
    let wanted: &[&str] = match what {
        Keyed::Fair => &["from", "until", "venue", "province", "organiser"],
        Keyed::Brochure => &["kind", "province", "stars", "arrange"],
    };
    for name in wanted {
        let key = what.key(name)?;
        let is_typed = |(written, _): &(String, String)| {
            what.table().key(written).is_some_and(|known| known.name == key.name)
        };
        if values.iter().any(is_typed) {
            continue;
        }
        let (known, closed): (Vec<String>, bool) = match key.kind {
            Kind::Choice(words) => {
                (words.iter().map(|it| lang.pick((it.vi, it.name)).to_owned()).collect(), true)
            }
            _ if *name == "province" => (provinces.clone(), true),
            _ => (Vec::new(), false),
        };
        let answer = choose(report, key.help, &known, closed)?;
        if !answer.is_empty() {
            values.push(((*name).to_owned(), answer));
        }
    }
    Ok(())
}

fn ask(report: &mut Report, question: (&str, &str)) -> Result<String, Stop> {
    let text = report.lang().pick(question);
    report.print(Stream::Output, &format!("{text}: "))?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

/// Asks until the answer is one that is known, or open ones are taken as typed.
fn choose(
    report: &mut Report,
    question: (&str, &str),
    known: &[String],
    closed: bool,
) -> Result<String, Stop> {
    for _ in 0..PATIENCE {
        let answer = ask(report, question)?;
        match near(&answer, known) {
            Near::One(found) => return Ok(found),
            Near::Several(found) => {
                let list = found.iter().take(OFFERED).map(|it| format!("  {it}\n"));
                let list: String = list.collect::<Vec<_>>().concat();
                report.print(Stream::Output, &list)?;
                if !closed {
                    return Ok(answer);
                }
            }
            Near::None if closed && !answer.is_empty() => {
                let none = told_none(report.lang());
                report.line(Stream::Output, none)?;
            }
            Near::None => return Ok(answer),
        }
    }
    Ok(String::new())
}

fn told_none(lang: Lang) -> &'static str {
    lang.pick((
        "  không có trong danh sách; để trống nếu chưa biết",
        "  not in the list; leave it empty if unknown",
    ))
}

/// What an answer may mean.
#[derive(Debug, PartialEq, Eq)]
enum Near {
    One(String),
    Several(Vec<String>),
    None,
}

/// The known names that an answer means: the same, else those that begin with
/// it, else those that hold it, else the nearest. Accents do not count.
fn near(answer: &str, known: &[String]) -> Near {
    let key = match_key(answer);
    if key.is_empty() {
        return Near::None;
    }
    let by = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
        known.iter().filter(|name| is(&match_key(name))).cloned().collect()
    };
    for found in
        [by(&|it| it == key), by(&|it| it.starts_with(&key)), by(&|it| it.contains(&key))]
    {
        match found.as_slice() {
            [] => {}
            [one] => return Near::One(one.clone()),
            _ => return Near::Several(found),
        }
    }
    match suggest::nearest(answer, known.iter().map(String::as_str)) {
        Some(one) => Near::One(one.to_owned()),
        None => Near::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_understood_without_accents() {
        let known: Vec<String> =
            ["Đồng Tháp", "Đồng Nai", "Hà Nội", "Huế"].map(str::to_owned).to_vec();
        let one = |name: &str| Near::One(name.to_owned());
        assert_eq!(near("dong thap", &known), one("Đồng Tháp"));
        assert_eq!(near("hue", &known), one("Huế"));
        assert_eq!(near("noi", &known), one("Hà Nội"));
        assert_eq!(near("Ha Nooi", &known), one("Hà Nội"));
        assert_eq!(near("đồng", &known), Near::Several(known[..2].to_vec()));
        assert_eq!(near("Paris", &known), Near::None);
        assert_eq!(near("", &known), Near::None);
    }
}
