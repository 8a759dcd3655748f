//! The findings of reading: files that are not as they should be.
//!
//! Each with its words, in Vietnamese and English. Content is not looked at
//! here; only bytes and names are.

use crate::diag::{Code, Severity};

/// Every finding that reading can give, by name.
pub static CODES: [&Code; 7] = [
    &BYTE_ORDER_MARK,
    &FILE_TOO_LARGE,
    &FILE_UNREADABLE,
    &NOT_UTF8,
    &PATH_COLLISION,
    &PATH_NOT_UTF8,
    &SYMLINK,
];

pub(super) static BYTE_ORDER_MARK: Code = Code {
    name: "byte-order-mark",
    severity: Severity::Advice,
    title: (
        "tệp bắt đầu bằng dấu BOM không cần thiết",
        "the file starts with a byte order mark nobody needs",
    ),
    explain: (
        "Một số trình soạn thảo trên Windows đặt ba byte EF BB BF (dấu BOM) vào đầu tệp. Dấu \
         này được bỏ qua khi đọc, nhưng các công cụ khác có thể hiểu sai. Hãy lưu lại với mã \
         hoá “UTF-8” thay vì “UTF-8 with BOM”.",
        "Some editors on Windows put the three bytes EF BB BF (a byte order mark) at the start \
         of a file. They are skipped here, but other tools may stumble over them. Save the \
         file as \"UTF-8\" instead of \"UTF-8 with BOM\".",
    ),
};

pub(super) static FILE_TOO_LARGE: Code = Code {
    name: "file-too-large",
    severity: Severity::Error,
    title: ("tệp quá lớn", "the file is too large"),
    explain: (
        "Tệp chữ (hồ sơ, trang, mẫu giao diện) không vượt quá 1 MB, ảnh và tệp khác không vượt \
         quá 100 MB. Tệp chữ lớn hơn thường là do dán nhầm ảnh vào bài viết: hãy để ảnh thành \
         tệp riêng và ghi tên tệp vào `photos`.",
        "Text files (dossiers, pages, templates) hold at most 1 MB, photos and other files at \
         most 100 MB. A larger text file is mostly a picture pasted into the story: keep the \
         picture as a file of its own and name it under `photos`.",
    ),
};

pub(super) static FILE_UNREADABLE: Code = Code {
    name: "file-unreadable",
    severity: Severity::Error,
    title: ("không đọc được tệp hoặc thư mục", "the file or folder cannot be read"),
    explain: (
        "Hệ điều hành không cho đọc tệp hoặc thư mục này. Hãy kiểm tra quyền truy cập và ổ \
         đĩa. Các tệp khác vẫn được xử lý như thường.",
        "The system does not let this file or folder be read. Check its permissions and the \
         disk. All other files are processed as usual.",
    ),
};

pub(super) static NOT_UTF8: Code = Code {
    name: "not-utf8",
    severity: Severity::Error,
    title: ("tệp chữ không theo mã hoá UTF-8", "the text file is not UTF-8"),
    explain: (
        "Mọi tệp chữ phải theo mã hoá UTF-8. Tệp lưu bằng mã cũ (TCVN3, VNI, Windows-1258, \
         UTF-16) sẽ mất dấu tiếng Việt nếu đọc nhầm, nên không được đoán. Hãy mở tệp bằng \
         trình soạn thảo, chọn “Lưu dưới dạng” với mã hoá UTF-8; tệp dùng phông TCVN3 \
         (.VnTime) hoặc VNI cần được chuyển mã trước.",
        "Every text file must be UTF-8. Files in older encodings (TCVN3, VNI, Windows-1258, \
         UTF-16) would lose their Vietnamese accents if read wrongly, so nothing is guessed. \
         Open the file in an editor and save it as UTF-8; text in TCVN3 (.VnTime) or VNI fonts \
         must be converted first.",
    ),
};

pub(super) static PATH_COLLISION: Code = Code {
    name: "path-collision",
    severity: Severity::Warning,
    title: (
        "hai đường dẫn chỉ khác nhau ở chữ hoa hoặc cách gõ dấu",
        "two paths differ only in case or in how accents are stored",
    ),
    explain: (
        "Trên Windows và macOS, hai tên tệp chỉ khác nhau ở chữ hoa, chữ thường hoặc ở dạng \
         Unicode (dựng sẵn và tổ hợp) là một: khi chép sang máy khác, tệp này sẽ ghi đè tệp \
         kia. Hãy đổi tên một trong hai.",
        "On Windows and macOS, file names that differ only in case or in Unicode form \
         (composed or decomposed) are one: copied to such a machine, one file overwrites the \
         other. Rename one of them.",
    ),
};

pub(super) static PATH_NOT_UTF8: Code = Code {
    name: "path-not-utf8",
    severity: Severity::Error,
    title: ("tên tệp không theo mã hoá UTF-8", "the file name is not UTF-8"),
    explain: (
        "Tên tệp hoặc thư mục có byte không thuộc UTF-8, thường do giải nén tệp ZIP làm trên \
         máy Windows cũ. Hãy đổi tên, tốt nhất là chữ thường không dấu nối bằng gạch ngang.",
        "The name of the file or folder has bytes that are not UTF-8, mostly after unpacking a \
         ZIP made on an old Windows. Rename it, best to lower-case letters without accents \
         joined by hyphens.",
    ),
};

pub(super) static SYMLINK: Code = Code {
    name: "symlink",
    severity: Severity::Warning,
    title: ("liên kết tượng trưng không được đi theo", "symbolic links are not followed"),
    explain: (
        "Liên kết tượng trưng có thể dẫn ra ngoài thư mục của trang và đưa tệp riêng tư lên \
         mạng, nên không được đi theo. Hãy chép tệp thật vào thư mục nội dung.",
        "A symbolic link may lead out of the site's folder and publish private files, so it is \
         not followed. Copy the real file into the content folder.",
    ),
};
