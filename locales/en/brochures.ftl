brochure-open = 📖 Brochure
brochure-ask =
    <b>A brochure to print and to pass on</b>

    With pictures, shades and the consultant’s contacts. Choose how it is to be printed: the PDF comes as a message.
brochure-theme-all = The whole catalog
brochure-theme-offers = Offers
brochure-theme-favourites = Favourites
brochure-theme-selection = From the cart
brochure-shape-a4 = 📄 A4, to read and to print
brochure-shape-a5 = 📱 A5, handy on a phone
brochure-shape-booklet = 📖 A5 booklet: fold and staple
brochure-prices-on = ✓ With your prices
brochure-prices-off = Without prices
brochure-toast = Preparing the brochure, it comes as a message
brochure-progress = ⏳ Preparing the brochure: picture { $made } of { $count }
brochure-printing = ⏳ Preparing the brochure: laying out the pages
brochure-ready-a4 = <b>{ $title }</b>, products: { $count }. A4 pages.
brochure-ready-a5 = <b>{ $title }</b>, products: { $count }. A5 pages.
brochure-ready-booklet = <b>{ $title }</b>, products: { $count }. Print it on both sides of A4, flipped on the short edge, and fold it in half.
brochure-title-all = Catalog
brochure-title-offers = Offers
brochure-title-favourites = Favourites
brochure-title-selection = A selection
brochure-contents = Contents
brochure-code = code { $code }
brochure-mark-new = New
brochure-mark-hit = Hit
brochure-consultant = Your beauty consultant
brochure-hours = Available from { $opens } to { $closes }
brochure-scan = Point your camera here to order
brochure-scan-bot = Point your camera here for the catalog
brochure-note = Prices and stock may change: the cabinet shows them as they are. { $operator }
brochure-note-no-prices = The consultant and the cabinet tell prices and stock. { $operator }
error-brochure-empty =
    <b>There is nothing to print yet</b>

    There are no goods here so far. Add some to your favourites or your cart, or take the brochure of a category.
