catalog-search = 🔍 Search
catalog-favourites = ❤️ Favourites
catalog-seen = 🕘 Seen lately

search-ask =
    <b>What are you looking for?</b>

    Type a name, a shade or a code: “red lipstick”, “hand cream”, “40-0401”.
    Typos and the wrong keyboard do no harm.
search-everything = All products, with filters
search-again = 🔍 Search again
search-found = Found for “<b>{ $words }</b>”
search-found-all = <b>All products</b>
search-count = { $count ->
    [one] { $count } product, the best first
   *[other] { $count } products, the best first
}
search-many = { $count ->
   *[other] More than { $count } products: add a word or a filter
}
search-guessed = <i>There is no such word; this is what comes close.</i>
search-nothing =
    Nothing found for “<b>{ $words }</b>”.

    Try something shorter or other words. If you wanted to ask a question, look into help.
search-nothing-left =
    Nothing is left with these filters.{ $words }

    Take one of them away.
search-filters = { $count ->
    [0] ⚙️ Filters
   *[other] ⚙️ Filters · { $count }
}
search-filters-title =
    <b>Filters</b>

    Choose what matters.
search-show = ✅ Show
search-any = any
search-by-category = Category: { $value }
search-by-price = Price: { $value }
search-by-skin = Skin type: { $value }
search-by-family = Colour: { $value }
search-stock-on = ✅ In stock only
search-stock-off = ▫️ In stock only
search-offer-on = ✅ On offer only
search-offer-off = ▫️ On offer only
search-choose-category = <b>Category</b>
search-choose-price = <b>Catalog price</b>
search-choose-skin = <b>Skin type</b>
search-choose-family = <b>Colour of the shade</b>
search-choose-stock = <b>In stock</b>
search-choose-offer = <b>On offer</b>
search-price-to = up to { $most }
search-price-from = from { $least }
search-price-between = { $least }–{ $most }

skin-normal = Normal
skin-dry = Dry
skin-oily = Oily
skin-combination = Combination
skin-sensitive = Sensitive

family-nude = ⚪ Nude
family-pink = 🩷 Pink
family-red = 🔴 Red
family-coral = 🟠 Coral
family-orange = 🟠 Orange
family-yellow = 🟡 Yellow
family-green = 🟢 Green
family-blue = 🔵 Blue
family-purple = 🟣 Purple
family-plum = 🟣 Plum
family-brown = 🟤 Brown
family-grey = 🩶 Grey
family-black = ⚫ Black
family-white = ⚪ White

shades-find = 🎨 Find my shade
shades-like = 🎨 Similar shades
shades-ask =
    <b>Find my shade</b>

    Send one of these:
    • a colour code: #B8141F
    • the name of a shade: “dusty rose”
    • a photo of a sample: the colour is taken from its middle
shades-unknown = ⚠️ We know no such colour. Check the code, or call the shade something else.
shades-no-photo = ⚠️ This photo could not be read. Send an ordinary JPEG or PNG of up to 10 MB.
shades-found =
    <b>Nearest to { $colour }</b>
    Your colour is on top of the picture, the shades are below it in order.
shades-one = { $number }. { $name }: { $away }
shades-again = 🎨 Another colour
shades-everywhere = In the whole catalog
likeness-same = no eye can tell
likeness-very-close = almost the same
likeness-close = very similar
likeness-alike = similar
likeness-far = clearly different

inline-card =
    <b>{ $name }</b>
    <i>Code { $code }</i>

    Catalog price: <b>{ $price }</b>
inline-open = Open in the catalog
inline-price = { $price } · { $code }
inline-sold-out = { $price } · { $code } · out of stock
inline-start = Open the catalog
inline-look = 👀 Have a look: { $name }
