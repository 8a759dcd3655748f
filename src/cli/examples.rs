//! What stands below the options of commands that have no file of their own.
//!
//! Commands to copy, with what each is for, in both languages.

/// Command, and its examples (Vietnamese, English).
pub const EXAMPLES: &[(&str, (&str, &str))] = &[
    (
        "build",
        (
            "Ví dụ:\n  dacsan build                             dựng vào thư mục public/\n  \
             dacsan build --out /var/www/ocop         ghi vào thư mục của máy chủ\n  \
             dacsan build --precompress br,gz         ghi kèm bản nén cho máy chủ\n  \
             dacsan build --as-of 2026-12-31          tính hạn công nhận vào ngày khác\n  \
             dacsan build --verify                    kiểm xem public/ có đúng như một lần dựng mới",
            "Examples:\n  dacsan build                             build into public/\n  \
             dacsan build --out /var/www/ocop         write into the folder of a web server\n  \
             dacsan build --precompress br,gz         write compressed forms for the server too\n  \
             dacsan build --as-of 2026-12-31          work out validity for another day\n  \
             dacsan build --verify                    see whether public/ is as a clean build writes it",
        ),
    ),
    (
        "serve",
        (
            "Ví dụ:\n  dacsan serve                             dựng, xem thử, theo từng lần lưu\n  \
             dacsan serve --only son-la               chỉ một thư mục của content/products/, nhanh hơn\n  \
             dacsan serve --port 0                    lấy một cổng trống bất kỳ\n  \
             dacsan serve --host 0.0.0.0              cho máy khác trong mạng cùng xem\n  \
             dacsan serve --no-watch                  chỉ xem những gì đang có",
            "Examples:\n  dacsan serve                             build, show, follow every save\n  \
             dacsan serve --only son-la               one folder of content/products/ alone, faster\n  \
             dacsan serve --port 0                    take any free port\n  \
             dacsan serve --host 0.0.0.0              let other machines of the network look too\n  \
             dacsan serve --no-watch                  show what is there and nothing more",
        ),
    ),
    (
        "why",
        (
            "Ví dụ:\n  dacsan why /san-pham/hat-sen/            trang này được làm từ hồ sơ, mẫu và chữ nào\n  \
             dacsan why public/feed.xml               tệp này là gì, lần dựng tới có ghi lại không\n  \
             dacsan why / /tinh/dong-thap/            nhiều trang một lúc",
            "Examples:\n  dacsan why /san-pham/hat-sen/            dossiers, templates and words of this page\n  \
             dacsan why public/feed.xml               what this file is, and whether a build would write it\n  \
             dacsan why / /tinh/dong-thap/            several pages at once",
        ),
    ),
    (
        "codes",
        (
            "Ví dụ:\n  dacsan codes                             cấp mã cho sản phẩm mới, ghi content/codes.yaml",
            "Example:\n  dacsan codes                             codes for new products, into content/codes.yaml",
        ),
    ),
    (
        "explain",
        (
            "Ví dụ:\n  dacsan explain                           mọi mã\n  \
             dacsan explain rating-lapsed             một mã: vì sao quan trọng, sửa thế nào",
            "Examples:\n  dacsan explain                           every code\n  \
             dacsan explain rating-lapsed             one code: why it matters and what to do",
        ),
    ),
    (
        "init",
        (
            "Ví dụ:\n  dacsan init danh-muc                     tạo danh mục mẫu trong thư mục mới\n  \
             cd danh-muc && dacsan                    rồi dựng và xem thử",
            "Example:\n  dacsan init catalogue                    a sample catalogue in a new folder\n  \
             cd catalogue && dacsan                   then build it and look at it",
        ),
    ),
];
