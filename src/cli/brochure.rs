//! `brochure`: a declared brochure, or a choice that is typed, as a file.
//!
//! Keys of the command line are those of `content/brochures/`, so that what was
//! tried here can be written down there. Without the press engine the file is a
//! page that any browser prints, and the run says how to get the PDF.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::build::{self, Form, Printed, Wanted};
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::summary::counted;
use crate::cli::words::Words;
use crate::model::failure::Failure;
use crate::source::sheet;
use crate::text::lang::Lang;

/// What was typed.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Typed {
    /// Name of a brochure in `content/brochures/`
    #[arg(value_name = "NAME", conflicts_with_all = [
        "kind", "title", "subtitle", "paper", "per_page", "grid", "start", "languages", "arrange", "order", "province",
        "former_province", "commune", "group", "subgroup", "stars", "validity", "producer_kind", "producer", "certificate",
        "tags", "fair", "booth", "products", "list", "exclude", "lapsed", "no_alcohol"
    ])]
    name: Option<String>,
    /// File to write, .html or .pdf
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// PDF for a print shop: 3 mm bleed
    #[arg(long, conflicts_with = "imposed")]
    press: bool,
    /// Crop marks, with --press
    #[arg(long, requires = "press")]
    marks: bool,
    /// PDF of a booklet for the office printer: two pages on a side, to be folded
    #[arg(long)]
    imposed: bool,
    /// A volume of PDF for each province and one of contents, into the folder of -o
    #[arg(long, conflicts_with = "imposed")]
    volumes: bool,
    /// What to make: catalogue, booklet, leaflet, price-list, shelf-cards, table-tents, labels, booth-signs, booth-list, sheet, export-sheet
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Title on the cover
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Line below the title
    #[arg(long, value_name = "TEXT")]
    subtitle: Option<String>,
    /// Sheet: a3, a4, a5, a6, a7
    #[arg(long, value_name = "SHEET")]
    paper: Option<String>,
    /// Products on a page
    #[arg(long, value_name = "N")]
    per_page: Option<String>,
    /// Columns x rows of a sheet of labels, `3x7`
    #[arg(long, value_name = "GRID")]
    grid: Option<String>,
    /// First free label of the first sheet
    #[arg(long, value_name = "N")]
    start: Option<String>,
    /// Languages: `vi`, `en` or `vi,en`
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    languages: Vec<String>,
    /// What makes sections: group, province, stars, booth, none
    #[arg(long, value_name = "BY")]
    arrange: Option<String>,
    /// Order within a section: standard, name, province, producer, given
    #[arg(long, value_name = "ORDER")]
    order: Option<String>,
    /// Province, present or former; may be repeated
    #[arg(long, value_name = "NAME")]
    province: Vec<String>,
    /// Province before July 2025; may be repeated
    #[arg(long, value_name = "NAME")]
    former_province: Vec<String>,
    /// Commune; may be repeated
    #[arg(long, value_name = "NAME")]
    commune: Vec<String>,
    /// Product group; may be repeated
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Subgroup; may be repeated
    #[arg(long, value_name = "SUBGROUP")]
    subgroup: Vec<String>,
    /// Stars: `4`, `4..`, `3..4`
    #[arg(long, value_name = "RANGE")]
    stars: Option<String>,
    /// State of validity: valid, expiring, unsure, undated, lapsed; may be repeated
    #[arg(long, value_name = "STATE")]
    validity: Vec<String>,
    /// Legal form of the producer; may be repeated
    #[arg(long, value_name = "FORM")]
    producer_kind: Vec<String>,
    /// Producer; may be repeated
    #[arg(long, value_name = "NAME")]
    producer: Vec<String>,
    /// Certificate in force; may be repeated
    #[arg(long, value_name = "KIND")]
    certificate: Vec<String>,
    /// Tag; may be repeated
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Fair in `content/fairs/`
    #[arg(long, value_name = "NAME")]
    fair: Option<String>,
    /// Number of a booth; may be repeated
    #[arg(long, value_name = "NUMBER")]
    booth: Vec<String>,
    /// Products by name of the file or code, or the link of a shortlist
    #[arg(long, value_name = "LIST")]
    products: Vec<String>,
    /// Table of products (.csv, .xlsx) with a column `code` or `slug`
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// Product to leave out; may be repeated
    #[arg(long, value_name = "PRODUCT")]
    exclude: Vec<String>,
    /// Lapsed products too
    #[arg(long)]
    lapsed: bool,
    /// Without alcoholic drinks
    #[arg(long)]
    no_alcohol: bool,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("brochure", "", "Làm ấn phẩm để in: danh mục, bảng giá, thẻ kệ…"),
        ("brochure", "name", "Tên ấn phẩm trong `content/brochures/`"),
        ("brochure", "output", "Tệp để ghi, .html hoặc .pdf"),
        ("brochure", "press", "PDF cho nhà in: tràn lề 3 mm"),
        ("brochure", "marks", "Có dấu cắt, đi cùng --press"),
        (
            "brochure",
            "imposed",
            "PDF sổ tay cho máy in văn phòng: mỗi mặt hai trang, in xong gấp lại",
        ),
        (
            "brochure",
            "volumes",
            "Mỗi tỉnh một tập PDF và một tập mục lục, ghi vào thư mục của -o",
        ),
        (
            "brochure",
            "kind",
            "Loại: catalogue, booklet, leaflet, price-list, shelf-cards, table-tents, labels, booth-signs, booth-list, sheet, export-sheet (hoặc danh-muc, bang-gia, the-ke…)",
        ),
        ("brochure", "title", "Tiêu đề trên bìa"),
        ("brochure", "subtitle", "Dòng dưới tiêu đề"),
        ("brochure", "paper", "Khổ giấy: a3, a4, a5, a6, a7"),
        ("brochure", "per_page", "Số sản phẩm trên một trang"),
        ("brochure", "grid", "Số cột x số hàng của tờ nhãn, `3x7`"),
        ("brochure", "start", "Nhãn trống đầu tiên của tờ đầu"),
        ("brochure", "languages", "Ngôn ngữ: `vi`, `en` hoặc `vi,en`"),
        ("brochure", "arrange", "Chia phần theo: group, province, stars, booth, none"),
        (
            "brochure",
            "order",
            "Thứ tự trong mỗi phần: standard, name, province, producer, given",
        ),
        ("brochure", "province", "Tỉnh, thành phố, tên nay hay tên cũ; nêu được nhiều lần"),
        ("brochure", "former_province", "Tỉnh trước 07/2025; nêu được nhiều lần"),
        ("brochure", "commune", "Xã, phường, đặc khu; nêu được nhiều lần"),
        ("brochure", "group", "Nhóm sản phẩm; nêu được nhiều lần"),
        ("brochure", "subgroup", "Phân nhóm; nêu được nhiều lần"),
        ("brochure", "stars", "Số sao: `4`, `4..`, `3..4`"),
        (
            "brochure",
            "validity",
            "Hiệu lực: valid, expiring, unsure, undated, lapsed; nêu được nhiều lần",
        ),
        ("brochure", "producer_kind", "Loại chủ thể; nêu được nhiều lần"),
        ("brochure", "producer", "Chủ thể; nêu được nhiều lần"),
        ("brochure", "certificate", "Chứng nhận còn hạn; nêu được nhiều lần"),
        ("brochure", "tags", "Nhãn của hồ sơ; nêu được nhiều lần"),
        ("brochure", "fair", "Hội chợ trong `content/fairs/`"),
        ("brochure", "booth", "Số gian hàng; nêu được nhiều lần"),
        ("brochure", "products", "Sản phẩm theo tên tệp hoặc mã, hoặc liên kết của sổ chọn"),
        ("brochure", "list", "Bảng sản phẩm (.csv, .xlsx) có cột `code` hoặc `slug`"),
        ("brochure", "exclude", "Sản phẩm để ngoài; nêu được nhiều lần"),
        ("brochure", "lapsed", "Lấy cả sản phẩm đã hết hạn"),
        ("brochure", "no_alcohol", "Không lấy đồ uống có cồn"),
    ],
    usage: ("brochure", "brochure [tên] [tuỳ chọn]", "brochure [name] [options]"),
    examples: (
        "Ví dụ:\n  dacsan brochure an-giang -o an-giang.html\n  dacsan brochure --province \"An Giang\" --stars 4.. -o an-giang-4-sao.html\n  dacsan brochure --kind the-ke --producer \"Hợp tác xã Ví Dụ\" -o the-ke.html",
        "Examples:\n  dacsan brochure an-giang -o an-giang.html\n  dacsan brochure --province \"An Giang\" --stars 4.. -o an-giang.html\n  dacsan brochure --kind shelf-cards --producer \"Hợp tác xã Ví Dụ\" -o cards.html",
    ),
};

