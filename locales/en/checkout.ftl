cart-changes = ⚠️ Some things have changed while you were choosing: see the marks above. Accept the changes or take the item out.
cart-agree = ✅ Accept the changes
cart-agreed = The cart is up to date
cart-price-changed = ⚠️ The price has changed: it was { $old }.

codes-title = <b>Order by codes</b>
codes-added = ✅ { $name }, { $count } pcs
codes-short = ⚠️ { $name }: only { $added } of { $wished } left, so that many went into the cart
codes-none_left = ✖️ { $name } ({ $code }): no more in stock
codes-choose = 🎨 Choose a shade: { $code }
codes-unknown = ❓ { $code }: no such code
codes-full = ✖️ { $name } ({ $code }): there are 50 different items in the cart already
codes-cart = Your cart comes to { $total }.
