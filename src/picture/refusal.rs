//! Why a file cannot be shown, in words an editor understands.

use crate::text::lang::Text;

/// Why a file cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// It ends before the picture does.
    Truncated,
    /// Its bytes contradict each other.
    Corrupt,
    /// More millions of pixels than are allowed.
    TooManyPixels {
        /// Millions of pixels.
        found: u64,
        /// The most allowed.
        most: u64,
    },
    /// A side of more pixels than are allowed.
    SideTooLong {
        /// Pixels of the longer side.
        found: u32,
        /// The most allowed.
        most: u32,
    },
    /// More bytes than are allowed.
    FileTooBig {
        /// Bytes.
        found: u64,
        /// The most allowed.
        most: u64,
    },
    /// Format of Apple's phones.
    Heic,
    /// AVIF.
    Avif,
    /// TIFF.
    Tiff,
    /// BMP.
    Bmp,
    /// A document.
    Pdf,
    /// A drawing that is not drawn.
    Svg(Undrawn),
    /// A page of the web, mostly a message of an error.
    Html,
    /// A film.
    Video,
    /// The place-holder that Git LFS leaves.
    LfsPointer,
    /// Anything else.
    NotImage,
}

/// Why a drawing (SVG) is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawn {
    /// It holds a program, or a page of the web.
    Code,
    /// It holds letters, whose font is elsewhere.
    Letters,
    /// It holds or names other pictures.
    Pictures,
    /// It wants filters.
    Effects,
    /// Drawing it costs too much.
    Rich,
}

impl From<Undrawn> for Refusal {
    fn from(why: Undrawn) -> Self {
        Self::Svg(why)
    }
}

impl Undrawn {
    /// What it has that a photo has not.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("chứa mã chạy được", "holds code"),
            Self::Letters => (
                "có chữ chưa chuyển thành nét vẽ, mỗi máy hiện một kiểu",
                "has letters that are no outlines, so every machine shows others",
            ),
            Self::Pictures => ("nhúng ảnh khác bên trong", "has other pictures in it"),
            Self::Effects => {
                ("dùng hiệu ứng chưa vẽ được", "wants effects that are not drawn here")
            }
            Self::Rich => ("quá nặng hoặc quá nhiều chi tiết", "is too heavy or too detailed"),
        }
    }
}

