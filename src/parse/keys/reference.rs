//! Keys of `content/reference/`: written by offices that keep the data, in English only.

use super::Kind;
use super::words::LEVELS;

use Kind::{Both, Choice, Date, Flag, Line, List, Map, Score, Slug, Stars, Whole};

table! {
    /// `provinces.yaml`.
    PROVINCES ("dữ liệu địa danh", "places")
    "regions" "regions" Must List(&Map(&REGION)) => ("vùng", "regions");
    "provinces" "provinces" Must List(&Map(&PROVINCE))
        => ("tỉnh, thành phố ngày nay", "provinces of today");
    "former_provinces" "former_provinces" Must List(&Map(&FORMER_PROVINCE))
        => ("tỉnh, thành phố trước đây", "former provinces");
    "aliases" "aliases" May List(&Map(&ALIAS))
        => ("cách viết khác", "other ways to write them");
    "islands" "islands" May List(&Map(&ISLAND))
        => ("quần đảo trên bản đồ", "archipelagos on the map");
}

table! {
    /// A region.
    REGION ("vùng", "region")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
}

table! {
    /// A province of today.
    PROVINCE ("tỉnh, thành phố", "province")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "full_name" "full_name" Must Both => ("tên đầy đủ", "full name");
    "region" "region" Must Slug => ("vùng", "region");
    "tile" "tile" Must List(&Whole(1, 50))
        => ("ô trên bản đồ: cột, hàng", "cell of the map: column, row");
    "former" "former" Must List(&Slug) => ("các tỉnh hợp thành", "what it was made of");
}

table! {
    /// A province before 1 July 2025.
    FORMER_PROVINCE ("tỉnh, thành phố trước đây", "former province")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "merged_into" "merged_into" Must Slug => ("tỉnh ngày nay", "province of today");
    "name_kept" "name_kept" Must Flag => ("tên còn dùng", "whether the name lives on");
}

table! {
    /// Another name of a province.
    ALIAS ("cách viết khác", "alias")
    "name" "name" Must Line => ("cách viết", "as people write it");
    "means" "means" Must Slug => ("slug của tỉnh", "slug of the province");
}

table! {
    /// An archipelago.
    ISLAND ("quần đảo", "archipelago")
    "name" "name" Must Both => ("tên", "name");
    "province" "province" Must Slug => ("tỉnh, thành phố", "province");
    "tile" "tile" Must List(&Whole(1, 50))
        => ("ô trên bản đồ: cột, hàng", "cell of the map: column, row");
}

table! {
    /// `schemes.yaml`.
    SCHEME ("dữ liệu chương trình", "scheme")
    "months" "months" Must Whole(1, 120) => ("số tháng hiệu lực", "months of validity");
    "editions" "editions" Must List(&Map(&EDITION))
        => ("các ấn bản, cũ trước", "editions, oldest first");
    "groups" "groups" Must List(&Map(&GROUP))
        => ("nhóm của ấn bản hiện hành", "groups of the current edition");
    "stars" "stars" Must List(&Map(&TIER))
        => ("các hạng, 5 sao trước", "tiers, five stars first");
    "authorities" "authorities" Must List(&Map(&AUTHORITY))
        => ("ai công nhận, theo thời gian", "who grants, by date");
    "producer_kinds" "producer_kinds" Must List(&Map(&PRODUCER_KIND))
        => ("loại hình chủ thể", "legal forms");
    "product_kinds" "product_kinds" Must List(&Map(&PRODUCT_KIND))
        => ("loại công bố", "sorts of product");
    "certificates" "certificates" May List(&Map(&CERTIFICATE_KIND))
        => ("loại chứng nhận", "kinds of certificates");
    "notices" "notices" May List(&Map(&NOTICE))
        => ("lời cảnh báo theo luật", "notices of the law");
}

table! {
    /// An edition of the criteria.
    EDITION ("ấn bản", "edition")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "document" "document" May Line => ("số quyết định", "number of the decision");
    "current" "current" May Flag => ("đang dùng", "whether new dossiers use it");
    "groups" "groups" May List(&Map(&OLD_GROUP)) => ("nhóm của ấn bản", "its groups");
}

table! {
    /// A group of an older edition.
    OLD_GROUP ("nhóm của ấn bản cũ", "group of an edition")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "becomes" "becomes" Must Line
        => ("nhóm hoặc nhóm/phân nhóm ngày nay", "group or group/subgroup of today");
}

table! {
    /// A group.
    GROUP ("nhóm sản phẩm", "product group")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "subgroups" "subgroups" May List(&Map(&SUBGROUP)) => ("phân nhóm", "subgroups");
}

table! {
    /// A subgroup.
    SUBGROUP ("phân nhóm", "subgroup")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "verified" "verified" May Flag => ("đã đối chiếu với văn bản", "read in the document");
    "subgroups" "subgroups" May List(&Map(&SUBGROUP))
        => ("phân nhóm bên dưới", "subgroups below");
}

table! {
    /// A tier of stars.
    TIER ("hạng sao", "tier")
    "stars" "stars" Must Stars => ("số sao", "stars");
    "min" "min" Must Score => ("điểm thấp nhất", "least score");
    "below" "below" May Score => ("điểm đầu tiên của hạng trên", "first score above it");
    "name" "name" Must Both => ("tên", "name");
    "title" "title" May Both => ("danh hiệu", "title");
    "meaning" "meaning" Must Both => ("ý nghĩa", "meaning");
    "certified" "certified" Must Flag
        => ("có giấy chứng nhận", "whether a certificate is granted");
}

table! {
    /// Who grants within a span of days.
    AUTHORITY ("thẩm quyền", "authority")
    "from" "from" May Date => ("từ ngày", "first day");
    "until" "until" May Date => ("đến ngày", "last day");
    "grants" "grants" Must Map(&GRANTS) => ("cấp cho mỗi hạng", "level for each tier");
}

table! {
    /// Level for each number of stars.
    GRANTS ("cấp công nhận", "levels")
    "1" "1" May Choice(LEVELS) => ("1 sao", "one star");
    "2" "2" May Choice(LEVELS) => ("2 sao", "two stars");
    "3" "3" May Choice(LEVELS) => ("3 sao", "three stars");
    "4" "4" May Choice(LEVELS) => ("4 sao", "four stars");
    "5" "5" May Choice(LEVELS) => ("5 sao", "five stars");
}

table! {
    /// A legal form.
    PRODUCER_KIND ("loại hình chủ thể", "legal form")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
    "prefixes" "prefixes" May List(&Line) => ("chữ đầu của tên", "first words that tell it");
}

table! {
    /// A sort of product.
    PRODUCT_KIND ("loại công bố", "sort of product")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "slug_vi" "slug_vi" May Slug => ("slug tiếng Việt", "slug in Vietnamese");
    "name" "name" Must Both => ("tên", "name");
    "notices" "notices" May List(&Slug) => ("lời cảnh báo đi kèm", "notices that stand by it");
}

table! {
    /// A kind of certificate.
    CERTIFICATE_KIND ("loại chứng nhận", "kind of certificate")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "name" "name" Must Both => ("tên", "name");
}

table! {
    /// A notice of the law.
    NOTICE ("lời cảnh báo", "notice")
    "slug" "slug" Must Slug => ("slug, không bao giờ đổi", "slug, never changed");
    "text" "text" Must Both => ("lời", "the words");
}
