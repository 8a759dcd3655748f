//! Findings about references: places, groups, producers, kinds, files.

codes! {
    CERTIFICATE_UNKNOWN "certificate-unknown" Error
    ("loại chứng nhận chưa có trong dữ liệu", "kind of certificate outside the data")
    ("Các loại chứng nhận được ghi trong `content/reference/schemes.yaml`, mục `certificates`. \
      Viết slug hoặc tên; loại mới thì thêm vào đó.",
     "Kinds of certificates stand in `content/reference/schemes.yaml` under `certificates`. \
      Write slug or name; add new kinds there.");

    CODE_DUPLICATE "code-duplicate" Error
    ("hai dòng cùng một mã", "two lines with one code")
    ("Mỗi mã trong `content/codes.yaml` chỉ dẫn đến một sản phẩm; mã đã cấp không dùng lại. \
      Dòng đầu được giữ.",
     "A code in `content/codes.yaml` leads to one product and is never used again. The first \
      line is kept.");

    CODE_SLUG_UNKNOWN "code-slug-unknown" Warning
    ("mã của hồ sơ không còn", "code of a dossier that is gone")
    ("Mã QR đã in dẫn đến `/p/<mã>/`, nên địa chỉ ấy phải luôn trả lời. Đổi tên hồ sơ thì ghi \
      tên cũ vào `aliases` của hồ sơ; gỡ sản phẩm thì giữ hồ sơ với `state: removed`.",
     "Printed QR codes lead to `/p/<code>/`, so that address must always answer. When a dossier \
      is renamed, its old name goes to `aliases`; when a product is taken down, its dossier \
      stays with `state: removed`.");

    CODE_UNREADABLE "code-unreadable" Error
    ("không phải mã sản phẩm", "not a permanent code")
    ("Mã có 6 ký tự trong `23456789cdfhjkmnprtvwxy`; ký tự cuối kiểm tra các ký tự trước: lấy \
      thứ tự của mỗi ký tự trong bảng (từ 0) nhân với vị trí của nó (từ 1), tổng phải chia hết \
      cho 23. Mã do `dacsan codes` cấp, không tự đặt.",
     "A code has 6 characters of `23456789cdfhjkmnprtvwxy`; the last checks the others: the \
      place of each in that alphabet (from 0) times its position (from 1), summed up, is a \
      multiple of 23. `dacsan codes` gives codes out; nobody makes them up.");

    COMMUNE_CODE "commune-code" Error
    ("mã số thay cho tên xã", "number in place of a commune's name")
    ("Mã xã, phường đã được dùng lại với nghĩa khác từ ngày 01/07/2025, nên xã chỉ được gọi \
      bằng tên: `Xã Ví Dụ`.",
     "Codes of communes were re-used with another meaning on 1 July 2025, so a commune is \
      written by name: `Xã Ví Dụ`.");

    EDITION_UNKNOWN "edition-unknown" Error
    ("ấn bản bộ tiêu chí không có trong dữ liệu", "edition outside the data")
    ("Ấn bản của bộ tiêu chí là `2018`, `2019`, `2022`, `2023`… như trong \
      `content/reference/schemes.yaml`.",
     "Editions of the criteria are `2018`, `2019`, `2022`, `2023`… as in \
      `content/reference/schemes.yaml`.");

    ENGLISH_ALONE "english-alone" Warning
    ("bản tiếng Anh không có bản tiếng Việt", "English file without its Vietnamese one")
    ("`<tên>.en.md` là bản tiếng Anh của `<tên>.md` trong cùng thư mục. Không có bản tiếng \
      Việt thì nó không hiện ở đâu.",
     "`<name>.en.md` is the English side of `<name>.md` in the same folder. Without the \
      Vietnamese file it appears nowhere.");

    FILE_NAME "file-name" Warning
    ("tên tệp không phải là slug", "file name that is no slug")
    ("Tên tệp (hoặc tên thư mục chứa `index.md`) là địa chỉ của trang, nên chỉ gồm chữ thường \
      không dấu, chữ số và gạch ngang, nhiều nhất 80 ký tự. Trang vẫn được dựng với địa chỉ \
      ghi ở thông báo; hãy đổi tên tệp cho khớp.",
     "The name of the file (or of the folder that holds `index.md`) is the page's address: \
      small letters without diacritics, digits and hyphens, at most 80. The page is built at \
      the address in the message; rename the file to match.");

    FILE_OUTSIDE "file-outside" Advice
    ("tệp nằm ngoài các thư mục được đọc", "file outside the folders that are read")
    ("Hồ sơ sản phẩm nằm trong `content/products/`, chủ thể trong `content/producers/`, trang \
      viết trong `content/pages/`, thiết lập là `content/catalogue.yaml`. Tệp ở nơi khác không \
      được đọc.",
     "Products stand in `content/products/`, producers in `content/producers/`, pages in \
      `content/pages/`, settings in `content/catalogue.yaml`. A file elsewhere is not read.");

    GROUP_UNKNOWN "group-unknown" Error
    ("nhóm sản phẩm không có trong dữ liệu", "product group outside the data")
    ("Nhóm viết bằng slug, tên hoặc số thứ tự, của ấn bản hiện hành hay ấn bản cũ; nhóm cũ \
      được chuyển sang nhóm ngày nay. Danh sách nhóm ở `content/reference/schemes.yaml`.",
     "A group is written by slug, name or number, of the present edition or an older one; old \
      groups are carried over. The list is in `content/reference/schemes.yaml`.");

    PAIR_FRONT_MATTER "pair-front-matter" Error
    ("thông tin viết ở cả hai tệp của một hồ sơ", "facts in both files of a pair")
    ("Khi `<tên>.yaml` đứng cạnh `<tên>.md`, thông tin nằm trong tệp .yaml và tệp .md chỉ chứa \
      bài viết. Hãy chuyển thông tin sang tệp .yaml.",
     "Where `<name>.yaml` stands beside `<name>.md`, the facts are in the .yaml and the .md \
      holds the story alone. Move the facts over.");

    PATH_OUTSIDE "path-outside" Error
    ("đường dẫn ra ngoài thư mục nội dung", "path that leads out of the content")
    ("Ảnh là tệp trong `content/`: viết đường dẫn tính từ tệp hồ sơ (`anh/bia.jpg`) hoặc từ \
      gốc (`/content/anh/bia.jpg`).",
     "A photo is a file within `content/`: its path from the dossier (`photos/cover.jpg`) or \
      from the root (`/content/photos/cover.jpg`).");

    PHOTO_FORMAT "photo-format" Warning
    ("định dạng ảnh không dùng được", "photo of a format that is not taken")
    ("Ảnh nhận các định dạng JPEG, PNG, WebP và GIF. SVG có thể chứa mã chạy được nên không \
      nhận làm ảnh; HEIC và TIFF trình duyệt không mở. Ảnh này bị bỏ qua.",
     "Photos are JPEG, PNG, WebP or GIF. SVG may hold code and is not taken as a photo; \
      browsers do not open HEIC or TIFF. The photo is passed over.");

    PHOTO_NOT_FOUND "photo-not-found" Warning
    ("không thấy tệp ảnh", "the photo's file is not there")
    ("Tệp ảnh ghi trong hồ sơ không có ở chỗ ấy; trang dùng hình vẽ thay thế. Chữ hoa, chữ \
      thường và dấu trong tên tệp đều phải khớp.",
     "The file that the dossier names is not there; the page shows its drawn cover. Case and \
      accents of the name must match.");

    PHOTO_UNREADABLE "photo-unreadable" Warning
    ("không đọc được ảnh", "the photo cannot be read")
    ("Tệp không phải là ảnh hoàn chỉnh: chép dở, đổi đuôi tên, hoặc chỉ là con trỏ của Git \
      LFS. Ảnh này bị bỏ qua.",
     "The file is no complete picture: copied half-way, renamed, or only a pointer of Git LFS. \
      The photo is passed over.");

    PRODUCER_AMBIGUOUS "producer-ambiguous" Error
    ("tên chủ thể trùng nhau", "name that several producers have")
    ("Có hơn một chủ thể mang tên này. Hãy viết slug (tên tệp) của chủ thể đúng.",
     "More than one producer has this name. Write the slug (file name) of the right one.");

    PRODUCER_KIND_UNKNOWN "producer-kind-unknown" Error
    ("loại hình chủ thể không có trong dữ liệu", "legal form outside the data")
    ("Loại hình chủ thể viết bằng slug hoặc tên trong `content/reference/schemes.yaml`, mục \
      `producer_kinds`. Bỏ trống thì đọc theo chữ đầu của tên.",
     "The legal form is a slug or name of `producer_kinds` in \
      `content/reference/schemes.yaml`. Left out, the first words of the name tell it.");

    PRODUCER_UNKNOWN "producer-unknown" Error
    ("không thấy chủ thể", "producer that nobody knows")
    ("`producer` là tên tệp trong `content/producers/` (không có đuôi), tên của một chủ thể có \
      ở đó, hoặc nhóm mục con với `name` ngay trong hồ sơ.",
     "`producer` is the name of a file in `content/producers/` (without ending), the name of a \
      producer there, or a group of keys with `name` in the dossier itself.");

    PRODUCT_KIND_UNKNOWN "product-kind-unknown" Error
    ("loại công bố không có trong dữ liệu", "sort of product outside the data")
    ("Loại công bố (thực phẩm thường, thực phẩm bảo vệ sức khoẻ, mỹ phẩm, rượu…) viết bằng \
      slug hoặc tên trong `content/reference/schemes.yaml`, mục `product_kinds`. Nó quyết định \
      lời cảnh báo theo luật.",
     "The sort of product (ordinary food, food supplement, cosmetic, alcohol…) is a slug or \
      name of `product_kinds` in `content/reference/schemes.yaml`. It decides which notices \
      the law wants.");

    PROVINCE_CODE "province-code" Error
    ("mã số thay cho tên tỉnh", "number in place of a province's name")
    ("Mã tỉnh đã được dùng lại với nghĩa khác từ ngày 01/07/2025 (15 từng là Yên Bái, nay là \
      Lào Cai), nên tỉnh chỉ được gọi bằng tên.",
     "Codes of provinces were re-used with another meaning on 1 July 2025 (15 was Yên Bái and \
      is Lào Cai now), so a province is written by name.");

    PROVINCE_UNKNOWN "province-unknown" Error
    ("không có tỉnh, thành phố nào tên như vậy", "no province of that name")
    ("Tỉnh, thành phố viết bằng tên ngày nay hoặc tên trước ngày 01/07/2025, có dấu hoặc không \
      dấu, hoặc bằng slug.",
     "Provinces are written by their name of today or that before 1 July 2025, with or without \
      diacritics, or by slug.");

    PROVINCE_VANISHED "province-vanished" Warning
    ("tên tỉnh có trước ngày 01/07/2025", "province of before 1 July 2025")
    ("Tỉnh này đã hợp nhất vào tỉnh khác. Trang được xếp vào tỉnh ngày nay và ghi tên cũ là \
      nơi trước đây; hãy viết tên ngày nay ở `province`, tên cũ ở `former`.",
     "This province became part of another. The page stands under the one of today and names \
      the old one as former; write today's name as `province` and the old one under `former`.");

    REFERENCE_UNKNOWN "reference-unknown" Error
    ("dữ liệu nhắc đến một slug không có", "reference data name a slug that is not there")
    ("Trong `content/reference/`, mỗi slug được nhắc đến phải có ở đúng danh sách của nó. Mục \
      sai bị bỏ qua.",
     "In `content/reference/` every slug that is named must stand in its list. The entry is \
      passed over.");

    SLUG_DUPLICATE "slug-duplicate" Error
    ("hai hồ sơ cùng một địa chỉ", "two dossiers with one address")
    ("Tên tệp là địa chỉ, dù nằm ở thư mục nào, nên không được trùng. Hồ sơ đứng trước theo \
      đường dẫn được giữ; hãy đổi tên hồ sơ này.",
     "The file name is the address in whatever folder it stands, so it must be the only one. \
      The first by path is kept; rename this one.");

    SLUG_UNREADABLE "slug-unreadable" Error
    ("không phải là slug", "not a slug")
    ("Slug chỉ gồm chữ thường không dấu, chữ số và gạch ngang giữa chúng, nhiều nhất 80 ký tự: \
      `mat-ong-bac-ha`.",
     "A slug holds small letters without diacritics, digits and hyphens between them, at most \
      80: `mat-ong-bac-ha`.");

    SUBGROUP_ELSEWHERE "subgroup-elsewhere" Error
    ("phân nhóm thuộc nhóm khác", "subgroup of another group")
    ("Phân nhóm này có thật nhưng thuộc nhóm khác với `group` của hồ sơ. Hãy sửa một trong hai \
      theo quyết định.",
     "The subgroup exists, but in another group than the dossier's `group`. Put one of them \
      right by the decision.");

    SUBGROUP_UNKNOWN "subgroup-unknown" Error
    ("phân nhóm không có trong dữ liệu", "subgroup outside the data")
    ("Phân nhóm viết bằng đường dẫn dưới nhóm (`che-bien/tu-gao-ngu-coc`), slug cuối cùng, \
      hoặc tên.",
     "A subgroup is written by its path below the group (`che-bien/tu-gao-ngu-coc`), its last \
      slug, or its name.");
}
