product-series = Line: { $name }
product-days = { $count ->
    [1] 📖 Last day of this catalog
   *[other] 📖 { $count } days left in this catalog
}
product-offer-days = { $count ->
    [1] 🏷 Catalog offer, last day
   *[other] 🏷 Catalog offer, { $count } days left
}
product-title-short = <b>{ $name }</b>
product-skin = <b>Skin type:</b> { $types }
product-use = <b>How to use.</b> { $text }
product-composition = <b>Composition.</b> { $text }
product-related = <b>Goes well with:</b>
product-picture = 🖼 Picture { $number } of { $count }
product-video = ▶️ { $title }

wish-details = ℹ️ Details
wish-favour = 🤍 Favourite
wish-unfavour = ❤️ A favourite
wish-favoured = Kept among your favourites
wish-unfavoured = Taken out of your favourites
wish-compare = ⚖️ Compare
wish-compared = { $count ->
   *[other] ⚖️ Comparing · { $count }
}
wish-watch = 🔔 Tell me when it is back
wish-unwatch = 🔕 No longer wait
wish-watching = We shall write as soon as it is back
wish-unwatched = All right, we shall not write
wish-here-already = It is in stock already
wish-favourites =
    <b>❤️ Favourites</b>

    { $count ->
        [0] Nothing here yet. Press 🤍 on a product’s card to keep it at hand.
        [one] { $count } product
       *[other] { $count } products
    }
wish-seen =
    <b>🕘 Seen lately</b>

    { $count ->
        [0] You have not opened anything yet. Have a look at the catalog.
       *[other] What you saw last is on top.
    }
wish-back =
    🔔 <b>{ $name }</b> is back in stock.

    You asked to be told. We shall not write about it again.
wish-open = Open

compare-title = { $count ->
    [1] <b>⚖️ Comparing</b>: add another product from its card.
   *[other] <b>⚖️ Comparing</b>
}
compare-nothing =
    <b>⚖️ Comparing</b>

    Nothing here. Press “Compare” on the cards of two or three products.
compare-put = Put beside the others
compare-full = Three products at most. Take one out to make room.
compare-drop = Take out
compare-name = <b>{ $name }</b>
compare-price = { $price } in the catalog
compare-shades = { $count ->
    [one] { $count } shade
   *[other] { $count } shades
} { $dots }
