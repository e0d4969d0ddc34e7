admin-panel =
    <b>Managing</b>

    What shall it be?
admin-orders = 📋 All orders
admin-products = 🧴 Products
admin-applicants = 🤝 Consultants’ requests
admin-categories =
    <b>Products</b>

    Of which category?
admin-category =
    <b>{ $name }</b>

    { $count ->
        [0] No products here.
        [one] { $count } product.
       *[other] { $count } products.
    } Press a product to take it off sale or put it back: ✅ on sale, 🚫 off sale.
admin-product-on = ✅ { $name }
admin-product-off = 🚫 { $name }
admin-now-on = The product is on sale again
admin-now-off = The product is off sale