impl Typed {
    /// Keys of `content/brochures/` with what was typed for them.
    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let one = [
            ("kind", &self.kind),
            ("title", &self.title),
            ("subtitle", &self.subtitle),
            ("paper", &self.paper),
            ("per_page", &self.per_page),
            ("grid", &self.grid),
            ("start", &self.start),
            ("arrange", &self.arrange),
            ("order", &self.order),
            ("stars", &self.stars),
            ("fair", &self.fair),
        ];
        let many = [
            ("languages", &self.languages),
            ("province", &self.province),
            ("former_province", &self.former_province),
            ("commune", &self.commune),
            ("group", &self.group),
            ("subgroup", &self.subgroup),
            ("validity", &self.validity),
            ("producer_kind", &self.producer_kind),
            ("producer", &self.producer),
            ("certificate", &self.certificate),
            ("tags", &self.tags),
            ("booth", &self.booth),
            ("products", &self.products),
            ("exclude", &self.exclude),
        ];
        let one = one.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?)));
        let many = many
            .into_iter()
            .flat_map(|(key, values)| values.iter().map(move |value| (key, value.as_str())));
        let flags = [("lapsed", self.lapsed, "true"), ("alcohol", self.no_alcohol, "false")];
        let flags = flags.into_iter().filter(|(_, set, _)| *set);
        one.chain(many).chain(flags.map(|(key, _, value)| (key, value))).collect()
    }
}

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let list = typed.list.as_deref().map(table).transpose()?;
    let pairs = typed.pairs();
    let nothing = typed.name.is_none() && pairs.is_empty() && list.is_none();
    // A set of the whole country needs no condition.
    if nothing && !typed.volumes {
        return Err(Failure::usage(
            "cần tên một ấn phẩm, hoặc điều kiện chọn sản phẩm",
            "the name of a brochure is wanted, or conditions that choose products",
        )
        .hint("xem `dacsan brochure --help`", "see `dacsan --lang en brochure --help`")
        .into());
    }
    let wanted = Wanted { declared: typed.name.as_deref(), pairs, list: list.as_deref() };
    let stop = AtomicBool::new(false);
    if typed.volumes {
        return volumes(typed, &super::wish(options, None, &stop, &|_| {}), &wanted, report);
    }
    let (form, path, told) = form(typed);
    let printed = build::brochure(&super::wish(options, None, &stop, &|_| {}), &wanted, form)?;
    write(&path, &printed.bytes)?;
    if options.verbosity != Verbosity::Quiet {
        let lang = report.lang();
        let mut text = summary(&printed, &path, lang);
        if told {
            text.push_str(lang.pick((
                "  In từ trình duyệt. Muốn có PDF cho nhà in: cargo run --release --features brochure -- brochure … -o tep.pdf\n",
                "  Print it from a browser. For the press PDF: cargo run --release --features brochure -- brochure … -o file.pdf\n",
            )));
        }
        report.print(Stream::Output, &text)?;
    }
    Ok(0)
}

