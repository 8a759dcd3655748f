//! Findings about the form of YAML: quotes, colons, indentation, budgets.

codes! {
    CONTROL_CHARACTER "control-character" Warning
    ("ký tự điều khiển trong văn bản", "control character in the text")
    ("Ký tự điều khiển không nhìn thấy được, thường lọt vào khi chép từ tệp PDF hay phần mềm \
      cũ, và trình duyệt không nhận. Chúng được đọc như dấu cách; hãy xoá đi.",
     "Control characters cannot be seen; they mostly come from a PDF or an old program, and \
      browsers refuse them. They are read as spaces; delete them.");

    FALSE_D "false-d" Warning
    ("chữ trông giống Đ nhưng là ký tự khác", "letter that looks like Đ and is another one")
    ("Phông chữ cũ thay chữ Đ (U+0110) bằng chữ Ð của tiếng Iceland (U+00D0). Trông như nhau \
      nhưng tìm kiếm và sắp xếp đều sai. Chữ này được đọc là Đ; hãy thay bằng chữ Đ gõ từ bàn \
      phím tiếng Việt.",
     "Old fonts put the Icelandic Ð (U+00D0) where Vietnamese has Đ (U+0110). They look alike, \
      but searching and sorting go wrong. It is read as Đ; replace it with the Đ of a \
      Vietnamese keyboard.");

    FRONT_MATTER_MISSING "front-matter-missing" Error
    ("tệp không mở đầu bằng phần thông tin", "the file does not start with front matter")
    ("Hồ sơ và trang viết trong tệp .md mở đầu bằng dòng `---`, rồi đến thông tin, rồi một \
      dòng `---` nữa; bài viết ở dưới.",
     "A dossier or page in an .md file starts with a line `---`, then the facts, then another \
      `---`; the story follows below.");

    FRONT_MATTER_UNCLOSED "front-matter-unclosed" Error
    ("phần thông tin không có dòng `---` kết thúc", "front matter without its closing `---`")
    ("Thông tin ở đầu tệp nằm giữa hai dòng `---`. Thiếu dòng thứ hai thì không biết thông tin \
      hết ở đâu và bài viết bắt đầu từ đâu.",
     "The facts stand between two lines `---`. Without the second nobody can tell where they \
      end and the story begins.");

    YAML_ANCHOR "yaml-anchor" Error
    ("dấu `&`, `*` hoặc `!` mang nghĩa riêng của YAML",
     "`&`, `*` or `!` with YAML's special meaning")
    ("YAML dùng `&` và `*` để nhắc lại một giá trị, `!` để đặt kiểu. Hồ sơ không cần những thứ \
      ấy và chúng không được nhận. Nếu đó là một phần của văn bản, hãy đặt cả giá trị trong \
      dấu ngoặc kép.",
     "YAML uses `&` and `*` to repeat a value and `!` to set a type. Dossiers need neither, so \
      they are refused. Where the sign is part of the text, put the whole value in quotes.");

    YAML_BRACKET "yaml-bracket" Error
    ("dấu ngoặc không khớp", "brackets do not match")
    ("Giá trị mở đầu bằng `[` hoặc `{` là danh sách hay nhóm viết trên một dòng và phải có dấu \
      đóng. Nếu dấu ngoặc là một phần của văn bản, hãy đặt cả giá trị trong dấu ngoặc kép.",
     "A value that starts with `[` or `{` is a list or mapping on one line and must be closed. \
      Where the bracket is part of the text, put the whole value in quotes.");

    YAML_COLON "yaml-colon" Error
    ("dấu hai chấm trong giá trị không có dấu ngoặc kép", "colon within an unquoted value")
    ("Dấu hai chấm có dấu cách theo sau ngăn tên mục với giá trị, nên giá trị chứa nó phải nằm \
      trong dấu ngoặc kép: `name: \"Cà phê Thùy Dung: loại 1\"`.",
     "A colon followed by a space separates a key from its value, so a value that holds one \
      must stand in quotes: `name: \"Cà phê Thùy Dung: loại 1\"`.");

    YAML_INDENT "yaml-indent" Error
    ("thụt đầu dòng không khớp", "indentation does not fit")
    ("Các mục cùng cấp phải thụt vào cùng số dấu cách; mục con thụt thêm hai dấu cách.",
     "Keys of one level stand at the same number of spaces; what belongs to a key stands two \
      spaces further in.");

    YAML_QUOTE "yaml-quote" Error
    ("dấu ngoặc kép không khớp", "quotes do not match")
    ("Giá trị mở đầu bằng dấu `\"` hoặc `'` phải kết thúc bằng chính dấu ấy, và sau đó không \
      còn chữ nào. Dấu `\\` trong ngoặc kép viết là `\\\\`. Nếu dấu ngoặc chỉ bao một phần của \
      văn bản, hãy bao cả giá trị bằng dấu nháy đơn.",
     "A value that starts with `\"` or `'` must end with the same sign, and nothing may follow \
      it. A `\\` within double quotes is written `\\\\`. Where only a part of the text is \
      quoted, put the whole value in single quotes.");

    YAML_SYNTAX "yaml-syntax" Error
    ("không đọc được thông tin ở chỗ này", "the facts cannot be read here")
    ("Mỗi dòng thông tin có dạng `tên mục: giá trị`, sau dấu hai chấm là một dấu cách; mỗi mục \
      của danh sách bắt đầu bằng `- `. Giá trị mở đầu bằng ký tự đặc biệt (`@`, `%`, dấu nháy \
      ngược…) phải nằm trong dấu ngoặc kép.",
     "Every line is `key: value` with a space after the colon; every item of a list starts \
      with `- `. A value that starts with a special sign (`@`, `%`, a backtick…) must stand in \
      quotes.");

    YAML_TAB "yaml-tab" Error
    ("dấu tab ở đầu dòng", "tab at the start of a line")
    ("YAML không nhận dấu tab để thụt đầu dòng, vì mỗi trình soạn thảo hiện nó rộng một khác. \
      Hãy dùng dấu cách, hai dấu cho mỗi cấp.",
     "YAML does not take tabs as indentation, for every editor shows them at another width. \
      Use spaces, two for each level.");

    YAML_TOO_DEEP "yaml-too-deep" Error
    ("thông tin lồng nhau quá sâu", "facts nested too deeply")
    ("Hồ sơ chỉ cần ba, bốn cấp; quá tám cấp hầu như chắc chắn là thụt đầu dòng nhầm.",
     "Dossiers need three or four levels; more than eight is nearly always an accident of \
      indentation.");

    YAML_TOO_LARGE "yaml-too-large" Error
    ("phần thông tin quá dài", "the facts are too long")
    ("Phần thông tin của hồ sơ nhiều nhất là 64 KB, tệp thiết lập và tệp dữ liệu nhiều nhất là \
      1 MB. Văn bản dài hãy viết ở bài viết, dưới dòng `---` thứ hai.",
     "The facts of a dossier take at most 64 KB, settings and reference files 1 MB. Long texts \
      belong into the story, below the second `---`.");
}
