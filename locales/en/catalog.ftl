catalog-title =
    <b>Catalog</b>

    Everyone is welcome to browse. Choose a section:
catalog-category =
    <b>{ $name }</b>

    { $count ->
        [0] Nothing here yet. Come back later or choose another section.
        [one] { $count } product
       *[other] { $count } products
    }
catalog-brief-plain = { $name } · { $price }
catalog-brief-new = 🆕 { $name } · { $price }
catalog-brief-hit = ⭐ { $name } · { $price }
catalog-brief-sold-out = ⏳ { $name } · sold out
catalog-brief-hidden = 🚫 { $name } · off sale

product-title =
    <b>{ $name }</b>
    <i>Code { $code }</i>
product-new = 🆕 New
product-hit = ⭐ Bestseller
product-about = { $about }
product-volume = Size: { $volume }
product-shade = Shade: { $dot } <b>{ $name }</b>
product-price = Price: <b>{ $full }</b>
product-price-offer = Price: <s>{ $full }</s> <b>{ $offer }</b>
    With it your whole order is { $percent }% off
product-off-sale = 🚫 This product is off sale. Have a look at the others in this section.
product-choose-shade = Choose a shade to add it to your cart.
product-sold-out = ⏳ Sold out at the moment.
product-few = { $count ->
    [one] { $count } left
   *[other] { $count } left
}
product-in-stock = ✅ In stock
product-add = Add to cart · { $price }
product-in-cart = { $count } in cart

shade-plain = { $dot } { $name }
shade-chosen = ✓ { $dot } { $name }
shade-sold-out = { $dot } { $name } · sold out
shades-page = Shades { $number }/{ $count }

to-cart = 🛒 Cart
to-cart-count = 🛒 Cart · { $count }
cart-now = { $count ->
    [0] Removed from your cart
   *[other] In your cart: { $count }
}