/// Form and file; whether the run has to tell how to get a PDF.
fn form(typed: &Typed) -> (Form, PathBuf, bool) {
    let stem = typed.name.as_deref().unwrap_or("an-pham");
    let asked = typed.output.clone();
    let is_html = asked.as_deref().and_then(Path::extension).is_some_and(|it| it == "html");
    #[cfg(feature = "brochure")]
    if !is_html {
        let path = asked.unwrap_or_else(|| PathBuf::from(format!("{stem}.pdf")));
        return (Form::Pdf(print_for(typed)), path, false);
    }
    let path = asked.unwrap_or_else(|| PathBuf::from(stem));
    let told = !is_html || typed.press || typed.imposed || typed.marks;
    (Form::Html, path.with_extension("html"), told)
}

/// What a PDF is for.
#[cfg(feature = "brochure")]
fn print_for(typed: &Typed) -> crate::render::brochure::Print {
    use crate::render::brochure::Print;

    match (typed.press, typed.imposed) {
        (_, true) => Print::Imposed,
        (true, false) => Print::Press { marks: typed.marks },
        (false, false) => Print::Screen,
    }
}

/// Writes a set of volumes into a folder, each as soon as it is made.
#[cfg(feature = "brochure")]
fn volumes(
    typed: &Typed,
    options: &build::Options<'_>,
    wanted: &Wanted<'_>,
    report: &mut Report,
) -> Result<u8, Stop> {
    let stem = typed.name.as_deref().unwrap_or("an-pham");
    let folder = typed.output.clone().unwrap_or_else(|| PathBuf::from(stem));
    std::fs::create_dir_all(&folder).map_err(|error| {
        Failure::io("không tạo được thư mục", "cannot make the folder", &folder, &error)
    })?;
    let mut stopped = None;
    let made = build::volumes(options, wanted, print_for(typed), &mut |volume| {
        let path = folder.join(&volume.name);
        write(&path, &volume.pdf)?;
        let (pages, products) = (Some(volume.pages), volume.products);
        let printed = Printed { bytes: volume.pdf, products, pages, remarks: volume.remarks };
        let text = summary(&printed, &path, report.lang());
        if stopped.is_none() {
            stopped = report.print(Stream::Output, &text).err();
        }
        Ok(())
    });
    made?;
    stopped.map_or(Ok(0), Err)
}

