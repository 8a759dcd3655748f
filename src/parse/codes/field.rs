//! Findings about fields: names of keys, shapes, dates, numbers, words.

codes! {
    DATE_IMPLAUSIBLE "date-implausible" Warning
    ("ngày khó có thể đúng", "date that can hardly be true")
    ("Chương trình OCOP bắt đầu từ năm 2018, nên không có lần công nhận nào trước đó; năm sau \
      2100 là gõ nhầm.",
     "The programme began in 2018, so nothing was recognised before; a year after 2100 is a \
      slip.");

    DATE_IMPOSSIBLE "date-impossible" Error
    ("ngày không có trên lịch", "day that no calendar has")
    ("Ngày viết đúng dạng nhưng lịch không có, như 30/02 hay tháng 13. Hãy xem lại quyết định.",
     "The date has the right form, but no calendar has it, such as 30 February or month 13. \
      Look at the decision again.");

    DATE_UNREADABLE "date-unreadable" Error
    ("không đọc được ngày", "date that cannot be read")
    ("Ngày viết `2023-05-17` hoặc `17/05/2023`; chỉ biết tháng thì `2023-05` hoặc `05/2023`; \
      chỉ biết năm thì `2023`. Không bao giờ đoán thêm.",
     "Dates are `2023-05-17` or `17/05/2023`; where only the month is known `2023-05` or \
      `05/2023`; where only the year, `2023`. Nothing is ever guessed.");

    FIELD_MISSING "field-missing" Error
    ("thiếu mục bắt buộc", "a required key is missing")
    ("Hồ sơ sản phẩm được đăng khi có `name`, `province`, `group`, `producer` và ít nhất một \
      lần công nhận; chủ thể cần `name`; trang viết cần `title`. Đang viết dở thì ghi `state: \
      draft`.",
     "A product is published once it has `name`, `province`, `group`, `producer` and at least \
      one rating; a producer needs `name`, a page `title`. While it is being written, say \
      `state: draft`.");

    FIELD_SHAPE "field-shape" Error
    ("giá trị không đúng dạng", "value of another shape")
    ("Mỗi mục nhận một dạng: chữ trên một dòng, danh sách (mỗi mục bắt đầu bằng `- `), hoặc \
      nhóm mục con thụt vào hai dấu cách.",
     "Every key takes one shape: a text, a list (each item starts with `- `) or a group of \
      keys two spaces further in.");

    KEY_DUPLICATE "key-duplicate" Error
    ("một mục viết hai lần", "one key written twice")
    ("Cùng một mục (kể cả tên tiếng Anh và tên tiếng Việt của nó) xuất hiện hai lần, nên không \
      biết giá trị nào đúng. Hãy xoá một.",
     "The same key (its English and its Vietnamese name count as one) stands twice, so nobody \
      can tell which value is true. Delete one.");

    KEY_UNKNOWN "key-unknown" Warning
    ("tên mục không có trong danh sách", "key that nobody knows")
    ("Mục này không được đọc, nên nội dung của nó không hiện ở đâu cả. Thường là gõ nhầm tên \
      mục, hoặc thụt đầu dòng nhầm cấp.",
     "This key is not read, so what it says appears nowhere. Mostly its name is a slip, or it \
      stands at the wrong indentation.");

    NUMBER_UNREADABLE "number-unreadable" Error
    ("không phải số trong khoảng cho phép", "not a number in its range")
    ("Mục này nhận một số trong khoảng ghi ở thông báo. Số sao từ 1 đến 5, điểm từ 0 đến 100 \
      với nhiều nhất hai chữ số thập phân.",
     "This key takes a number in the range that the message gives. Stars are 1 to 5, scores 0 \
      to 100 with at most two decimals.");

    TEXT_IGNORED "text-ignored" Warning
    ("phần viết này không được dùng", "this text is not used")
    ("Cùng một nội dung được viết ở hai nơi, chỉ một nơi được dùng. Thông báo cho biết nơi \
      nào; hãy xoá nơi kia.",
     "The same thing is written in two places and only one is used. The message says which; \
      delete the other.");

    VALUE_UNKNOWN "value-unknown" Error
    ("giá trị không có trong danh sách", "value outside its list")
    ("Mục này chỉ nhận một trong các giá trị ghi ở thông báo, viết bằng tiếng Anh hoặc tiếng \
      Việt, có dấu hoặc không dấu.",
     "This key takes one of the values that the message lists, in English or Vietnamese, with \
      or without diacritics.");
}
