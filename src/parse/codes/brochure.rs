//! Findings about brochures and fairs.

codes! {
    CHOICE_UNKNOWN "choice-unknown" Error
    ("chọn một thứ không có", "choice of something that is not there")
    ("Ấn phẩm và hội chợ gọi sản phẩm bằng slug (tên tệp) hoặc mã vĩnh viễn, chủ thể bằng slug \
      hoặc tên, hội chợ bằng slug, xã và nhãn bằng tên ghi trong hồ sơ. Tên không có thì ấn phẩm \
      không được dựng, để không in thiếu mà không ai hay.",
     "Brochures and fairs name products by slug (the file's name) or permanent code, producers by \
      slug or name, fairs by slug, communes and tags as dossiers write them. A name that is not \
      there withholds the brochure, so that nothing is missing in print without anybody knowing.");

    CHOICE_UNREADABLE "choice-unreadable" Error
    ("không hiểu cách chọn", "choice that cannot be read")
    ("Số sao viết `4`, `4..` (từ 4), `..3` (đến 3) hoặc `3..4`; lưới nhãn viết `3x7`; danh sách là \
      tệp .csv cạnh ấn phẩm, có cột `code` hoặc `slug`.",
     "Stars are `4`, `4..` (4 and more), `..3` (up to 3) or `3..4`; a grid of labels is `3x7`; a list \
      is a .csv file beside the brochure with a column `code` or `slug`.");
}
