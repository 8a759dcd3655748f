//! What the command-line parser says, in Vietnamese.
//!
//! `clap` speaks English: its help is overlaid argument by argument from
//! [`HELP`], its errors are told anew as a [`Failure`] in both languages. A
//! test keeps the overlay complete. Never prints.

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::cli::args::Args;
use crate::cli::examples::EXAMPLES;
use crate::cli::idle;
use crate::model::failure::Failure;
use crate::text::lang::Lang;

/// Vietnamese help: command ("" is the program itself), argument ("" is the command itself), text.
const HELP: &[(&str, &str, &str)] = &[
    ("", "", "Biến một thư mục hồ sơ sản phẩm OCOP thành danh mục quảng bá."),
    ("", "root", "Thư mục của danh mục, nơi có `content/` (mặc định: thư mục hiện tại)"),
    ("", "out", "Thư mục để ghi kết quả (mặc định: `public` trong thư mục của danh mục)"),
    (
        "",
        "cache",
        "Thư mục giữ ảnh đã làm qua các lần dựng (mặc định: `.dacsan/cache` trong thư mục của danh mục), hoặc địa chỉ kho chung cho nhiều máy, `s3://…`, `gs://…`, `file:///…`",
    ),
    ("", "jobs", "Số việc làm cùng lúc, kể cả làm ảnh (mặc định: bằng số bộ xử lý)"),
    (
        "",
        "as_of",
        "Ngày dùng để tính hạn công nhận, 2026-11-24 hoặc 24/11/2026 (mặc định: hôm nay)",
    ),
    ("", "lang", "Ngôn ngữ của thông báo: `vi` hoặc `en` (mặc định: vi)"),
    ("", "base_url", "Địa chỉ nơi danh mục sẽ được đăng, https://vi-du.vn/ocop/"),
    ("", "strict", "Tính cảnh báo như lỗi khi trả mã kết thúc"),
    ("", "quiet", "Chỉ in lỗi"),
    ("", "verbose", "In cả lời khuyên"),
    ("", "color", "Màu sắc: `auto`, `always` hoặc `never` (mặc định: auto)"),
    ("", "help", "In trợ giúp"),
    ("", "version", "In phiên bản"),
    ("", "host", "Địa chỉ để chờ trình duyệt (mặc định: 127.0.0.1, chỉ máy này)"),
    ("", "port", "Cổng; 0 là cổng trống bất kỳ (mặc định: 8080 hoặc cổng trống kế tiếp)"),
    ("", "no_watch", "Chỉ xem những gì đang có: không dựng, không theo dõi"),
    (
        "",
        "only",
        "Chỉ dựng các sản phẩm trong thư mục con này của `content/products/`, ghi vào thư mục riêng",
    ),
    ("build", "", "Dựng danh mục"),
    (
        "build",
        "precompress",
        "Ghi kèm bản nén của tệp văn bản: `br`, `gz`, `br,gz` hoặc `none`",
    ),
    (
        "build",
        "verify",
        "Không ghi gì: dựng lại tất cả rồi báo tệp nào khác với một lần dựng mới",
    ),
    (
        "build",
        "photo_budget",
        "Quá thời gian này thì không làm thêm ảnh, như `20m`; lần dựng sau làm tiếp",
    ),
    ("serve", "", "Dựng, xem thử trong trình duyệt, và theo từng lần lưu"),
    ("serve", "host", "Địa chỉ để chờ trình duyệt (mặc định: 127.0.0.1, chỉ máy này)"),
    ("serve", "port", "Cổng; 0 là cổng trống bất kỳ (mặc định: 8080 hoặc cổng trống kế tiếp)"),
    ("serve", "no_watch", "Chỉ xem những gì đang có: không dựng, không theo dõi"),
    (
        "serve",
        "only",
        "Chỉ dựng các sản phẩm trong thư mục con này của `content/products/`, ghi vào thư mục riêng",
    ),
    ("why", "", "Cho biết vì sao có một tệp kết quả và tệp ấy được làm từ những gì"),
    ("why", "paths", "Tệp trong thư mục kết quả, hoặc địa chỉ của trang"),
    ("codes", "", "Cấp mã vĩnh viễn cho các sản phẩm được đăng mà chưa có mã"),
    ("explain", "", "Giải thích một mã; không nêu mã thì liệt kê tất cả"),
    ("explain", "code", "Mã trong ngoặc vuông sau chữ “lỗi”, “cảnh báo” hay “lời khuyên”"),
    ("init", "", "Tạo một danh mục nhỏ với các hồ sơ mẫu"),
    ("init", "dir", "Thư mục để tạo; mới hoặc còn trống"),
];

/// Names of commands and their usage after `dacsan`, in Vietnamese and English.
const USAGE: &[(&str, &str, &str)] = &[
    ("", "[tuỳ chọn] [lệnh]", "[options] [command]"),
    ("build", "build [tuỳ chọn]", "build [options]"),
    ("serve", "serve [tuỳ chọn]", "serve [options]"),
    ("why", "why <đường-dẫn>… [tuỳ chọn]", "why <path>… [options]"),
    ("codes", "codes [tuỳ chọn]", "codes [options]"),
    ("explain", "explain [mã]", "explain [code]"),
    ("init", "init <thư-mục>", "init <folder>"),
];

