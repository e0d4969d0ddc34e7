goods-head-refused = { $count ->
    [one] The file has { $count } problem, so nothing was changed.
   *[other] The file has { $count } problems, so nothing was changed.
}
goods-head-same = Everything is already as the file says: there is nothing to change.
goods-head-would = New lines: { $added }, to be changed: { $changed }, as they are: { $same }, pictures: { $pictures }.
goods-head-applied = Done. New lines: { $added }, changed: { $changed }, as they were: { $same }, pictures: { $pictures }.
goods-report-more = …and { $count } more
goods-report-category = New category: { $name }
goods-report-series = New line: { $name }
goods-report-new = line { $line } · { $code } · { $name }: new
goods-report-changed = line { $line } · { $code } · { $name }: { $what }
goods-report-album = { $code }: { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
goods-report-photo = { $code }: a picture of its own
goods-report-ignored = Unknown columns were passed over: { $columns }
goods-difference = { $column }: { $before } → { $after }
goods-empty = empty
goods-yes = yes
goods-no = no

goods-problem-line = line { $line }, “{ $column }”: { $what }
goods-problem-missing = has to be filled in
goods-problem-twice = line { $value } has this code already
goods-problem-code = a code of letters, digits, dots and hyphens, up to 32 characters; here “{ $value }”
goods-problem-price = a price as a number, such as 1290 or 1290.50; here “{ $value }”
goods-problem-price-range = a price above zero and up to 10,000,000 ₽; here “{ $value }”
goods-problem-count = a whole number; here “{ $value }”
goods-problem-count-range = a number from 0 to 1,000,000; here “{ $value }”
goods-problem-weeks = weeks from 1 to 520; here “{ $value }”
goods-problem-colour = a colour such as #B0413E; here “{ $value }”
goods-problem-yes-no = “yes” or “no”; here “{ $value }”
goods-problem-skin = skin types separated by commas: normal, dry, oily, combination, sensitive; here “{ $value }”
goods-problem-form = there is no such package; here “{ $value }”
goods-problem-long = the text is too long: “{ $value }…”
goods-problem-characters = characters that no text has: “{ $value }”
goods-problem-formula = this looks like a formula: “{ $value }”. If it is a text, put an apostrophe before it
goods-problem-differs = line { $value } says something else about this product
goods-problem-moved = this code belongs to the product { $value }
goods-problem-shade = a shade needs both a name and a colour
goods-problem-picture-code = picture “{ $value }”: its name has no code of the catalog or of the file
goods-problem-picture = “{ $value }” does not open as a JPEG, PNG or WEBP picture
goods-problem-picture-size = picture “{ $value }” is larger than 20 MB
goods-problem-picture-pixels = picture “{ $value }” is too small or has more than 50 megapixels
goods-problem-size = The file is too large: tables up to 48 MB, archives with pictures up to 2 GB.
goods-problem-empty = The file is empty.
goods-problem-nul = The file has zero bytes: it is no table, or a damaged one. Save it anew as CSV UTF-8 or XLSX.
goods-problem-encoding = The encoding could not be told. Save the file as CSV UTF-8 or XLSX.
goods-problem-csv = The table is damaged near line { $value }: check the quotation marks.
goods-problem-no-columns = No line with column names was found. At least “code” and one more column are needed; an export shows how.
goods-problem-column-twice = The column “{ $value }” is there twice.
goods-problem-columns = Too many columns: there may be up to 200.
goods-problem-rows = Too many lines: up to 100,000 at a time.
goods-problem-xlsx = This is no XLSX table, or a damaged one.
goods-problem-xls = This is the old XLS format. Save the file as XLSX.
goods-problem-xml = The XML is damaged or breaks off.
goods-problem-no-feed = This is no YML: there are no goods in it.
goods-problem-entities = The XML has entities of its own. Such a file is not read: save it without them.
goods-problem-bomb = The archive unpacks to something huge: { $value }. Such a file is not read.
goods-problem-broken = The archive is damaged: { $value }
goods-problem-password = The archive has a password: { $value }
goods-problem-tables = There are several tables in the archive, and one is needed: { $value }
goods-problem-memory = The file could not be read: it is too large inside, or damaged.
goods-problem-time = Reading the file takes too long. Split it into parts.

goods-open = 📥 Goods by file
goods-files =
    <b>Goods by file</b>

    Send a CSV, XLSX or YML table as a file, in a ZIP together with pictures named by code if you like (40-0401.jpg). First I show what would change, and change it only when you press the button.

    An export shows which columns there are. An empty cell changes nothing, a dash clears.
goods-export = ⬇️ { $form }
goods-taken = The file is here. I am reading it and comparing it with the catalog: the answer comes as a message below.
goods-dropped = All right, this file is put aside. Nothing in the catalog was changed.
goods-apply = ✅ Apply
goods-drop = No, thanks
goods-toast-approved = Applying…
goods-toast-applied = Applied already
goods-toast-refused = This file can no longer be applied
goods-toast-checked = Checking…
goods-toast-waiting = Checking…
goods-toast-export = Preparing the file, it comes as a message
goods-progress-reading = ⏳ Reading the file…
goods-progress-rows = ⏳ Reading the file: { $count } lines
goods-progress-pictures = ⏳ Looking at the pictures: { $count }
goods-progress-writing = ⏳ Writing into the catalog: { $count }
goods-report =
    <b>{ $name }</b>

    { $head }

    { $lines }
goods-report-file = The whole report, line by line
goods-failed =
    <b>{ $name }</b>

    The file could not be fetched or read. Nothing in the catalog was changed: please send it again.
goods-exported = All goods: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}. Change what you like and send it back: /import
expected-importing-file = A CSV, XLSX, YML or ZIP file is needed now. To leave, press /cancel.
error-file-too-large =
    <b>The file is larger than 20 MB</b>

    That is more than Telegram hands over to a bot. Split it, make the pictures smaller, or ask the server’s administrator to bring it in by command.
command-import = Goods by file