/// Volumes need the press engine.
#[cfg(not(feature = "brochure"))]
fn volumes(
    _: &Typed,
    _: &build::Options<'_>,
    _: &Wanted<'_>,
    _: &mut Report,
) -> Result<u8, Stop> {
    Err(Failure::usage(
        "chương trình này không kèm máy dàn trang, nên không chia tập được",
        "this program is built without the press engine and makes no volumes",
    )
    .hint(
        "cargo run --release --features brochure -- brochure --volumes -o toan-quoc",
        "cargo run --release --features brochure -- brochure --volumes -o country",
    )
    .into())
}

/// A table of products outside the catalogue's folder, as text.
fn table(path: &Path) -> Result<String, Failure> {
    sheet::read(path).map(|book| book.as_text())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = File::create(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| {
        Failure::io("không ghi được ấn phẩm", "cannot write the brochure", path, &error)
    })
}

fn summary(printed: &Printed, path: &Path, lang: Lang) -> String {
    let products = counted(printed.products, lang, "sản phẩm", ("product", "products"));
    let pages = printed.pages.map(|n| counted(n, lang, "trang", ("page", "pages")));
    let size = build::kilobytes(u64::try_from(printed.bytes.len()).unwrap_or(u64::MAX), lang);
    let parts = [Some(products), pages, Some(size)].into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    let remarks = printed.remarks.iter().map(|(dossier, text)| match dossier.as_str() {
        "" => format!("  ! {}\n", text.get(lang)),
        dossier => format!("  ! {dossier}: {}\n", text.get(lang)),
    });
    let head = format!("{} → {}\n", parts.join(", "), path.display());
    std::iter::once(head).chain(remarks).collect()
}