/// The parser with its help in `lang`.
pub fn command(lang: Lang) -> clap::Command {
    let mut command = Args::command();
    command = dress(command, "", lang)
        .subcommand_help_heading(lang.pick(("Lệnh", "Commands")))
        .after_help(lang.pick((
            "Không nêu lệnh: dựng rồi xem thử.\nEnglish: dacsan --lang en --help",
            "Without a command: build, then show.",
        )));
    for (name, _, _) in usages().filter(|(name, _, _)| !name.is_empty()) {
        command = command.mut_subcommand(name, |sub| dress(sub, name, lang));
    }
    // Only now do commands have what all of them understand.
    command.build();
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        sub.mut_args(|arg| {
            let idle = idle::is_idle(&name, arg.get_id().as_str());
            if idle { arg.hide(true) } else { arg }
        })
    })
}

fn dress(command: clap::Command, name: &str, lang: Lang) -> clap::Command {
    let usage = usages().find(|(known, _, _)| *known == name);
    let usage = usage.map_or("", |(_, vi, en)| lang.pick((vi, en)));
    let command = command
        .override_usage(format!("dacsan {usage}"))
        .help_template(lang.pick((
            "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n",
        )))
        .mut_args(|arg| {
            let heading = match (lang, arg.is_positional()) {
                (Lang::Vi, true) => "Tham số",
                (Lang::Vi, false) => "Tuỳ chọn",
                (Lang::En, true) => "Arguments",
                (Lang::En, false) => "Options",
            };
            let help = help_of(name, arg.get_id().as_str()).filter(|_| lang == Lang::Vi);
            let arg = arg.help_heading(heading);
            match help {
                Some(help) => arg.help(help),
                None => arg,
            }
        });
    let command = match examples(name).map(|both| lang.pick(both)) {
        Some(examples) if !examples.is_empty() => command.after_help(examples),
        _ => command,
    };
    match help_of(name, "").filter(|_| lang == Lang::Vi) {
        Some(about) => command.about(about),
        None => command,
    }
}

/// Help of commands that keep their words beside their arguments.
const OWN: &[Words] = &[
    super::brochure::WORDS,
    super::check::WORDS,
    super::diff::WORDS,
    super::export::WORDS,
    super::import::WORDS,
    super::new::WORDS,
    super::schema::WORDS,
    super::shell::COMPLETIONS,
    super::shell::MAN,
    super::photos::CACHE_WORDS,
    super::photos::WORDS,
];

/// Words of a command that stands in a file of its own.
pub struct Words {
    /// Vietnamese help, as in [`HELP`].
    pub help: &'static [(&'static str, &'static str, &'static str)],
    /// Usage, as in [`USAGE`].
    pub usage: (&'static str, &'static str, &'static str),
    /// What stands below the options: commands to copy (Vietnamese, English).
    pub examples: (&'static str, &'static str),
}

/// What stands below the options of a command.
fn examples(name: &str) -> Option<(&'static str, &'static str)> {
    let own = OWN.iter().find(|words| words.usage.0 == name).map(|words| words.examples);
    own.or_else(|| EXAMPLES.iter().find(|(known, _)| *known == name).map(|(_, both)| *both))
}

/// Usage of every command.
fn usages() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    USAGE.iter().chain(OWN.iter().map(|words| &words.usage))
}

fn help_of(command: &str, argument: &str) -> Option<&'static str> {
    let all = HELP.iter().chain(OWN.iter().flat_map(|words| words.help));
    let found = all.into_iter().find(|(c, a, _)| *c == command && *a == argument);
    found.map(|(_, _, text)| *text)
}

