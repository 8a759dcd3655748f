//! Findings about values of the trade: prices, packs, telephones, addresses of the web.

codes! {
    EMAIL_UNREADABLE "email-unreadable" Error
    ("không phải địa chỉ thư điện tử", "not an e-mail address")
    ("Thư điện tử có dạng `ten@vi-du.vn`, mỗi dòng một địa chỉ.",
     "An e-mail address is `name@example.vn`, one on each line.");

    NET_UNREADABLE "net-unreadable" Warning
    ("không hiểu khối lượng, thể tích", "net quantity that is not understood")
    ("`net` là số và đơn vị: `500 g`, `1,5 kg`, `330 ml`, `1 lít`, `10 gói x 20 g`. Giá trị \
      vẫn hiện như đã viết, nhưng không tính được giá cho mỗi ki-lô-gam.",
     "`net` is a number with its unit: `500 g`, `1,5 kg`, `330 ml`, `1 lít`, `10 gói x 20 g`. \
      It is shown as written, without a price for the kilogram.");

    PHONE_UNREADABLE "phone-unreadable" Error
    ("không phải số điện thoại Việt Nam", "not a Vietnamese telephone number")
    ("Số di động có 10 chữ số, số cố định 11 chữ số kể cả mã vùng, tổng đài 1800, 1900; viết \
      `0912 345 678` hoặc `+84 912 345 678`. Hai số thì viết thành danh sách. Chỉ ghi số dùng \
      cho kinh doanh.",
     "Mobile numbers have 10 digits, landlines 11 with their area, hotlines start with 1800 or \
      1900: `0912 345 678` or `+84 912 345 678`. Two numbers make a list. Only numbers of the \
      business belong here.");

    PRICE_UNREADABLE "price-unreadable" Error
    ("không đọc được giá", "price that cannot be read")
    ("Giá là số đồng nguyên: `85000`, `85.000` hoặc `85.000 đ`. Không viết tắt `85k` hay `85 \
      nghìn`, không viết khoảng giá; chưa có giá thì bỏ mục này.",
     "A price is a whole number of đồng: `85000`, `85.000` or `85.000 đ`. No short forms such \
      as `85k` or `85 nghìn`, no ranges; without a price leave the key out.");

    URL_REFUSED "url-refused" Error
    ("địa chỉ web không dùng được", "address of the web that cannot be used")
    ("Địa chỉ phải bắt đầu bằng `https://` hoặc `http://`, có tên miền và không có dấu cách.",
     "An address starts with `https://` or `http://`, has a host and holds no spaces.");
}
