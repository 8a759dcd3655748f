//! What is said of pictures that are not shown.

use crate::diag::{Code, Severity};

/// Codes of this file.
pub(in crate::build) const CODES: &[&Code] = &[&PHOTO_DAMAGED, &PHOTOS_WAITING];

/// A picture whose pixels cannot be read.
pub(super) static PHOTO_DAMAGED: Code = Code {
    name: "photo-damaged",
    severity: Severity::Warning,
    title: ("ảnh bị hỏng", "damaged photo"),
    explain: (
        "Tệp mở đầu đúng là ảnh nhưng không đọc được trọn vẹn: chép dở, tải dở, hoặc hỏng đĩa. Ảnh hỏng không bao giờ được \
         đăng (nửa ảnh sẽ xám); trang dùng bìa dệt hoặc bỏ ảnh ấy. Hãy chép lại tệp từ máy chụp hoặc xin gửi lại.",
        "The file begins as a picture but cannot be read to its end: copied or fetched half-way, or a broken disk. A damaged \
         picture is never published (half of it would be grey); the page shows the woven cover or goes without. Copy the file \
         again from the camera, or ask for it once more.",
    ),
};

/// Pictures that there was no time for.
pub(in crate::build) static PHOTOS_WAITING: Code = Code {
    name: "photos-waiting",
    severity: Severity::Warning,
    title: ("còn ảnh chưa làm", "photos still to be made"),
    explain: (
        "Lần dựng có hạn thời gian cho ảnh (`--photo-budget`) và chưa làm hết. Sản phẩm còn chờ ảnh tạm dùng bìa dệt, và \
         liên kết tới nó tạm chưa có ảnh riêng. Lần dựng sau làm tiếp từ chỗ dừng; ảnh đã làm nằm trong kho `.dacsan/cache`.",
        "The build had a limit of time for photos (`--photo-budget`) and did not make them all. Products that wait show their \
         woven cover, and links to them have no picture of their own. The next build goes on from there; what was made is in the store `.dacsan/cache`.",
    ),
};