/// What the parser could not understand, in both languages.
pub fn failure(error: &Error) -> Failure {
    let failure = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            unknown_command(&first(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => {
            let name = first(error, ContextKind::InvalidArg);
            if name.starts_with('-') { unknown_option(&name) } else { unknown_command(&name) }
        }
        ErrorKind::MissingRequiredArgument => {
            let name = first(error, ContextKind::InvalidArg);
            let word = |dir, path, file| {
                let name = name.replace("DIR", dir).replace("PATH", path);
                name.replace("FILE", file)
            };
            let vi = word("thư-mục", "đường-dẫn", "tệp").replace("SHELL", "trình");
            let en = word("folder", "path", "file").replace("SHELL", "shell");
            let (vi, en) = (vi.replace("KIND", "loại"), en.replace("KIND", "kind"));
            Failure::usage(format!("còn thiếu {vi}"), format!("{en} is wanted"))
        }
        ErrorKind::InvalidValue | ErrorKind::WrongNumberOfValues => {
            let name = first(error, ContextKind::InvalidArg);
            Failure::usage(
                format!("tuỳ chọn `{name}` cần một giá trị"),
                format!("option `{name}` wants a value"),
            )
        }
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::TooManyValues => {
            let name = first(error, ContextKind::InvalidArg);
            Failure::usage(
                format!("tuỳ chọn `{name}` không nhận giá trị"),
                format!("option `{name}` takes no value"),
            )
        }
        _ => Failure::usage("dòng lệnh chưa đọc được", "the command line cannot be read")
            .caused_by(&error.kind()),
    };
    let failure = failure.did_you_mean(suggestion(error).as_deref());
    failure.hint("xem `dacsan --help`", "see `dacsan --lang en --help`")
}

fn unknown_command(name: &str) -> Failure {
    Failure::usage(format!("không có lệnh `{name}`"), format!("there is no command `{name}`"))
}

fn unknown_option(name: &str) -> Failure {
    Failure::usage(
        format!("không có tuỳ chọn `{name}`"),
        format!("there is no option `{name}`"),
    )
}

fn conflict(error: &Error) -> Failure {
    let name = first(error, ContextKind::InvalidArg);
    let other = first(error, ContextKind::PriorArg);
    if name == other || other.is_empty() {
        return Failure::usage(
            format!("tuỳ chọn `{name}` chỉ nêu một lần"),
            format!("option `{name}` may be given once"),
        );
    }
    Failure::usage(
        format!("`{name}` không đi cùng `{other}`"),
        format!("`{name}` does not go with `{other}`"),
    )
}

fn suggestion(error: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    kinds.into_iter().map(|kind| first(error, kind)).find(|known| !known.is_empty())
}

/// The first text that the error carries under `kind`, without value names.
fn first(error: &Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        Some(ContextValue::Strings(texts)) => texts.first().map_or("", String::as_str),
        _ => "",
    };
    match text.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Args, command, failure, help_of, usages};
    use crate::text::lang::Lang;

    #[test]
    fn every_command_and_argument_speaks_vietnamese() {
        let plain = Args::command();
        let all = std::iter::once(("", &plain))
            .chain(plain.get_subcommands().map(|sub| (sub.get_name(), sub)));
        for (name, sub) in all {
            assert!(help_of(name, "").is_some(), "{name}");
            assert!(usages().any(|(known, _, _)| *known == name), "{name}");
            for arg in sub.get_arguments() {
                assert!(
                    help_of(name, arg.get_id().as_str()).is_some(),
                    "{name} {}",
                    arg.get_id()
                );
            }
        }
        command(Lang::Vi).debug_assert();
        command(Lang::En).debug_assert();
    }

    #[test]
    fn every_command_shows_what_to_type_in_both_languages() {
        for sub in Args::command().get_subcommands() {
            let (vi, en) = super::examples(sub.get_name()).unwrap_or_default();
            for (text, head) in [(vi, "Ví dụ:"), (en, "Example")] {
                let typed = format!("dacsan {}", sub.get_name());
                let shows = text.contains(&typed) || text.contains("dacsan --lang en");
                assert!(text.starts_with(head) && shows, "{}: {text}", sub.get_name());
            }
        }
    }

    #[test]
    fn help_names_no_option_that_means_nothing() {
        let shown = |name: &str| {
            let mut whole = command(Lang::Vi);
            let sub = whole.find_subcommand_mut(name).unwrap();
            sub.render_help().to_string()
        };
        for name in ["explain", "init", "completions", "man"] {
            let text = shown(name);
            for option in ["--root", "--out", "--cache", "--as-of", "--base-url", "--strict"] {
                assert!(!text.contains(option), "{name} {option}");
            }
            assert!(text.contains("--lang") && text.contains("--help"), "{name}");
        }
        assert!(shown("build").contains("--cache") && shown("check").contains("--strict"));
    }

    #[track_caller]
    fn check(typed: &[&str], vi: &str, hints: usize) {
        let argv = std::iter::once("dacsan").chain(typed.iter().copied());
        let error = command(Lang::Vi).try_get_matches_from(argv).unwrap_err();
        let failure = failure(&error);
        assert_eq!((failure.what.vi.as_str(), failure.hints.len()), (vi, hints), "{typed:?}");
    }

    #[test]
    fn mistakes_are_told_in_vietnamese() {
        check(&["biuld"], "không có lệnh `biuld`", 2);
        check(&["xyz"], "không có lệnh `xyz`", 1);
        check(&["check", "xyz"], "không có lệnh `xyz`", 1);
        check(&["--rot", "x"], "không có tuỳ chọn `--rot`", 2);
        check(&["--root"], "tuỳ chọn `--root` cần một giá trị", 1);
        check(&["init"], "còn thiếu <thư-mục>", 1);
        check(&["--lang", "vi", "--lang", "en"], "tuỳ chọn `--lang` chỉ nêu một lần", 1);
        check(&["build", "-q", "-v"], "`--quiet` không đi cùng `--verbose`", 1);
        check(&["build", "--strict=1"], "tuỳ chọn `--strict` không nhận giá trị", 1);
    }
}