impl Refusal {
    /// A short name that never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::Corrupt => "corrupt",
            Self::TooManyPixels { .. } | Self::SideTooLong { .. } => "too_large",
            Self::FileTooBig { .. } => "file_too_big",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Tiff => "tiff",
            Self::Bmp => "bmp",
            Self::Pdf => "pdf",
            Self::Svg(_) => "svg",
            Self::Html => "html",
            Self::Video => "video",
            Self::LfsPointer => "lfs_pointer",
            Self::NotImage => "not_image",
        }
    }

    /// Whether it is another format rather than a picture that went wrong.
    pub fn is_foreign(&self) -> bool {
        matches!(
            self,
            Self::Heic
                | Self::Avif
                | Self::Tiff
                | Self::Bmp
                | Self::Pdf
                | Self::Svg(_)
                | Self::Video
        )
    }

    /// What is wrong with the file `name`.
    pub fn words(&self, name: &str) -> Text {
        let say =
            |vi: &str, en: &str| Text::new(format!("`{name}` {vi}"), format!("`{name}` {en}"));
        match self {
            Self::Empty => say("là tệp rỗng", "is empty"),
            Self::Truncated => {
                say("bị cắt dở, thiếu phần cuối", "is cut short, its end is missing")
            }
            Self::Corrupt => say("bị hỏng bên trong", "is damaged inside"),
            Self::TooManyPixels { found, most } => say(
                &format!("có {found} triệu điểm ảnh, nhiều nhất là {most} triệu"),
                &format!("has {found} megapixels, at most {most} are read"),
            ),
            Self::SideTooLong { found, most } => say(
                &format!("có cạnh {found} điểm ảnh, nhiều nhất là {most}"),
                &format!("has a side of {found} pixels, at most {most} are read"),
            ),
            Self::FileTooBig { found, most } => say(
                &format!(
                    "nặng {} MB, nhiều nhất là {} MB",
                    found / 1_000_000,
                    most / 1_000_000
                ),
                &format!(
                    "weighs {} MB, at most {} MB are read",
                    found / 1_000_000,
                    most / 1_000_000
                ),
            ),
            Self::Heic => say(
                "là ảnh HEIC của iPhone, trình duyệt không mở được",
                "is a HEIC photo of an iPhone, which browsers do not open",
            ),
            Self::Avif => {
                say("là ảnh AVIF, chưa đọc được", "is an AVIF picture, which is not read")
            }
            Self::Tiff => say(
                "là ảnh TIFF, trình duyệt không mở được",
                "is a TIFF picture, which browsers do not open",
            ),
            Self::Bmp => say(
                "là ảnh BMP, không nén và rất nặng",
                "is a BMP picture, uncompressed and heavy",
            ),
            Self::Pdf => {
                say("là tài liệu PDF, không phải ảnh", "is a PDF document, no picture")
            }
            Self::Svg(why) => {
                let (vi, en) = why.words();
                say(&format!("là hình vẽ SVG {vi}"), &format!("is an SVG drawing that {en}"))
            }
            Self::Html => say(
                "là một trang web, thường là trang báo lỗi khi tải ảnh",
                "is a page of the web, mostly the error shown instead of the photo",
            ),
            Self::Video => say("là phim, không phải ảnh", "is a film, no picture"),
            Self::LfsPointer => say(
                "chỉ là con trỏ của Git LFS, ảnh thật chưa tải về",
                "is only a pointer of Git LFS, the photo was not fetched",
            ),
            Self::NotImage => say("không phải là ảnh", "is no picture"),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Text {
        let (vi, en) = match self {
            Self::Empty | Self::Truncated | Self::Corrupt => (
                "mở ảnh gốc xem có đủ không, rồi chép lại tệp; ảnh nhận qua mạng thì xin gửi lại",
                "open the original to see whether it is whole, then copy it again; ask for a photo that came over the net once more",
            ),
            Self::TooManyPixels { .. } | Self::SideTooLong { .. } | Self::FileTooBig { .. } => {
                (
                    "thu nhỏ ảnh còn cạnh dài 2000 điểm ảnh rồi lưu thành JPEG",
                    "shrink the photo to 2000 pixels on its longer side and save it as JPEG",
                )
            }
            Self::Heic => (
                "trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, hoặc mở ảnh, chọn Xuất thành JPEG; rồi sửa tên tệp trong hồ sơ",
                "on the iPhone: Settings › Camera › Formats › Most Compatible, or open the photo and export it as JPEG; then change its name in the dossier",
            ),
            Self::Avif | Self::Tiff | Self::Bmp => (
                "mở ảnh, chọn Lưu thành JPEG, rồi sửa tên tệp trong hồ sơ",
                "open the picture, save it as JPEG, then change its name in the dossier",
            ),
            Self::Svg(Undrawn::Letters) => (
                "chuyển chữ thành nét vẽ (Inkscape: Path › Object to Path; Illustrator: Type › Create Outlines), hoặc xuất thành PNG",
                "turn letters into outlines (Inkscape: Path › Object to Path; Illustrator: Type › Create Outlines), or export it as PNG",
            ),
            Self::Svg(_) => (
                "xuất hình thành PNG có cạnh dài 2000 điểm ảnh, rồi sửa tên tệp trong hồ sơ",
                "export it as PNG with 2000 pixels on its longer side, then change its name in the dossier",
            ),
            Self::Pdf => (
                "xuất trang cần dùng thành ảnh JPEG hoặc PNG, rồi sửa tên tệp trong hồ sơ",
                "export the page as JPEG or PNG, then change its name in the dossier",
            ),
            Self::Html => {
                ("tải lại ảnh từ nơi gửi", "fetch the photo again from where it came")
            }
            Self::Video => (
                "chụp một khung hình của phim thành ảnh JPEG",
                "save one picture of the film as JPEG",
            ),
            Self::LfsPointer => ("chạy `git lfs pull`", "run `git lfs pull`"),
            Self::NotImage => (
                "chọn một ảnh JPEG, PNG, WebP, GIF hoặc SVG",
                "choose a JPEG, PNG, WebP, GIF or SVG",
            ),
        };
        Text::new(vi, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_the_file_and_the_deciding_number() {
        let words = Refusal::TooManyPixels { found: 900, most: 50 }.words("a.png");
        assert_eq!(words.vi, "`a.png` có 900 triệu điểm ảnh, nhiều nhất là 50 triệu");
        assert_eq!(words.en, "`a.png` has 900 megapixels, at most 50 are read");
        assert!(Refusal::Heic.hint().vi.contains("JPEG"));
    }
}
